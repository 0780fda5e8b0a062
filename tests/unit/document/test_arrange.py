from __future__ import annotations

import pytest

from makebrief.document.arrange import (
    arrange,
    chinese_numeral,
    choose,
    heading_number,
)
from makebrief.document.model import (
    Block,
    Column,
    Contents,
    ContentsEntry,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
    Texts,
)
from makebrief.document.walk import iterate, texts_of
from tests.samples import ORIGIN, pair, text

BOTH: Texts = (text("中文"), text("English", language="en"))
UNTRANSLATED: Texts = (Text("zh", (Run("未译"),), ORIGIN, untranslated=True),)


def document(*blocks: Block, title: Texts = BOTH) -> Document:
    half = len(blocks) // 2
    sections = (Section("body", blocks[:half]), Section("body", blocks[half:]))
    return Document(title, BOTH, BOTH, "2024-07-23", ("zh", "en"), sections)


def heading(level: int, anchor: str, *, numbered: bool = True) -> Heading:
    return Heading(level, BOTH, anchor, 0 if numbered else None)


def blocks_of(made: Document) -> list[Block]:
    return [block for section in made.sections for block in section.blocks]


@pytest.mark.parametrize(
    ("layout", "languages", "words"),
    [
        ("alternating", ("zh", "en"), ["中文", "English"]),
        ("zh", ("zh",), ["中文"]),
        ("en", ("en",), ["English"]),
    ],
)
def test_a_layout_keeps_its_languages(
    layout: str, languages: tuple[str, ...], words: list[str]
) -> None:
    made = arrange(document(Paragraph("body", BOTH)), layout)
    assert made.languages == languages
    assert [each.plain for each in texts_of(made.sections)] == words
    assert [each.plain for each in made.title] == words


def test_untranslated_chinese_stands_in_for_english_and_stays_marked() -> None:
    made = arrange(document(Paragraph("body", UNTRANSLATED)), "en")
    [stand_in] = texts_of(made.sections)
    assert (stand_in.plain, stand_in.untranslated) == ("未译", True)


def test_numbers_count_by_level_and_restart_below() -> None:
    levels = [1, 2, 2, 3, 1, 2, 0, 1, 3]
    made = arrange(document(*(heading(level, f"h{at}") for at, level in enumerate(levels))), "zh")
    numbers = [block.number for block in blocks_of(made) if isinstance(block, Heading)]
    assert numbers == [1, 1, 2, 1, 2, 1, 1, 1, 1]


def test_a_heading_without_a_number_restarts_what_is_below_it() -> None:
    made = arrange(
        document(
            heading(1, "a"),
            heading(2, "b"),
            heading(1, "c", numbered=False),
            heading(2, "d"),
            heading(1, "e"),
        ),
        "zh",
    )
    numbers = [block.number for block in blocks_of(made) if isinstance(block, Heading)]
    assert numbers == [1, 1, None, 1, 2]


def test_the_contents_list_holds_headings_down_to_its_depth() -> None:
    made = arrange(
        document(Contents(1), Heading(0, BOTH, "t"), heading(1, "a"), heading(2, "b")), "en"
    )
    [contents] = [block for block in blocks_of(made) if isinstance(block, Contents)]
    english = (BOTH[1],)
    assert contents.entries == (
        ContentsEntry(0, english, "t", None),
        ContentsEntry(1, english, "a", 1),
    )


def number(words: str, language: str) -> Text:
    return Text(language, (Run(words, figure="f", number=True),), ORIGIN)  # type: ignore[arg-type]


def test_a_panel_does_not_say_the_same_number_twice() -> None:
    same = (number("62场次", "zh"), number("62", "en"))
    other = (number("2000万元", "zh"), number("RMB 20 million", "en"))
    panel = KeyFigures((KeyFigure(same, BOTH), KeyFigure(other, BOTH)))
    [made] = blocks_of(arrange(document(panel), "alternating"))
    assert isinstance(made, KeyFigures)
    assert [[each.plain for each in entry.value] for entry in made.entries] == [
        ["62场次"],
        ["2000万元", "RMB 20 million"],
    ]


def test_a_paragraph_of_a_number_keeps_both_languages() -> None:
    pair = (number("62", "zh"), number("62", "en"))
    [made] = blocks_of(arrange(document(Paragraph("body", pair)), "alternating"))
    assert isinstance(made, Paragraph)
    assert len(made.texts) == 2


def test_blocks_without_texts_pass_unchanged() -> None:
    assert choose(PageBreak(), ("zh",)) == PageBreak()


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (34, "三十四"), (99, "九十九")],
)
def test_chinese_numerals(number: int, numeral: str) -> None:
    assert chinese_numeral(number) == numeral


def test_a_hundred_headings_do_not_break() -> None:
    assert heading_number("{han}、", 100)


def test_a_headings_number_follows_its_pattern() -> None:
    assert heading_number("（{han}）", 12) == "（十二）"
    assert heading_number("{n}. ", 12) == "12. "


@pytest.mark.parametrize(
    ("chinese", "english", "shown"),
    [
        ("G309", "G309", ["G309"]),
        ("甲", "A", ["甲", "A"]),
        ("12", "120", ["12", "120"]),
    ],
)
def test_a_cell_says_once_what_both_languages_would_say(
    chinese: str, english: str, shown: list[str]
) -> None:
    column = Column(pair("列", "Column"), "left")
    table = Table(pair("表", "Table"), (column,), ((pair(chinese, english),),))
    [made] = iterate(arrange(document(table), "alternating"), Table)

    assert [text.plain for text in made.rows[0][0]] == shown


def test_a_number_is_not_printed_again_with_commas() -> None:
    number = (
        Text("zh", (Run("1234.5", number=True),), ORIGIN),
        Text("en", (Run("1,234.5", number=True),), ORIGIN),
    )
    column = Column(pair("列", "Column"), "left")
    table = Table(pair("表", "Table"), (column,), ((number,),))
    [made] = iterate(arrange(document(table), "alternating"), Table)

    assert [text.plain for text in made.rows[0][0]] == ["1234.5"]
