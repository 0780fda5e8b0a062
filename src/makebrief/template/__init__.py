"""Content and a Jinja template into the closed XML vocabulary, and that into a Document."""
