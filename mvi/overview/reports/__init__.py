"""Reports: what a council, a board or an auditor gets to read, as a page, as PDF and as DOCX."""
