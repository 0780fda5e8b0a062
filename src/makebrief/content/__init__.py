"""YAML with positions into frozen content: series, briefings, figures, and the words they print."""
