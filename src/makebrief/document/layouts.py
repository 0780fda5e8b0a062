"""The layouts that a series can be printed in, and the languages of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from makebrief.messages import LANGUAGES, Language

Layout = Literal["alternating", "facing", "sequential", "zh", "en"]

LAYOUTS: Mapping[str, tuple[Language, ...]] = {
    "alternating": LANGUAGES,
    "facing": LANGUAGES,
    "sequential": LANGUAGES,
    "zh": ("zh",),
    "en": ("en",),
}
"""The languages that each layout prints, in their order."""
