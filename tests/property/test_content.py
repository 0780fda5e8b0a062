"""What holds for any figure, any markup and any file."""

from __future__ import annotations

import re
import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from makebrief.content.bundle import read_path, show_path
from makebrief.content.figures import figure_words, plain_number
from makebrief.content.inline import MarkupError, Words, parse_inline
from makebrief.content.load import load_bundle
from makebrief.content.models import Figure, Unit
from makebrief.content.parse import decode_text, parse_source
from makebrief.errors import BriefError
from tests.samples import BRIEF, SERIES, refusal, write_series

WHOLE = st.integers(-(10**17), 10**17)
DECIMALS = st.decimals(
    min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=3
)
NUMBERS = st.one_of(WHOLE, DECIMALS, st.integers(0, 30).map(lambda power: 10 ** (power % 18)))
UNITS = st.sampled_from(
    ["CNY", "percent", "percentage_points", "number", Unit(zh="家", en="firms")]
)
BOUNDS = st.sampled_from([None, "over", "nearly", "about", "at_least"])

_SCALES = {"亿": 10**8, "万": 10**4, "trillion": 10**12, "billion": 10**9, "million": 10**6}
_NUMBER = re.compile(r"(-?[0-9][0-9,]*(?:\.[0-9]+)?)余?\s?(亿|万|trillion|billion|million)?")


def read_number(words: str) -> Decimal:
    """The number that a reader takes from words."""
    found = _NUMBER.search(words)
    assert found, words
    return Decimal(found[1].replace(",", "")) * _SCALES.get(found[2] or "", 1)


@given(NUMBERS, UNITS, BOUNDS)
@example(13522000000, "CNY", None)
@example(Decimal("12.000"), "percent", "over")
def test_e1_a_figure_keeps_its_value_in_both_languages(
    value: int | Decimal, unit: str | Unit, bound: str | None
) -> None:
    figure = Figure(value=value, unit=unit, bound=bound)  # type: ignore[arg-type]
    chinese, english = figure_words(figure, "zh"), figure_words(figure, "en")
    assert read_number(chinese) == value, chinese
    assert read_number(english) == value, english


@given(DECIMALS)
def test_a_decimal_below_the_scales_keeps_its_zeros(value: Decimal) -> None:
    assume(abs(value) < 10_000)
    figure = Figure(value=value, unit="percent")
    assert figure_words(figure, "zh") == f"{value:f}%"
    assert figure_words(figure, "en").replace(",", "") == f"{value:f}%"


@given(NUMBERS)
def test_a_number_in_a_cell_keeps_its_digits(value: int | Decimal) -> None:
    assert plain_number(value, "zh") == f"{Decimal(value):f}"
    assert plain_number(value, "en").replace(",", "") == f"{Decimal(value):f}"


def escape(words: str) -> str:
    """Words so that markup leaves them as they are."""
    return re.sub(r"([\\*\[\]{}])", r"\\\1", words)


ANY_WORDS = st.text(st.sampled_from("a聊*\\[](){}“_/:. \U0002cb7c"), max_size=30)


@given(ANY_WORDS)
def test_escaped_words_are_read_as_they_are(words: str) -> None:
    assert "".join(piece.text for piece in plain(escape(words))) == words


def plain(written: str) -> tuple[Words, ...]:
    pieces = parse_inline(written)
    assert all(isinstance(piece, Words) for piece in pieces)
    return tuple(piece for piece in pieces if isinstance(piece, Words))


@given(ANY_WORDS, ANY_WORDS)
def test_escaped_words_can_be_marked(strong: str, emphasis: str) -> None:
    assume(strong and emphasis)
    pieces = plain(f"**{escape(strong)}**-*{escape(emphasis)}*")
    assert "".join(piece.text for piece in pieces if piece.strong) == strong
    assert "".join(piece.text for piece in pieces if piece.emphasis) == emphasis


@given(ANY_WORDS)
def test_any_words_are_read_or_refused_where_the_mistake_stands(written: str) -> None:
    mistake: MarkupError | None = None
    try:
        parse_inline(written)
    except MarkupError as failure:
        mistake = failure
    assert mistake is None or written[mistake.at :].startswith(mistake.words)


YAML_PIECES = st.sampled_from(
    ["a: ", "b: ", "- ", "\n", "  ", "\t", "{", "}", "[", "]", ", ", ":", "'", '"', "|", ">", "&x ",
     "*x", "!t ", "!!binary ", "#", "聊", "\U0002cb7c", "\x85", "\u2028", "\x01", "\\x01", "? ",
     "---", "%", "@", "`", "1.50", "2024-07-23", "null", "~", "\ufeff", "\r\n", "<<: "]
)  # fmt: skip
YAML = st.lists(YAML_PIECES, max_size=25).map("".join)


@given(st.one_of(YAML, st.text(max_size=60)))
def test_any_text_is_yaml_or_refused_inside_the_file(written: str) -> None:
    try:
        source = parse_source(decode_text(written.encode("utf-8", "surrogatepass"), "f"), "f")
    except BriefError as failure:
        for diagnostic in failure.diagnostics:
            assert diagnostic.span is not None
            lines = re.split("\r\n|\r|\n", written.removeprefix("\ufeff"))
            assert 1 <= diagnostic.span.line <= len(lines) + 1
    else:
        for path in source.places:
            assert source.value(path).line <= written.count("\n") + written.count("\r") + 1


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    failure = refusal(lambda: decode_text(data, "f"))
    assert failure is None or failure.diagnostics


@given(st.data())
@settings(max_examples=40)
def test_a_damaged_series_loads_or_is_refused_with_places(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["series.yaml", "statistics.yaml"]))
    whole = SERIES if name == "series.yaml" else BRIEF
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(start + 12, len(whole))))
    written = whole[:start] + data.draw(st.one_of(YAML, st.just(""))) + whole[end:]
    with tempfile.TemporaryDirectory() as folder:
        home = write_series(Path(folder), {name: written})
        failure = refusal(lambda: load_bundle(home))
    if failure:
        assert failure.diagnostics
        assert all(diagnostic.text("zh") for diagnostic in failure.diagnostics)


PATHS = st.lists(
    st.one_of(st.integers(0, 99), st.from_regex(r"[a-z][a-z0-9_-]*", fullmatch=True)), max_size=6
).map(tuple)


@given(PATHS)
def test_content_paths_are_read_back(path: tuple[str | int, ...]) -> None:
    assert read_path(show_path(path)) == path
