"""Pages set by us beside the same pages set by others, and what a reader of the PDF counts."""
