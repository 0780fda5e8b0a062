"""A text as written into what it prints: figures in words, no markup, each character's origin."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate

from msgspec import Struct

from makebrief.checks.numbers.units import LATIN_UNITS
from makebrief.content.inline import MARKUP, TOKEN
from makebrief.content.written import TYPED_GAP

UNKNOWN = "\ufffc"
"""What stands for what prints no number that is known."""


class Named(Struct, frozen=True):
    """The stretch of a printed text that a figure, or an aspect of one, fills."""

    name: str
    start: int
    end: int


class PrintedText(Struct, frozen=True):
    """What a text prints, the figures it names, and where each of its characters is written."""

    text: str
    named: tuple[Named, ...] = ()
    origins: Sequence[int] | None = None

    def origin(self, index: int) -> int:
        """The place in the text as written of a printed character."""
        return index if self.origins is None else self.origins[index]


Words = Callable[[str], str]
"""What a figure's name and aspect, as they stand between the braces, print in a language."""


def print_text(written: str, words: Words) -> PrintedText:
    """A written text with its figures in words and its marks gone; wrong marks stay."""
    if MARKUP.isdisjoint(written):
        return PrintedText(written)
    printer = _Printer(words)
    printer.print(written, 0)
    return PrintedText("".join(printer.pieces), tuple(printer.named), printer.origins)


class _Printer:
    """Pieces of a text while they are printed, with the place in the source of each character."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.pieces: list[str] = []
        self.origins: list[int] = []
        self.named: list[Named] = []

    def print(self, written: str, start: int) -> None:
        done = 0
        for token in TOKEN.finditer(written):
            self._add(written[done : token.start()], start + done)
            done = token.end()
            kind, at = token.lastgroup, start + token.start()
            if kind == "figure":
                self._figure(token["figure"].strip(), at)
            elif kind == "link":
                self.print(token["words"], start + token.start("words"))
            elif kind in {"escape", "open", "close"}:
                self._add(token.group()[1], at + 1)
            elif kind == "brace":
                self._add(token.group(), at)
        self._add(written[done:], start + done)

    def _add(self, words: str, start: int) -> None:
        self.pieces.append(words)
        self.origins += range(start, start + len(words))

    def _figure(self, name: str, at: int) -> None:
        words = self.words(name)
        start = len(self.origins)
        self.pieces.append(words)
        self.origins += [at] * len(words)
        self.named.append(Named(name, start, len(self.origins)))


_SYMBOL = "|".join(map(re.escape, sorted(LATIN_UNITS, key=len, reverse=True)))
_GAP = re.compile(rf"{TYPED_GAP.pattern}|(?<=[0-9]) +(?=(?:{_SYMBOL})(?![A-Za-z]))")
"""Typed gaps, those beside what figures print, and the space before a unit."""


def closed_up(printed: PrintedText) -> PrintedText:
    """A Chinese text without the spaces typed beside digits: 135.22 亿元 is read as 135.22亿元."""
    if " " not in printed.text:
        return printed
    gaps = {at for gap in _GAP.finditer(printed.text) for at in range(*gap.span())}
    if not gaps:
        return printed
    kept = [at for at in range(len(printed.text)) if at not in gaps]
    places = (0, *accumulate(at not in gaps for at in range(len(printed.text))))
    return PrintedText(
        "".join(printed.text[at] for at in kept),
        tuple(Named(each.name, places[each.start], places[each.end]) for each in printed.named),
        [printed.origin(at) for at in kept],
    )
