"""Spreadsheets: the columns of a noun, what stands in a cell, and the files they come from and go to."""
