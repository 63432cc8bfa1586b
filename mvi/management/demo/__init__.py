"""The Emmen case: what load_demo puts into an empty database, one module for each kind of thing.

The names of the themes, core values, workshops and pilots come from the case; the documented facts of the three
purchases come from public news. All other texts and figures were made up for the demonstration, and every row that
holds one is marked as an example.
"""
