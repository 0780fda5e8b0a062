"""The pairs of the corpus from its files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

NO_ENGLISH = "~"
"""What stands in a file where a pair has no English yet."""

TEXT = "text"
_PLACE = "@"
_COMMENT = "#"


class Sample(Struct, frozen=True):
    """Pairs that are checked together; the slip is the kind of the planted one, or empty."""

    pairs: tuple[tuple[str, str | None], ...]
    slip: str = ""
    place: str = TEXT

    @property
    def lines(self) -> tuple[str, ...]:
        """The sample as its file has it."""
        head = (self.slip, self.place != TEXT and _PLACE + self.place)
        pairs = (words or NO_ENGLISH for pair in self.pairs for words in pair)
        return (*(each for each in head if each), *pairs)


def read_samples(clean: Path, slips: Path) -> tuple[Sample, ...]:
    """The samples of two files: clean ones, and ones with a slip whose kind stands above them."""
    return (*_read_file(clean, planted=False), *_read_file(slips, planted=True))


def _read_file(file: Path, *, planted: bool) -> Iterator[Sample]:
    for block in file.read_text(encoding="utf-8").strip().split("\n\n"):
        if block.startswith(_COMMENT):
            continue
        lines = block.split("\n")
        slip = lines.pop(0) if planted else ""
        place = lines.pop(0).removeprefix(_PLACE) if lines[0].startswith(_PLACE) else TEXT
        if not lines or len(lines) % 2:
            raise ValueError(f"{file}: Chinese and English do not take turns in {block!r}")
        english = (None if each == NO_ENGLISH else each for each in lines[1::2])
        yield Sample(tuple(zip(lines[::2], english, strict=True)), slip, place)
