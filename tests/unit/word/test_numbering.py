"""Word's way of counting, tried on what we write: every heading must print its own number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from makebrief.document.arrange import chinese_numeral, heading_number
from makebrief.document.model import Document, Heading, ListBlock, Paragraph, Section
from makebrief.document.walk import iterate
from makebrief.style.model import Numbering
from makebrief.word.numbering import Lists
from makebrief.word.xml import Element, qualified
from tests.unit.word.parts import Parts, all_of, style, value, words_of
from tests.unit.word.sample import body, document, faces, heading, pair, untranslated
from tests.unit.word.sample import style as house_style

_DEEPEST = 9


class WordNumbers:
    """Counts a story's paragraphs by its numbering part, as Word does (ISO/IEC 29500-1, 17.9)."""

    def __init__(self, parts: Parts) -> None:
        numbering = parts.root("numbering")
        self.styles = parts.root("styles")
        self.levels: dict[tuple[str, int], Element] = {}
        self.by_style: dict[str, int] = {}
        for abstract in all_of(numbering, "abstractNum"):
            for level in all_of(abstract, "lvl"):
                at = int(str(level.get(qualified("w:ilvl"))))
                self.levels[str(abstract.get(qualified("w:abstractNumId"))), at] = level
                if linked := value(level, "pStyle"):
                    self.by_style[linked] = at
        self.nums = {str(num.get(qualified("w:numId"))): num for num in all_of(numbering, "num")}
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0] * _DEEPEST)
        self.begun: set[str] = set()

    def printed(self, story: Element) -> Iterator[tuple[str, str]]:
        for paragraph in all_of(story, "p"):
            style_id = value(paragraph, "pStyle") or ""
            direct = next(paragraph.iter(qualified("w:numPr")), None)
            number = direct if direct is not None else self._from_style(style_id)
            if number is not None:
                at = self.by_style[style_id] if direct is None else int(value(direct, "ilvl") or 0)
                yield words_of(paragraph), self._count(str(value(number, "numId")), at)

    def _from_style(self, style_id: str) -> Element | None:
        return next(style(self.styles, style_id).iter(qualified("w:numPr")), None)

    def _count(self, number: str, at: int) -> str:
        abstract = str(value(self.nums[number], "abstractNumId"))
        counts = self.counts[abstract]
        override = next(self.nums[number].iter(qualified("w:startOverride")), None)
        if override is not None and number not in self.begun:
            counts[at] = int(str(override.get(qualified("w:val")))) - 1
        self.begun.add(number)
        counts[at] += 1
        counts[at + 1 :] = [0] * (_DEEPEST - at - 1)
        level = self.levels[abstract, at]
        han = value(level, "numFmt") == "chineseCountingThousand"
        numeral = chinese_numeral(counts[at]) if han else str(counts[at])
        pattern = (value(level, "lvlText") or "").replace(f"%{at + 1}", numeral)
        return pattern + (" " if value(level, "suff") == "space" else "")


def true_numbers(made: Document) -> list[tuple[str, str]]:
    numbering = house_style().numbering
    found = []
    for each in iterate(made, Heading):
        for text in each.texts:
            patterns = numbering.zh if text.language == "zh" else numbering.en
            number = heading_number(patterns[each.level - 1], each.number) if each.number else ""
            found.append((text.plain, number))
    return found


def printed_numbers(made: Document) -> list[tuple[str, str]]:
    parts = Parts(made)
    return list(WordNumbers(parts).printed(parts.story))


def test_a_title_restarts_all_levels_in_both_languages() -> None:
    made = body(
        heading(0, "A"),
        heading(1, "B"),
        heading(2, "C"),
        heading(1, "D"),
        heading(0, "E"),
        heading(1, "F"),
    )

    assert printed_numbers(made) == true_numbers(made)
    assert printed_numbers(made)[-2:] == [("标题F", "一、"), ("Heading F", "1. ")]


def test_a_heading_without_a_number_restarts_the_levels_below_it() -> None:
    made = body(
        heading(0, "A"),
        heading(1, "B"),
        heading(2, "C"),
        heading(1, "D", numbered=False),
        heading(2, "E"),
        heading(1, "F"),
    )

    assert printed_numbers(made) == true_numbers(made)


def test_a_heading_without_its_english_leaves_the_english_numbers_true() -> None:
    lone = replace(heading(1, "B"), texts=untranslated("标题B"))
    made = body(heading(0, "A"), heading(1, "C"), lone, heading(1, "D"), heading(1, "E"))

    assert printed_numbers(made) == true_numbers(made)


_HEADINGS = st.lists(st.tuples(st.integers(0, 4), st.booleans(), st.booleans()), max_size=12)


@settings(max_examples=40, deadline=None)
@given(_HEADINGS)
def test_every_heading_prints_its_number(plan: list[tuple[int, bool, bool]]) -> None:
    blocks = []
    for at, (level, numbered, whole) in enumerate(plan):
        made = heading(level, f"h{at}", numbered)
        blocks.append(made if whole else replace(made, texts=untranslated(f"标题{at}")))
    arranged = document(Section("body", tuple(blocks)))

    assert printed_numbers(arranged) == true_numbers(arranged)


def test_each_numbered_list_starts_from_one() -> None:
    items = (pair("甲", "one"), pair("乙", "two"))
    between = Paragraph("body", pair("间", "between"))
    made = body(ListBlock(True, items), between, ListBlock(True, items))

    assert [number for _, number in printed_numbers(made)] == ["1.", "1.", "2.", "2."] * 2


def test_a_bullet_comes_from_the_style_alone() -> None:
    parts = Parts(body(ListBlock(False, (pair("甲", "one"),))))

    assert not all_of(parts.story, "numPr")
    assert [number for _, number in WordNumbers(parts).printed(parts.story)] == ["•", "•"]


@pytest.mark.parametrize(
    ("pattern", "text", "suffix"),
    [("{n}. ", "%2.", "space"), ("{n}　", "%2　", "nothing"), ("{han}、", "%2、", "nothing")],
)
def test_what_follows_a_number_is_kept(pattern: str, text: str, suffix: str) -> None:
    numbering = Numbering(zh=(pattern,) * 4, en=(pattern,) * 4)
    lists = Lists(replace(house_style(), numbering=numbering), faces())
    level = all_of(lists.numbering([]), "lvl")[1]

    assert (value(level, "lvlText"), value(level, "suff")) == (text, suffix)
