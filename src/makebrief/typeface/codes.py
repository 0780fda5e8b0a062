"""How a character is named by its number; apart from the faces, so that it is known at once."""

from __future__ import annotations


def code_point(character: str) -> str:
    """A character's number as people write it: U+2CB7C."""
    return f"U+{ord(character):04X}"
