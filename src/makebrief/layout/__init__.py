"""A Document into pages of placed marks: lines, tables, charts, page breaks, page numbers."""
