"""What lines give and take, in CLREQ's order (L8)."""

from __future__ import annotations

import pytest

from makebrief.layout.elastic import Adjustment, adjust, needs_adjusting
from makebrief.layout.shape import Shaped, shape_text
from makebrief.messages import Language
from tests.samples import body, context, text


def shape(words: str, language: Language = "zh") -> Shaped:
    return shape_text(text(words, language=language), body(language), context().faces)


def adjusted(words: str, room: float, language: Language = "zh") -> Adjustment:
    """A line of a whole text that has so many em too much (or too little) room."""
    shaped = shape(words, language)
    return adjust(shaped.elastic, 0, len(words), room * shaped.size)


def moved(words: str, room: float) -> dict[str, float]:
    """What moves, by the two characters beside it, in em."""
    moves = adjusted(words, room).moves.items()
    return {words[at : at + 2]: round(move / body().size, 3) for at, move in moves if move}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("聊·城（市", {"聊·": -0.1, "·城": -0.1}),
        ("聊（城，市A", {"聊（": -0.2}),
        ("聊，城A市。东", {"，城": -0.2}),
        ("聊。城A", {"城A": -0.1}),
        ("聊。城市", {"。城": -0.2}),
    ],
)
def test_l8_what_comes_first_in_the_order_shrinks_first(
    words: str, first: dict[str, float]
) -> None:
    assert moved(words, sum(first.values())) == first


def test_l8_the_next_in_order_shrinks_when_the_first_has_given_all() -> None:
    assert moved("聊（城，市", -0.8) == {"聊（": -0.5, "，市": -0.3}


def test_l8_marks_of_one_rank_give_alike() -> None:
    assert moved("聊，城，市", -0.4) == {"，城": -0.2, "，市": -0.2}


def test_l8_no_mark_shrinks_below_half_its_width_nor_the_gap_below_an_eighth() -> None:
    assert moved("聊，城A市。东", -9) == {"，城": -0.5, "城A": -0.125, "A市": -0.125, "。东": -0.5}


def test_l5_marks_that_are_closed_up_give_no_more_at_that_place() -> None:
    assert moved("聊。”城市", -9) == {"”城": -0.5}


def test_l8_a_word_space_in_chinese_text_is_not_shrunk_below_a_quarter_em() -> None:
    assert moved("AB CD", -9) == {}


def test_l8_word_spaces_stretch_first_then_the_gap_beside_latin_then_all_alike() -> None:
    words = "聊城AB CD"
    assert moved(words, 0.2) == {" C": 0.2}
    assert moved(words, 0.4) == {" C": 0.25, "城A": 0.15}
    assert moved(words, 0.8) == {" C": 0.35, "城A": 0.35}
    assert adjusted(words, 0.8).tracking / body().size == pytest.approx(0.1)


def test_l8_english_stretches_at_its_word_spaces_alone() -> None:
    adjustment = adjusted("one two three", 4, "en")
    assert adjustment.tracking == 0
    assert set(adjustment.moves) == {3, 7}
    assert sum(adjustment.moves.values()) == pytest.approx(4 * body("en").size)


@pytest.mark.parametrize("words", ["聊城——", "——", "……", "AB"])
def test_l2_nothing_inside_a_dash_an_ellipsis_or_a_word_is_elastic(words: str) -> None:
    shaped = shape(words)
    inside = words.find("——"), words.find("……"), words.find("AB")
    for at in inside:
        assert at not in shaped.elastic.between


def test_a_line_that_fits_is_left_as_it_is() -> None:
    assert not needs_adjusting(0.0, justify=True)
    assert not needs_adjusting(9.0, justify=False)
    assert needs_adjusting(-9.0, justify=False)
