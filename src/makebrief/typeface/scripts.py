"""Raised and lowered characters (², ₂) as what they are made of where a face lacks them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from msgspec import Struct

RAISED_OR_LOWERED = re.compile(
    "[\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf"
    "\u2070-\u209c\u2c7c\u2c7d\u3192-\u319f]"
)
_RAISED, _LOWERED = "<super>", "<sub>"


class Script(Struct, frozen=True):
    """A character drawn smaller as another, higher or lower; the rise in em of the full size."""

    scale: float
    rise: float


SUPERSCRIPT = Script(0.62, 0.36)
SUBSCRIPT = Script(0.62, -0.14)
FOOTNOTE_MARK = Script(0.66, 0.34)
"""What a face is given that shows no such character of its own; and the mark ① of a footnote."""


@cache
def base_of(character: str) -> str:
    """The one character that a raised or lowered one is made of, or nothing."""
    if not RAISED_OR_LOWERED.match(character):
        return ""
    kind, *codes = unicodedata.decomposition(character).split()
    return chr(int(codes[0], 16)) if kind in {_RAISED, _LOWERED} and len(codes) == 1 else ""


def is_raised(character: str) -> bool:
    """Whether a character stands above the baseline, not below."""
    return unicodedata.decomposition(character).startswith(_RAISED)
