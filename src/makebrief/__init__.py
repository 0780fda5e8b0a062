"""make-brief: bilingual press briefings from YAML, as PDF and as Word."""

__version__ = "0.1.0"
