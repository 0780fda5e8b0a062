"""Numbers that differ in a series: where it is said, in which words, and what is no difference."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from makebrief.checks.references import check_bundle
from makebrief.errors import Diagnostic
from tests.samples import SERIES, brief_with, bundle_of, first_line, hints_of

FIGURES = """
investment: {value: 13522000000, unit: CNY, previous: 12000000000, change: {}}
land: {value: 1000, unit: mu}
growth: {value: 5.8, unit: percent}
half: {period: {year: 2024, half: 1}}
companies: {value: 1200, unit: {zh: 家, en: firms, one: firm}, bound: over}
"""


def check(folder: Path, chinese: str, english: str, series: str = SERIES) -> list[Diagnostic]:
    brief = brief_with(f'- text: {{zh: "{chinese}", en: "{english}"}}', FIGURES)
    return list(check_bundle(bundle_of(folder, brief, series)))


def test_both_places_readings_and_the_cause_are_said(tmp_path: Path) -> None:
    [found] = check(tmp_path, "投资90亿元。", "RMB 90 billion was invested.")

    assert first_line(found) == (
        "statistics.yaml:14:36: error: “RMB 90 billion” does not say what the Chinese “90亿元” "
        "says: a power of ten is off (亿 is 100 million, 万 is 10 thousand)"
    )
    assert hints_of(found) == [
        "the Chinese (line 14:23) is read as 9,000,000,000 CNY, the English as 90,000,000,000 CNY"
    ]


def test_in_chinese_it_is_said_in_chinese(tmp_path: Path) -> None:
    [found] = check(tmp_path, "服务旅客126万人次。", "It served 126 passengers.")
    assert "英文“126”与中文“126万”不一致：漏了“万”" in found.text("zh")


def test_a_number_that_is_lost_is_shown_in_the_chinese(tmp_path: Path) -> None:
    [found] = check(tmp_path, "建成68座。", "They were built.")
    assert first_line(found) == (
        "statistics.yaml:14:23: error: the English lacks the “68” of the Chinese"
    )
    assert hints_of(found) == [
        "it is read as 68; the other language begins at line 14:34",
        "if it is part of a name, add the name to the glossary in both languages",
    ]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("投资{investment}。", "{investment} was invested."),
        ("投资135.22亿元。", "{investment} was invested."),
        ("投资{investment}，{investment:change}。", "{investment} was invested, up 12.7%."),
        ("上期{investment:previous}。", "It was RMB 12 billion."),
        ("土地{land}。", "The land covers {land}."),
        ("土地{land}。", "The land covers about 66.7 hectares."),
        ("{half}增长{growth}。", "It grew by 5.8% in {half}."),
        ("{half}增长。", "It grew in the first half of 2024."),
        ("有{companies}。", "There are over 1,200 firms."),
        ("超过{investment}", "over {investment}"),
        ("**135.22**亿元", "RMB *13.522* billion"),
        ("[135.22亿元](https://a.example/90)", "[RMB 13.522 billion](https://a.example/90)"),
        ("{nobody}增长", "{nobody} grew"),
    ],
)
def test_figures_and_markup_are_read_as_they_print(
    tmp_path: Path, chinese: str, english: str
) -> None:
    found = [first_line(each) for each in check(tmp_path, chinese, english)]
    assert [each for each in found if "nobody" not in each] == []


@pytest.mark.parametrize(
    ("chinese", "english", "cause"),
    [
        ("投资{investment}。", "RMB 13.252 billion was invested.", "digits are swapped"),
        ("投资{investment}。", "RMB 1.3522 billion was invested.", "a power of ten is off"),
        ("{investment:change}。", "It rose by 12.8%.", "another number"),
        ("{half}增长。", "It grew in the second half of 2024.", "another part of the year"),
        ("超过{investment}", "{investment}", "was lost"),
        ("{investment}", "nearly {investment}", "has no over"),
        ("{companies}", "1,200 firms", "was lost"),
    ],
)
def test_figures_are_held_against_what_is_written_out(
    tmp_path: Path, chinese: str, english: str, cause: str
) -> None:
    [found] = check(tmp_path, chinese, english)
    assert cause in first_line(found)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("总投资 135.22 亿元，增长 4.5%。", "Investment came to RMB 13.522 billion, up 4.5%."),
        (
            "超过 {growth} 的增速，第 20 届，2024 年 7 月。",
            "Over {growth}, the 20th, in July 2024.",
        ),
        ("走访企业 {companies}，超 300 家。", "It visited {companies}, over 300 of them."),
        ("全长 3.2 km，每平方千米 684 人。", "It is 3.2 km long; 684 people per square kilometre."),
    ],
)
def test_spaces_typed_beside_digits_make_no_difference(
    tmp_path: Path, chinese: str, english: str
) -> None:
    assert check(tmp_path, chinese, english) == check(tmp_path, chinese.replace(" ", ""), english)
    assert check(tmp_path, chinese, english) == []


def test_a_slip_among_typed_spaces_is_placed_where_it_is_written(tmp_path: Path) -> None:
    [plain] = check(tmp_path, "建成12座，投资90亿元。", "It built 12 at RMB 90 billion.")
    [found] = check(tmp_path, "建成 12 座，投资 90 亿元。", "It built 12 at RMB 90 billion.")
    assert found.message == plain.message
    place = re.search(r"line (\d+):(\d+)", hints_of(found)[0])
    assert place
    assert found.span
    line = Path(found.span.file).read_text(encoding="utf-8").split("\n")[int(place[1]) - 1]
    assert line[int(place[2]) - 1 :].startswith("90 亿元")


def test_names_in_the_glossary_hold_no_numbers(tmp_path: Path) -> None:
    chinese, english = "推进三提三敢。", "We pursue Six Virtues."
    term = "glossary: [{zh: 三提三敢, en: Six Virtues}]\n"

    assert check(tmp_path, chinese, english)
    assert check(tmp_path, chinese, english, SERIES + term) == []


def test_the_year_reported_on_may_be_left_out_with_a_warning(tmp_path: Path) -> None:
    [found] = check(tmp_path, "2024年增长5%。", "It grew by 5%.")
    assert first_line(found).startswith("statistics.yaml:14:21: warning: ")

    [found] = check(tmp_path, "2023年增长5%。", "It grew by 5%.")
    assert first_line(found).startswith("statistics.yaml:14:21: error: ")


def test_the_place_is_right_in_folded_and_quoted_texts(tmp_path: Path) -> None:
    brief = brief_with(
        """
        - text:
            zh: >-
              上半年，
              新增企业48家。
            en: "In the first half of the year,\\
              \\x20there were 49 new\\u0020firms."
        """
    )
    [found] = check_bundle(bundle_of(tmp_path, brief))
    assert first_line(found).startswith("statistics.yaml:14:28: error: “49”")


def test_a_text_without_english_is_not_compared(tmp_path: Path) -> None:
    brief = brief_with("- text: {zh: 有48家企业。}")
    [found] = check_bundle(bundle_of(tmp_path, brief))
    assert "no English yet" in first_line(found)


def test_a_unit_that_changes_the_number_is_an_error(tmp_path: Path) -> None:
    figure = "visits: {value: 126, unit: {zh: 万人次, en: visits}}"
    [found] = check_bundle(bundle_of(tmp_path, brief_with("- text: {zh: 甲, en: a}", figure)))

    assert first_line(found) == (
        "statistics.yaml:6:30: error: with this unit the figure says “126万人次” in Chinese, "
        "“126 visits” in English"
    )
    assert hints_of(found) == ["万 (10 thousand) was dropped"]


def test_what_a_figure_counts_is_its_own_affair(tmp_path: Path) -> None:
    places = "places: {value: 3, unit: {zh: 个, en: counties, one: county}}"
    brief = brief_with("- text: {zh: '覆盖{places}。', en: 'It covers {places}.'}", places)
    assert not list(check_bundle(bundle_of(tmp_path, brief)))
    [found] = check(tmp_path, "覆盖3个。", "It covers 3 counties.")
    assert "another thing is counted" in found.text("en")


def test_numbers_that_agree_and_seem_exchanged_are_a_warning(tmp_path: Path) -> None:
    [found] = check(tmp_path, "出口增8%，进口增3%。", "Exports rose 3% and imports 8%.")
    assert found.severity == "warning"
    assert "changed places" in found.text("en")
    assert "互换" in found.text("zh")


def test_words_that_a_figure_prints_again_are_a_warning(tmp_path: Path) -> None:
    found = check(
        tmp_path,
        "投资{investment}，同比{investment:change}。",
        "{investment} was invested, {investment:change} year on year.",
    )
    assert [each.text("en").partition(": ")[2].split(" stands")[0] for each in found] == [
        "warning: “同比同比”",
        "warning: “year on year year on year”",
    ]
    assert check(tmp_path, "其中投资{investment}。", "Up to {investment} was invested.") == []
