from __future__ import annotations

from makebrief.word.names import free_name, style_id, style_names
from tests.unit.word.sample import style


def test_a_name_that_word_uses_itself_gets_its_language() -> None:
    names = style_names(style())

    assert names["body", "zh"].shown == "正文（中文）"
    assert names["list", "en"].shown == "List (English)"
    assert names["heading1", "en"].shown == "Heading 1 (English)"
    assert names["quote", "zh"].shown == "引文"


def test_chinese_headings_are_words_own_and_carry_our_name_as_an_alias() -> None:
    names = style_names(style())

    assert (names["heading2", "zh"].id, names["heading2", "zh"].word) == ("Heading3", "heading 3")
    assert names["heading2", "zh"].shown == "二级标题"
    assert names["title", "zh"].word == "heading 1"


def test_no_two_styles_have_the_same_id_or_name() -> None:
    names = style_names(style()).values()

    assert len({name.id for name in names}) == len(names)
    assert len({name.shown.casefold() for name in names}) == len(names)


def test_a_taken_name_is_counted_on() -> None:
    taken: set[str] = set()

    assert [free_name("引文", "zh", taken) for _ in range(3)] == ["引文", "引文 2", "引文 3"]


def test_a_name_holds_no_mark_that_separates_names() -> None:
    assert free_name("Lead, first", "en", set()) == "Lead  first"


def test_an_id_is_ascii_for_any_role() -> None:
    assert style_id("figure-value", "zh") == "FigureValueZh"
    assert style_id("导语", "en").isascii()
