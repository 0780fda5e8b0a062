"""Pairs of the kind that briefings are made of: well written, and the same kind with one slip."""

from __future__ import annotations

import json
from pathlib import Path

HOME = Path(__file__).with_name("pairs")
GLOSSARY = (HOME / "glossary.yaml").read_text(encoding="utf-8")


def _blocks(name: str) -> list[list[str]]:
    text = (HOME / name).read_text(encoding="utf-8")
    return [block.strip("\n").split("\n") for block in text.split("\n\n")[1:]]


CLEAN = [(chinese, english) for chinese, english in _blocks("clean.txt")]
"""Pairs in which nothing is wrong: the Chinese, the English."""

SLIPS = [
    (finding.partition(" ")[0], str(json.loads(finding.partition(" ")[2])), chinese, english)
    for finding, chinese, english in _blocks("slips.txt")
]
"""Pairs with one slip: the finding's key, the words it points at, the Chinese, the English."""
