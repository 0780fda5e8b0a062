"""Characters in texts that nobody sees and that are left out: a warning where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from makebrief.checks.parts import FileParts
from makebrief.content.written import find_invisible
from makebrief.errors import Diagnostic, warning
from makebrief.messages import say
from makebrief.typeface.codes import code_point

_ESCAPE = "\\"
"""What begins a character that the YAML names by its number."""

_KINDS: Mapping[str, str] = {
    "\t": "tab",
    "\u00ad": "hyphen",
    **dict.fromkeys("\u00a0\u2007\u202f", "space"),
    **dict.fromkeys("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e", "direction"),
    **dict.fromkeys("\u2066\u2067\u2068\u2069", "direction"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", "width"),
}

_OTHER = "other"


def check_invisible(files: tuple[FileParts, ...]) -> Iterator[Diagnostic]:
    """A warning for each invisible character, once a text: tabs, zero widths, direction marks."""
    for file in files:
        written = file.source.text
        if not find_invisible(written) and _ESCAPE not in written:
            continue
        for path, _ in file.texts():
            for character in find_invisible(str(file.source.datum(path))):
                kind = _KINDS.get(character, _OTHER)
                code = code_point(character)
                message = say("invisible-character", kind=say(f"invisible-{kind}"), code=code)
                span = file.source.within(path, character)
                yield warning(message, span, say(f"hint-invisible-{kind}"))
