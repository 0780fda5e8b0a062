"""Random damage to content, styles, templates and pictures: whatever comes, it ends with a word."""
