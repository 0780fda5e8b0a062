"""Where lines may end; each test is named by the rule that it holds."""

from __future__ import annotations

import pytest

from makebrief.checks.numbers.units import CHINESE_CURRENCIES, CHINESE_UNITS, LATIN_UNITS
from makebrief.layout.breaks import find_breaks
from makebrief.layout.classes import classify
from tests.lines import CLOSING, OPENING, pieces


@pytest.mark.parametrize("mark", sorted(CLOSING))
def test_l1_a_closing_mark_never_starts_a_line(mark: str) -> None:
    assert pieces(f"聊城{mark}东阿") == ["聊", f"城{mark}", "东", "阿"]


@pytest.mark.parametrize("mark", sorted(OPENING))
def test_l1_an_opening_mark_never_ends_a_line(mark: str) -> None:
    assert pieces(f"聊城{mark}东阿") == ["聊", "城", f"{mark}东", "阿"]


@pytest.mark.parametrize("words", ["好。”）", "《“", "）（", "。（"])
def test_l1_marks_in_a_row_stay_on_the_right_side(words: str) -> None:
    found = pieces(f"城{words}城")
    assert all(piece[0] not in CLOSING for piece in found)
    assert all(piece[-1] not in OPENING for piece in found)


@pytest.mark.parametrize("mark", "([{")
def test_l1_a_latin_opening_mark_never_ends_a_line(mark: str) -> None:
    assert pieces(f"the words {mark}here", "en") == ["the ", "words ", f"{mark}here"]


@pytest.mark.parametrize("mark", ")]}.,;:!?”’")
def test_l1_a_latin_closing_mark_never_starts_a_line(mark: str) -> None:
    assert pieces(f"words{mark} here", "en") == [f"words{mark} ", "here"]
    assert pieces(f"words {mark} here", "en")[0] == f"words {mark} ", "also behind a space"


@pytest.mark.parametrize("pair", ["——", "……"])
def test_l2_a_dash_and_an_ellipsis_never_split(pair: str) -> None:
    found = pieces(f"聊城{pair}东阿{pair}高唐")
    assert sum(pair in piece for piece in found) == 2


@pytest.mark.parametrize("pair", ["——", "……", "—", "…"])
def test_l2_a_dash_and_an_ellipsis_never_start_a_line(pair: str) -> None:
    assert not any(piece.startswith(pair[0]) for piece in pieces(f"聊城{pair}东阿"))


@pytest.mark.parametrize("mark", "～·—")
def test_l2_a_connector_never_starts_a_line(mark: str) -> None:
    assert not any(piece[0] == mark for piece in pieces(f"聊城{mark}东阿"))


def test_l2_a_slash_stands_at_neither_end() -> None:
    assert pieces("聊城/东阿") == ["聊", "城/东", "阿"]


@pytest.mark.parametrize(
    "number",
    [
        "135.22亿元",
        "2000万元",
        "200余万元",
        "第20届",
        "48个",
        "63%",
        "12.0%",
        "1,234.5",
        "2024年",
        "7月",
        "RMB 13.522",
        "G309",
        "37℃",
        "¥500",
        "A4",
        "3.5%",
    ],
)
def test_l3_a_number_stays_whole_in_chinese(number: str) -> None:
    assert any(number in piece for piece in pieces(f"达到{number}以上"))


@pytest.mark.parametrize(
    "number",
    [
        "RMB 13.522",
        "13.522 billion",
        "23 July",
        "1,234.5",
        "63%",
        "63%–68%",
        "5.3 percent",
        "230,000 km",
        "No. 5",
        "3.5",
        "2.6 million square metres",
        "310 kilometres",
        "4.2 billion kilowatt-hours",
    ],
)
def test_l3_a_number_stays_whole_in_english(number: str) -> None:
    assert any(number in piece for piece in pieces(f"rose to {number} of all", "en"))


_COUNTERS = (
    "个项家名位人户次场份处条座所台套辆件起例批届期部支张本篇款种类层栋幢间只头株棵块段道轮艘架列节"
    "组队片宗笔单门师册颗盏眼匹枚席趟省市县镇村国校"
)
_COUNTED = (*CHINESE_UNITS, *CHINESE_CURRENCIES, *_COUNTERS)


@pytest.mark.parametrize("unit", _COUNTED)
@pytest.mark.parametrize("number", ["35", "1.2万", "300余", "1.2万余"])
def test_l3_a_number_keeps_each_unit_that_the_checks_know(number: str, unit: str) -> None:
    assert any(f"{number}{unit}" in piece for piece in pieces(f"共有{number}{unit}，达标"))


@pytest.mark.parametrize("symbol", LATIN_UNITS)
def test_l3_a_number_keeps_each_symbol_that_the_checks_know(symbol: str) -> None:
    assert any(f"35 {symbol}" in piece for piece in pieces(f"with 35 {symbol}, more", "en"))
    assert any(f"35{symbol}" in piece for piece in pieces(f"达到35{symbol}，达标"))


@pytest.mark.parametrize("number", ["6.4：41.5：52.1", "3个多小时", "5个半月", "00后", "8:30"])
def test_l3_a_ratio_a_time_and_a_generation_stay_whole(number: str) -> None:
    assert any(number in piece for piece in pieces(f"其中{number}，达标"))


def test_l3_what_bounds_a_number_is_dear_to_divide() -> None:
    words = "达10亿元以上"
    assert set(find_breaks(words, classify(words, "zh")).dear) == {6}


def test_l3_a_number_written_out_is_dear_to_divide() -> None:
    words = "实施十二项行动"
    assert set(find_breaks(words, classify(words, "zh")).dear) == {3, 4}


def test_l3_a_span_of_years_stays_whole_in_both_languages() -> None:
    assert any("2021—2035年" in piece for piece in pieces("规划（2021—2035年）实施"))
    assert any("2021–2035" in piece for piece in pieces("the plan 2021–2035 is", "en"))


@pytest.mark.parametrize("number", ["-5.3%", "+12", "−3"])
def test_l3_a_number_keeps_its_sign(number: str) -> None:
    assert any(number in piece for piece in pieces(f"增长{number}以上"))


def test_l3_a_range_of_amounts_breaks_nowhere_but_at_its_dash() -> None:
    found = pieces("约200万元～300万元的")
    assert any(piece.startswith("200万元") for piece in found)
    assert all("万" in piece for piece in found if "00" in piece)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_l4_a_latin_word_is_never_broken_inside(language: str) -> None:
    words = ["The", "Dong’e-Jinan", "intercity", "don't", "naïve", "Ⅳ"]
    found = pieces(" ".join(words), language)  # type: ignore[arg-type]
    for word in ("The", "intercity", "don't", "naïve"):
        assert any(word in piece for piece in found), found


@pytest.mark.parametrize("word", ["Dong’e", "Tai’an", "don’t"])
def test_l4_an_apostrophe_inside_a_latin_word_does_not_break_it(word: str) -> None:
    assert any(word in piece for piece in pieces(f"位于{word}县", "zh"))
    assert any(word in piece for piece in pieces(f"in {word} county", "en"))


def test_l4_a_hyphenated_word_breaks_behind_its_hyphen() -> None:
    assert pieces("high-quality growth", "en") == ["high-", "quality ", "growth"]


def test_l4_a_latin_word_beside_han_breaks_from_it() -> None:
    assert pieces("采用Type0字体") == ["采", "用", "Type0", "字", "体"]


def test_l4_an_address_breaks_behind_its_slashes_and_dots_and_never_inside_words() -> None:
    address = "https://www.liaocheng.gov.cn/col/news-2024.html?id=12&x=3"
    found = pieces(f"见{address}。")
    assert "".join(found[1:]) == address + "。"
    assert found[1].startswith("https://www.")
    assert all(piece[-1] in "/.?&-=" or piece[-1].isalnum() for piece in found[1:-1])
    cuts = {"".join(found[1:end])[-1] for end in range(2, len(found))}
    assert cuts <= set("/.?&=-")


def test_l4_nothing_breaks_at_a_no_break_space() -> None:
    assert pieces("a\xa0b c", "en") == ["a\xa0b ", "c"]


def test_a_break_stands_behind_its_spaces() -> None:
    assert pieces("one  two", "en") == ["one  ", "two"]


def test_an_accent_is_never_parted_from_its_letter() -> None:
    assert pieces("e\u0301a 聊\u0301城") == ["e\u0301a ", "聊\u0301", "城"]


def test_quotes_belong_to_the_language_of_the_run() -> None:
    assert classify("“a”—…", "zh") == "OLCDE"
    assert classify("“a”—…", "en") == "oLchm"


def test_l4_a_hyphen_before_a_word_stays_with_it() -> None:
    assert pieces("the form (-est) of it", "en") == ["the ", "form ", "(-est) ", "of ", "it"]
