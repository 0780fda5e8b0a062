"""Whatever a figure says in both languages agrees; what another says does not."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from makebrief.checks.numbers.chinese import read_chinese
from makebrief.checks.numbers.english import read_english
from makebrief.checks.numbers.pair import differences_of
from makebrief.content.figures import figure_words
from makebrief.content.kinds import FigureUnit
from makebrief.content.models import Figure, Period, Unit

COUNTERS = [
    Unit(zh="家", en="firms", one="firm"),
    Unit(zh="个", en="projects", one="project"),
    Unit(zh="人次", en="visits", one="visit"),
]
UNITS: list[FigureUnit] = ["CNY", "percent", "percentage_points", "number", "tonne", *COUNTERS]
BOUNDS = [None, "over", "nearly", "about", "at_least"]


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    unit = draw(st.sampled_from(UNITS))
    if unit in {"percent", "percentage_points"}:
        value = Decimal(draw(st.integers(1, 9999))) / 100
    else:
        value = Decimal(draw(st.integers(2, 10**6)) * 10 ** draw(st.integers(0, 6)))
    return Figure(value=value, unit=unit, bound=draw(st.sampled_from(BOUNDS)))


def sentences(chinese: Figure, english: Figure) -> tuple[str, str]:
    return (
        f"本市共有项目（企业）{figure_words(chinese, 'zh')}。",
        f"In all there were {figure_words(english, 'en')}.",
    )


@given(figures())
def test_a_figure_agrees_with_itself(figure: Figure) -> None:
    assert differences_of(*sentences(figure, figure)) == ()


@given(figures(), figures())
def test_figures_of_other_values_never_agree(one: Figure, other: Figure) -> None:
    if one.value != other.value:
        assert differences_of(*sentences(one, other))


@given(st.integers(1949, 2100), st.integers(1, 12), st.integers(1, 28))
def test_a_day_agrees_with_itself_alone(year: int, month: int, day: int) -> None:
    date = Figure(day=f"{year}-{month:02}-{day:02}")
    other = Figure(day=f"{year}-{month % 12 + 1:02}-{day:02}")
    assert differences_of(*sentences(date, date)) == ()
    assert differences_of(*sentences(date, other))


PERIODS = [
    Period(year=2024),
    Period(year=2024, half=1),
    Period(year=2024, half=2),
    Period(year=2024, quarter=1),
    Period(year=2024, quarter=4),
    Period(year=2024, quarters=2),
    Period(year=2024, quarters=3),
    Period(year=2024, months=5),
]


@given(st.sampled_from(PERIODS), st.sampled_from(PERIODS))
def test_a_period_agrees_with_itself_alone(one: Period, other: Period) -> None:
    found = differences_of(*sentences(Figure(period=one), Figure(period=other)))
    assert (found == ()) == (_months(one) == _months(other))


def _months(period: Period) -> object:
    """Half a year is two quarters, however it is called."""
    return 6 if period.half == 1 or period.quarters == 2 else period


@given(st.text(alphabet="0123456789.,:/+-% 零一二两十百千万亿第年月日半成倍元个余多", max_size=60))
def test_any_chinese_numerals_can_be_read(text: str) -> None:
    for number in read_chinese(text):
        assert 0 <= number.start < number.end <= len(text)


WORDS = """
one two third ten hundred thousand million and a half of dozen 1 20 3.5 1,000 % to - first quarters
May 2024 RMB $ times over about per cent years Phase III 3:1 1/0
"""


@given(st.lists(st.sampled_from(WORDS.split()), max_size=20))
def test_any_english_numerals_can_be_read(words: list[str]) -> None:
    text = " ".join(words)
    for number in read_english(text):
        assert 0 <= number.start < number.end <= len(text)
