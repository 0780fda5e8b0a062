"""Pages into PDF bytes: painting, composite fonts, pictures; no decisions."""
