"""What an English text is read as: kind, exact value, unit and bounds."""

from __future__ import annotations

import pytest

from makebrief.checks.numbers.english import read_english
from tests.unit.checks.numbers.test_chinese import shown


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("13.522 billion", ["count 13522000000"]),
        ("RMB 13.522 billion", ["money 13522000000 CNY"]),
        ("RMB52.36bn", ["money 52360000000 CNY"]),
        ("3.65 billion yuan", ["money 3650000000 CNY"]),
        ("US$680 million", ["money 680000000 USD"]),
        ("RMB 3 to 5 million", ["money 3000000 CNY", "money 5000000 CNY"]),
        ("over 12,000 firms", ["count 12000 over"]),
        ("more than a hundred", ["count 100 over"]),
        ("nearly 90%", ["percent 90 nearly"]),
        ("no fewer than 500", ["count 500 at_least"]),
        ("up to 30,000", ["count 30000 at_most/exact"]),
        ("China's top 500", ["count 500"]),
        ("under the 14th Five-Year Plan", ["ordinal 14", "quantity 5 year"]),
        ("aged 65 and above", ["count 65 at_least/over"]),
        ("a dozen", ["count 12"]),
        ("dozens of", ["vague 1"]),
        ("hundreds of thousands", ["vague 5"]),
        ("one hundred and five", ["count 105"]),
        ("two and three", ["count 2", "count 3"]),
        ("twenty-two", ["count 22"]),
        ("the twenty-second", ["ordinal 22"]),
        ("the 20th", ["ordinal 20"]),
        ("Class III", ["ordinal 3"]),
        ("two-thirds", ["ratio 2/3"]),
        ("two thirds", ["ratio 2/3"]),
        ("a quarter-on-quarter increase of 6%", ["percent 6"]),
        ("a quarter of the land", ["ratio 1/4"]),
        ("one-fourteenth", ["ratio 1/14"]),
        ("not to exceed 4.5%", ["percent 9/2 at_most"]),
        ("half of them", ["ratio 1/2"]),
        ("eight out of ten", ["ratio 4/5"]),
        ("63%–68%", ["percent 63", "percent 68"]),
        ("5 per cent", ["percent 5"]),
        ("five percentage points", ["points 5"]),
        ("a 0.3-percentage-point rise", ["points 3/10"]),
        ("tripled", ["multiple 3 factor"]),
        ("three and a half years", ["quantity 7/2 year"]),
        ("half an hour", ["quantity 1/2 hour"]),
        ("for over five years", ["quantity 5 year over"]),
        ("over the five years", ["quantity 5 year exact/over"]),
        ("1.2 million mu", ["quantity 1200000 mu"]),
        ("110 kV", ["quantity 110 kV"]),
        ("23 July 2024", ["day 23", "month 7", "year 2024"]),
        ("July 23, 2024", ["day 23", "month 7", "year 2024"]),
        ("from 18 to 21 May 2024", ["day 18", "day 21", "month 5", "year 2024"]),
        ("January to June", ["span 1 6"]),
        ("the first half of 2024", ["span 1 6", "year 2024"]),
        ("the first three quarters", ["span 1 9"]),
        ("Q2", ["span 4 6"]),
        ("the 1980s", ["decade 80"]),
        ("9:30 a.m.", ["time 570 day"]),
        ("3 p.m.", ["time 900 day"]),
        ("route G309", ["code 0 G309"]),
    ],
)
def test_a_number_is_read(text: str, readings: list[str]) -> None:
    assert [shown(each) for each in read_english(text)] == readings


@pytest.mark.parametrize(
    "words",
    [
        "the first three quarters",
        "up 5.2 percentage points",
        "a rise of 3 per cent",
        "3.5 times the average",
        "13,456 yuan a month",
        "80 million US dollars",
        "12 consecutive working days",
        "eight out of ten",
        "20% off and a 10% discount",
        "first built in 1374",
        "one quarter ahead of schedule",
        "a tenfold increase",
        "longer than ten years ago",
        "brought under control over 185 square kilometres",
    ],
)
def test_a_title_is_read_as_a_sentence_is(words: str) -> None:
    title = words.title().replace(" A ", " a ").replace(" The ", " the ").replace(" Of ", " of ")
    assert list(map(shown, read_english(title))) == list(map(shown, read_english(words)))


def test_an_hour_after_a_date_is_no_day() -> None:
    kinds = [each.kind for each in read_english("From June 15 to 8 a.m. on June 16")]
    assert kinds == ["day", "month", "time", "day", "month"]


def test_the_month_may_is_told_from_the_verb() -> None:
    assert read_english("Residents may apply.") == ()
    assert read_english("Five Roads and May Be Extended")[1:] == ()
    assert [each.kind for each in read_english("It opened in May.")] == ["month"]


def test_articles_and_pronouns_state_no_number() -> None:
    assert read_english("A new road and another bridge.") == ()
    assert all(each.optional for each in read_english("One of the roads, at one time closed."))


def test_words_that_order_sentences_need_no_answer() -> None:
    assert all(each.optional for each in read_english("First, we plan. Secondly, we build."))


def test_digits_of_other_scripts_state_no_number() -> None:
    assert read_english("about ០ and ٣ years") == ()
