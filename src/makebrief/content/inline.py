"""A text's markup into pieces: **strong**, *emphasis*, [words](link), {figure}, [^footnote]."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from makebrief.messages import Message, say


class Words(Struct, frozen=True):
    """A stretch of text of one kind."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None


class FigureReference(Struct, frozen=True):
    """A `{figure}` or `{figure:aspect}` named in a text, with the marks that surround it."""

    name: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    aspect: str = ""


class FootnoteReference(Struct, frozen=True):
    """The `[^note]` of a footnote, with the marks that surround it; `at` is its offset."""

    name: str
    at: int
    strong: bool = False
    emphasis: bool = False
    link: str | None = None


class BlockReference(Struct, frozen=True):
    """A `{table:name}` or `{figure:name}` in a text, with the marks that surround it."""

    kind: str
    name: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None


Piece = Words | FigureReference | FootnoteReference | BlockReference


def full_target(reference: BlockReference, file: str) -> str:
    """What a reference leads to, with the file it is in: `table:market-regulation.stations`."""
    own = "" if "." in reference.name else f"{file}."
    return f"{reference.kind}:{own}{reference.name}"


class MarkupError(Exception):
    """Markup that does not close or names nothing; `at` is the offset in the text."""

    def __init__(self, message: Message, hint: Message, at: int, words: str) -> None:
        super().__init__(message, hint, at, words)
        self.message = message
        self.hint = hint
        self.at = at
        self.words = words


TOKEN = re.compile(
    r"(?P<escape>\\[\\*\[\]{}])|(?P<open>\{\{)|(?P<close>\}\})"
    r"|\{(?P<figure>[^{}\n]*)\}|(?P<brace>[{}])"
    r"|\[\^(?P<footnote>[^\[\]\n]*)\]"
    r"|\[(?P<words>[^\[\]\n]+)\]\((?P<link>[^()\s]+)\)"
    r"|(?P<strong>\*\*)|(?P<emphasis>\*)"
)
MARKUP = frozenset("*[{}\\")
"""Characters of which one at least stands in every text that is more than what it prints."""

_FIGURE_NAME = re.compile(r"(?P<name>([a-z0-9][a-z0-9-]*\.)?[a-z][a-z0-9_]*)(:(?P<aspect>[a-z]+))?")
_FOOTNOTE_NAME = re.compile(r"[a-z][a-z0-9_]*")
_BLOCK_NAME = re.compile(r"(table|figure):(([a-z0-9][a-z0-9-]*\.)?[a-z][a-z0-9_]*)")
_LINK = re.compile(r"(https?://|mailto:)[!-~]+")


@lru_cache(maxsize=20_000)
def parse_inline(text: str) -> tuple[Piece, ...]:
    """A text as written into its pieces; raises MarkupError at the first mark that is wrong."""
    if not TOKEN.search(text):
        return (Words(text),)
    return _Parser(text).parse()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self.opened: dict[str, int] = {}

    def parse(self) -> tuple[Piece, ...]:
        done = 0
        for token in TOKEN.finditer(self.text):
            self._words(self.text[done : token.start()])
            self._token(token)
            done = token.end()
        self._words(self.text[done:])
        for mark, at in self.opened.items():
            raise MarkupError(say("markup-open", mark=mark), say("hint-escape-star"), at, mark)
        return tuple(self.pieces)

    def _words(self, text: str) -> None:
        if not text:
            return
        piece = Words(text, "**" in self.opened, "*" in self.opened)
        last = self.pieces[-1] if self.pieces else None
        if isinstance(last, Words) and last == Words(last.text, *_marks(piece)):
            self.pieces[-1] = Words(last.text + text, *_marks(piece))
        else:
            self.pieces.append(piece)

    def _token(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        if kind == "escape":
            self._words(token.group()[1])
        elif kind in {"open", "close"}:
            self._words("{" if kind == "open" else "}")
        elif kind == "figure":
            self._figure(token)
        elif kind == "brace":
            raise MarkupError(
                say("brace-alone"), say("hint-brace-twice"), token.start(), token.group()
            )
        elif kind == "footnote":
            self._footnote(token)
        elif kind == "link":
            self._link(token)
        else:
            self._toggle(token.group(), token.start())

    def _figure(self, token: re.Match[str]) -> None:
        name = token["figure"].strip()
        if block := _BLOCK_NAME.fullmatch(name):
            marks = "**" in self.opened, "*" in self.opened
            self.pieces.append(BlockReference(block[1], block[2], *marks))
            return
        written = _FIGURE_NAME.fullmatch(name)
        if written is None:
            message = say("figure-name", name=token["figure"])
            raise MarkupError(message, say("hint-brace-twice"), token.start(), token.group())
        self.pieces.append(
            FigureReference(
                written["name"],
                "**" in self.opened,
                "*" in self.opened,
                aspect=written["aspect"] or "",
            )
        )

    def _footnote(self, token: re.Match[str]) -> None:
        name = token["footnote"].strip()
        if not _FOOTNOTE_NAME.fullmatch(name):
            message = say("footnote-name", name=token["footnote"])
            raise MarkupError(message, say("hint-footnote-name"), token.start(), token.group())
        marks = "**" in self.opened, "*" in self.opened
        self.pieces.append(FootnoteReference(name, token.start(), *marks))

    def _link(self, token: re.Match[str]) -> None:
        if not _LINK.fullmatch(token["link"]):
            message = say("link-invalid", link=token["link"])
            raise MarkupError(message, say("hint-link"), token.start("link"), token["link"])
        for piece in parse_inline(token["words"]):
            strong, emphasis = (
                "**" in self.opened or piece.strong,
                "*" in self.opened or piece.emphasis,
            )
            marked = replace(piece, strong=strong, emphasis=emphasis, link=token["link"])
            self.pieces.append(marked)

    def _toggle(self, mark: str, at: int) -> None:
        if mark in self.opened:
            del self.opened[mark]
        else:
            self.opened[mark] = at


def _marks(piece: Words) -> tuple[bool, bool, str | None]:
    return piece.strong, piece.emphasis, piece.link
