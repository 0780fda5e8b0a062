"""What holds for the lines of any text in any measure."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from hypothesis import example, given
from hypothesis import strategies as st

from makebrief.document.model import Run
from makebrief.layout.breaks import find_breaks
from makebrief.layout.classes import classify
from makebrief.layout.lines import Measure, Span, break_lines, own_align
from makebrief.layout.marks import PlacedLine
from makebrief.layout.shape import Shaped, shape_text
from makebrief.messages import Language
from tests.lines import CLOSING, OPENING, grid_tracking, pieces, right_edge, set_lines, words_of
from tests.property.texts import LANGUAGES, TEXTS
from tests.samples import body, context, face, text

MEASURES = st.integers(6, 30)
LATIN_CLOSING = frozenset(",;!?)]}")


def shape(words: str, language: Language) -> Shaped:
    style = body(language)
    tracking = em_of(language) - style.size
    return shape_text(text(words, language=language), style, context().faces, "", tracking)


def em_of(language: Language) -> float:
    return context().style.em(body(language), language)


def lines_of(words: str, em: int, language: Language) -> tuple[Shaped, list[Span]]:
    shaped = shape(words, language)
    measure = em * shaped.size
    justify = own_align(body(language), language, measure) == "justify"
    return shaped, break_lines(shaped, Measure(measure - 2 * em_of(language), measure, justify))


@given(TEXTS, MEASURES, LANGUAGES)
@example("聊城" + "A" * 60 + "，", 6, "zh")
def test_lines_hold_the_text_in_order_but_for_spaces_at_their_ends(
    words: str, em: int, language: Language
) -> None:
    shaped, lines = lines_of(words, em, language)
    done = 0
    for line in lines:
        lost = shaped.classes[done : line.start]
        assert set(lost) <= {"S"}
        assert line.end > line.start or not words.strip(" ")
        done = line.end
    assert set(shaped.classes[done:]) <= {"S"}


@given(TEXTS, MEASURES, LANGUAGES)
@example("https://a.cn/?b=1&c=%2F63%～68%", 16, "zh")
@example("䶮63%～68%", 6, "zh")
def test_a_line_ends_where_it_may_unless_there_was_no_such_place(
    words: str, em: int, language: Language
) -> None:
    shaped, lines = lines_of(words, em, language)
    for before, line in itertools.pairwise(lines):
        if line.start not in shaped.breaks and not before.hyphen:
            legal = [at for at in shaped.breaks if before.start < at < line.start]
            assert not legal or (
                line.start in shaped.places.dashes
                and _serves_nothing(shaped, (before.start, legal[-1], line.start), em)
            )


def _serves_nothing(shaped: Shaped, places: tuple[int, int, int], em: int) -> bool:
    """Whether a range breaks after its dash because nothing else serves (L3).

    The place before it would tear the line open, or the range is wider than a line. Of several
    ranges, and in a web address, one place decides about others, which is not looked into here.
    """
    if "://" in shaped.text or len(shaped.places.dashes) > 1:
        return True
    start, legal, dash = places
    end = min((at for at in shaped.breaks if at > dash), default=len(shaped.text))
    too_wide = shaped.edges[end] - shaped.edges[legal] > em * shaped.size
    torn = _is_torn(shaped, start, legal, em)
    return torn or too_wide


def _is_torn(shaped: Shaped, start: int, end: int, em: int) -> bool:
    """Whether a line would be many times looser than is comfortable."""
    room = em * shaped.size - (shaped.edges[end] - shaped.edges[start])
    return room > 15 * (shaped.elastic.given[end - 1] - shaped.elastic.given[start]) > 0


@given(TEXTS, LANGUAGES)
def test_l1_no_line_may_begin_with_a_closing_mark_or_end_with_an_opening_one(
    words: str, language: Language
) -> None:
    for at in find_breaks(words, classify(words, language)).legal:
        assert words[at] not in CLOSING - (set("“‘") if language == "en" else set())
        assert words[at] not in LATIN_CLOSING or words[at - 1] == "/"
        assert words[at - 1] not in OPENING
        assert words[at - 1 : at + 1] not in {"——", "……"}
        assert not (words[at - 1].isascii() and words[at - 1 : at + 1].isdecimal())


@given(TEXTS, MEASURES, LANGUAGES)
@example("聊" * 9 + "A" * 12 + "字。", 10, "zh")
@example("A" * 40 + "）" * 3, 6, "zh")
def test_no_line_is_wider_than_the_measure_unless_it_is_one_piece(
    words: str, em: int, language: Language
) -> None:
    for line in set_lines(words, em=em, language=language):
        shown = words_of(line)
        if len(pieces(shown, language)) > 1 or len(shown) == 1:
            assert right_edge(line) <= em * body(language).size + 0.1, shown


@given(TEXTS, MEASURES)
def test_l8_lines_with_room_to_stretch_are_flush(words: str, em: int) -> None:
    shaped, spans = lines_of(words, em, "zh")
    lines = set_lines(words, em=em)
    for line, span in list(zip(lines, spans, strict=True))[:-1]:
        if words_of(line).endswith("\u3000"):
            continue  # where a blank ends, nobody sees
        inside = range(span.start, span.end - 1)
        elastic = shaped.elastic
        places = {*elastic.between, *(at for at, _ in (*elastic.joints, *elastic.spaces))}
        if places & set(inside):
            assert abs(right_edge(line) - em * shaped.size) <= 0.1, words_of(line)
        else:
            assert right_edge(line) <= em * shaped.size + 0.1


@given(TEXTS, LANGUAGES)
def test_marks_of_emphasis_do_not_change_where_a_line_may_end(
    words: str, language: Language
) -> None:
    half = len(words) // 2
    marked = shape_text(
        text(words[:half], Run(words[half:]), language=language), body(language), context().faces
    )
    assert marked.breaks == shape(words, language).breaks


@given(TEXTS, LANGUAGES)
def test_widths_add_up(words: str, language: Language) -> None:
    shaped = shape(words, language)
    assert len(shaped.advances) == len(shaped.gaps) == len(words) == len(shaped.classes)
    assert all(advance >= 0 for advance in shaped.advances)
    assert all(b >= a - 0.01 for a, b in zip(shaped.edges, shaped.edges[1:], strict=False))


def boxes(line: PlacedLine) -> Iterator[tuple[str, float, float]]:
    """Each character of a line, and from where to where it is at least, its blanks trimmed."""
    for run in line.runs:
        own, wide, kerns = face(run.face).advances, dict(run.wide), dict(run.kerns)
        x = run.x
        for at, character in enumerate(run.text):
            marked = character in CLOSING | OPENING | {"·"}
            left, right = face(run.face).trims(character) if marked else (0, 0)
            end = x + (own[character] - right) * run.size / 1000
            yield character, x + left * run.size / 1000, end
            advance = wide.get(at, own[character]) * run.size / 1000
            x += advance + kerns.get(at, 0.0) + run.tracking


@given(TEXTS, MEASURES)
@example("聊（城），市、“东”：阿·城。" * 8, 11)
def test_l8_no_character_is_set_over_another(words: str, em: int) -> None:
    for line in set_lines(words, em=em):
        for (before, _, end), (after, start, _) in itertools.pairwise(boxes(line)):
            kerned = before.isascii() or after.isascii() or "\u0301" in before + after
            assert kerned or start >= end + grid_tracking() - 0.01, (before, after)
