"""A text as written into the characters that it prints, each with its place in what was written."""

from __future__ import annotations

import re

from msgspec import Struct

from makebrief.content.inline import MARKUP, TOKEN

FIGURE = "\ufffc"
"""What stands for a `{figure}`, whose words are not known from the text alone."""

_ADDRESS = re.compile(
    r"(?:https?://|www\.|mailto:)(?:\([!-'*-~]*\)|[!-'*-~])+|[\w.+-]+@[\w-]+\.[\w.-]+\w"
)
"""A web address, without the bracket that closes round it."""

_ADDRESS_LETTER = "x"


class Printed(Struct, frozen=True):
    """What a text prints: no markup, FIGURE for each figure, letters for each web address."""

    text: str
    written: str
    offsets: tuple[int, ...] | None

    def place(self, at: int, end: int) -> tuple[int, int]:
        """The stretch of the written text that prints `text[at:end]`."""
        if self.offsets is None:
            return at, end
        if at == end:
            place = self.offsets[at] if at < len(self.offsets) else len(self.written)
            return place, place
        return self.offsets[at], self._end(end)

    def _end(self, end: int) -> int:
        assert self.offsets is not None
        if self.text[end - 1] == FIGURE:
            return self.written.find("}", self.offsets[end - 1]) + 1
        return self.offsets[end - 1] + 1

    def is_plain(self, at: int, end: int) -> bool:
        """Whether a stretch is written just as it is printed, without markup inside."""
        start, stop = self.place(at, end)
        return self.written[start:stop] == self.text[at:end]


def printed(written: str) -> Printed:
    """A written text without its markup; what is wrong with the markup is read as it stands."""
    if MARKUP.isdisjoint(written):
        return Printed(_without_addresses(written), written, None)
    characters: list[str] = []
    offsets: list[int] = []
    done = 0
    for token in TOKEN.finditer(written):
        _add(written[done : token.start()], done, characters, offsets)
        done = token.end()
        kind = token.lastgroup
        if kind == "figure":
            _add(FIGURE, token.start(), characters, offsets)
        elif kind == "link":
            inside = printed(token["words"])
            characters += inside.text
            at = token.start("words")
            offsets += [at + inside.place(i, i + 1)[0] for i in range(len(inside.text))]
        elif kind in {"escape", "open", "close"}:
            _add(token.group()[1], token.start() + 1, characters, offsets)
        elif kind == "brace":
            _add(token.group(), token.start(), characters, offsets)
    _add(written[done:], done, characters, offsets)
    return Printed(_without_addresses("".join(characters)), written, tuple(offsets))


def _add(words: str, start: int, characters: list[str], offsets: list[int]) -> None:
    characters += words
    offsets += range(start, start + len(words))


def _without_addresses(text: str) -> str:
    """A text of the same length whose web addresses hold no marks."""
    if "://" not in text and "@" not in text and "www." not in text and "mailto:" not in text:
        return text
    return _ADDRESS.sub(lambda found: _ADDRESS_LETTER * len(found.group()), text)
