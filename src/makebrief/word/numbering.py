"""Multilevel lists: headings numbered by their styles, bullets, and numbered lists that restart.

A heading list has nine levels: the title, then for each heading level one that prints a number
and one that prints none. An unnumbered heading counts on the latter, so that it restarts the
levels below it without taking a number; a title restarts all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from makebrief.document.model import BULLET
from makebrief.messages import LANGUAGES, Language
from makebrief.style.model import Style
from makebrief.typeface.catalogue import FaceFile
from makebrief.word.formats import fonts, number_properties
from makebrief.word.units import twips
from makebrief.word.xml import Element, qualified, root, word

HEADING_LIST: Mapping[Language, int] = {"zh": 1, "en": 2}
BULLET_LIST: Mapping[Language, int] = {"zh": 3, "en": 4}
_NUMBER_LIST: Mapping[Language, int] = {"zh": 5, "en": 6}
_LEVELS = 9
_DEEPEST_HEADING = 4
_AFTER_NUMERAL = 2


def heading_list_level(level: int, numbered: bool) -> int:
    """The list level on which a heading counts."""
    if level == 0:
        return 0
    return 2 * level - 1 if numbered else 2 * level


class _Restart(Struct, frozen=True):
    abstract: int
    level: int
    start: int


class Lists:
    """The lists of a document, and the numbers that Word will print before its headings."""

    def __init__(self, style: Style, faces: Mapping[str, FaceFile]) -> None:
        self.style = style
        self.faces = faces
        self._restarts: list[_Restart] = []
        self._counts = {language: [0] * _LEVELS for language in LANGUAGES}

    def new_numbered(self, language: Language) -> int:
        """A numbered list that starts from 1."""
        return self._restart(_Restart(_NUMBER_LIST[language], 0, 1))

    def follow_heading(self, language: Language, level: int, number: int | None) -> Element | None:
        """Counts a heading as Word does; a number of its own if Word would print another.

        That happens only where a heading lacks one of its languages, so that the lists part.
        """
        counts = self._counts[language]
        at = heading_list_level(level, number is not None)
        counts[at] += 1
        counts[at + 1 :] = [0] * (_LEVELS - at - 1)
        if number is None or counts[at] == number:
            return None
        counts[at] = number
        return number_properties(at, self._restart(_Restart(HEADING_LIST[language], at, number)))

    def numbering(self, numbered_styles: Iterable[tuple[int, int, str]]) -> Element:
        """The numbering part; each numbered style is given with its list and level."""
        lists = [*self._heading_lists(), *self._bullets(), *self._numbers()]
        for number, at, style_id in numbered_styles:
            _link(lists[number - 1], at, style_id)
        plain = [
            word("num", word("abstractNumId", val=number), numId=number)
            for number in range(1, len(lists) + 1)
        ]
        return root("w:numbering", *lists, *plain, *self._restarted(len(lists)))

    def _restart(self, restart: _Restart) -> int:
        self._restarts.append(restart)
        return max(_NUMBER_LIST.values()) + len(self._restarts)

    def _restarted(self, used: int) -> Iterator[Element]:
        for number, restart in enumerate(self._restarts, used + 1):
            override = word(
                "lvlOverride", word("startOverride", val=restart.start), ilvl=restart.level
            )
            yield word("num", word("abstractNumId", val=restart.abstract), override, numId=number)

    def _heading_lists(self) -> Iterator[Element]:
        for language in LANGUAGES:
            levels = [_level(0, "none", "")]
            patterns = self.style.numbering.zh if language == "zh" else self.style.numbering.en
            for depth, pattern in enumerate(patterns, 1):
                levels.append(_heading_level(depth, pattern))
                levels.append(_level(2 * depth, "none", ""))
            yield _abstract(HEADING_LIST[language], "multilevel", levels)

    def _bullets(self) -> Iterator[Element]:
        for language in LANGUAGES:
            level = self._list_level(language, "bullet", BULLET)
            yield _abstract(BULLET_LIST[language], "hybridMultilevel", [level])

    def _numbers(self) -> Iterator[Element]:
        for language in LANGUAGES:
            level = self._list_level(language, "decimal", "%1.")
            yield _abstract(_NUMBER_LIST[language], "hybridMultilevel", [level])

    def _list_level(self, language: Language, numeral: str, text: str) -> Element:
        style = self.style.role("list").text_style(language)
        em = self.style.em(style, language)
        left = twips(style.left * em)
        hanging = twips(max(0, -style.indent) * em)
        level = _level(0, numeral, text, "tab")
        level.append(
            word(
                "pPr",
                word("tabs", word("tab", val="num", pos=left)),
                word("ind", left=left, hanging=hanging),
            )
        )
        if numeral == "bullet":
            latin = self.faces[style.latin].family
            level.append(word("rPr", fonts(latin, latin)))
        return level


def _heading_level(depth: int, pattern: str) -> Element:
    at = heading_list_level(depth, True)
    numeral = "chineseCountingThousand" if "{han}" in pattern else "decimal"
    place = f"%{at + 1}"
    text = pattern.format(han=place, n=place)
    if text.endswith(" ") and not text[:-1].endswith(" "):
        return _level(at, numeral, text[:-1], "space")
    return _level(at, numeral, text)


def _link(abstract: Element, at: int, style_id: str) -> None:
    """Word takes the level of a style's paragraphs from here, not from the style."""
    level = abstract.findall(qualified("w:lvl"))[at]
    level.insert(_AFTER_NUMERAL, word("pStyle", val=style_id))


def _level(at: int, numeral: str, text: str, suffix: str = "nothing") -> Element:
    return word(
        "lvl",
        word("start", val=1),
        word("numFmt", val=numeral),
        word("suff", val=suffix),
        word("lvlText", val=text),
        word("lvlJc", val="left"),
        ilvl=at,
    )


def _abstract(number: int, kind: str, levels: list[Element]) -> Element:
    return word(
        "abstractNum",
        word("nsid", val=f"4D42{number:04X}"),
        word("multiLevelType", val=kind),
        word("tmpl", val=f"4D43{number:04X}"),
        *levels,
        abstractNumId=number,
    )
