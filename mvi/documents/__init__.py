"""Documents that people read: one small tree of nodes, drawn as PDF, as DOCX and as a page of the site."""
