"""Which characters a face in a Word file carries, besides those that the document has."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from makebrief.style.model import Style
from makebrief.typeface.embedding import Embedding

BODY = "body"
UNTYPED_ROLES = frozenset({"page-number", "page-mark", "watermark"})
"""Roles in which nobody types: Word fills them, or they are drawn."""

COMMON_HANZI = "charset/changyong-hanzi.txt"

ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + (
    "\u00a0·–—‘’“”•…‰、。〈〉《》「」『』【】〔〕〖〗！（），．：；？［］｛｝～％￥　"
    "〇零一二三四五六七八九十百千万亿年月日上下半第附件注图表"
)
"""What people type into any text, and what Word prints before headings by itself."""

_LATIN = "".join(map(chr, (*range(0xA1, 0x180), *range(0x2010, 0x2027), 0x2030, 0x20AC, 0x2122)))
_ROWS_OF_GB2312 = range(0xA1, 0xF8)
_ROWS_OF_SIGNS = range(0xA1, 0xA4)
_CELLS = range(0xA1, 0xFF)


class WordFonts(Struct, frozen=True):
    """Which fonts a Word file carries and names.

    `folder` is that of the shipped faces, `kept` the user's for what can be made again. With
    `official`, families are named as the fonts that ours stand in for.
    """

    folder: Path
    kept: Path | None = None
    embedding: Embedding = "edit"
    official: bool = False


def repertoires(style: Style, fonts: Path) -> dict[str, frozenset[str]]:
    """What each face of a style carries so that people can type in it, by face id.

    The Han face of the body carries all of GB/T 2312; those of headings, titles and tables carry
    the 2,500 characters of 现代汉语常用字表 that are called 常用字, which is what keeps a file
    under 6 MB; Latin faces carry the letters of European languages. Faces in which nobody types
    are left out.
    """
    found: dict[str, frozenset[str]] = {}
    for name, role in style.roles.items():
        if name in UNTYPED_ROLES:
            continue
        for text in (role.zh, role.en):
            for han in (text.han, text.strong_han, text.emphasis_han):
                found.setdefault(han, common_characters(fonts))
            for latin in (text.latin, text.strong_latin, text.emphasis_latin):
                found.setdefault(latin, latin_characters())
    found[style.roles[BODY].zh.han] = all_of_gb2312()
    return found


@cache
def all_of_gb2312() -> frozenset[str]:
    """The 6,763 characters and 682 signs of GB/T 2312-1980."""
    return frozenset((*ALWAYS, *_rows(_ROWS_OF_GB2312)))


@cache
def common_characters(fonts: Path) -> frozenset[str]:
    """常用字 of 现代汉语常用字表 (1988), with the signs of GB/T 2312, rows 1 to 3."""
    listed = (fonts / COMMON_HANZI).read_text(encoding="utf-8").split()
    return frozenset((*ALWAYS, *_rows(_ROWS_OF_SIGNS), *"".join(listed)))


@cache
def latin_characters() -> frozenset[str]:
    """Letters and marks of European languages: Latin-1, Latin Extended-A, punctuation."""
    return frozenset((*ALWAYS, *_LATIN))


def _rows(rows: range) -> Iterator[str]:
    for row in rows:
        for cell in _CELLS:
            yield from bytes((row, cell)).decode("gb2312", "ignore")
