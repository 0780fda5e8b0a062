from __future__ import annotations

import pytest

from makebrief.document.model import Run
from makebrief.layout.shape import Shaped, shape_text
from makebrief.messages import Language
from tests.samples import body, context, text


def shape(*runs: str | Run, language: Language = "zh", lead: str = "") -> Shaped:
    return shape_text(text(*runs, language=language), body(language), context().faces, lead)


def width(*runs: str | Run, language: Language = "zh") -> float:
    """A text's natural width in em."""
    shaped = shape(*runs, language=language)
    return shaped.edges[-1] / shaped.size


@pytest.mark.parametrize(("han", "latin"), [("聊", "A"), ("聊", "5"), ("聊", "¥5")])
def test_l7_a_quarter_em_stands_between_han_and_latin(han: str, latin: str) -> None:
    apart = width(han) + width(latin)
    assert width(han + latin) == pytest.approx(apart + 0.25)
    assert width(latin + han) == pytest.approx(apart + 0.25)


def test_l7_a_quarter_em_follows_a_percent_sign() -> None:
    assert width("63%的") == pytest.approx(width("63%") + 1.25)


@pytest.mark.parametrize("spaces", [" ", "  "])
def test_l7_a_typed_space_counts_as_the_gap(spaces: str) -> None:
    assert width(f"聊{spaces}A{spaces}城") == pytest.approx(width("聊A城"))


@pytest.mark.parametrize("words", ["，A", "A，", "（A", "A）", "。5", "5。", "A：", "“A”"])
def test_l7_no_gap_stands_beside_chinese_punctuation(words: str) -> None:
    assert width(words) == pytest.approx(sum(width(each) for each in words))


@pytest.mark.parametrize("words", ["， A", "A ，", "A （城", "城） A"])
def test_l7_a_space_typed_beside_chinese_punctuation_adds_at_most_the_gap(words: str) -> None:
    assert width(words) <= width(words.replace(" ", "")) + 0.25 + 1e-6


@pytest.mark.parametrize(
    "marks", ["。”", "）,".replace(",", "，"), "》（", "，“", "”。", "（“", "：《"]
)
def test_l5_two_marks_together_take_one_and_a_half_em(marks: str) -> None:
    assert width("聊" + marks + "城") == pytest.approx(3.5, abs=0.06)


def test_l5_three_marks_together_take_two_em() -> None:
    assert width("聊。”）城") == pytest.approx(4.0, abs=0.1)


def test_l5_a_mark_between_ideographs_takes_its_full_em() -> None:
    assert width("聊，城") == pytest.approx(3.0)


@pytest.mark.parametrize("pair", ["——", "……"])
def test_l2_a_dash_and_an_ellipsis_take_two_em(pair: str) -> None:
    assert width(f"聊{pair}城") == pytest.approx(4.0)


def test_l11_the_language_decides_which_face_sets_quotes_and_dashes() -> None:
    chinese = shape("“好”——")
    english = shape("“good” — so…", language="en")
    assert {segment.face.id for segment in chinese.segments} == {"fangsong"}
    assert {segment.face.id for segment in english.segments} == {"serif"}


def test_marks_choose_their_faces() -> None:
    shaped = shape("一a", Run("二b", strong=True), Run("三c", emphasis=True))
    assert [segment.face.id for segment in shaped.segments] == [
        "fangsong",
        "serif",
        "hei",
        "serif-bold",
        "kai",
        "serif-italic",
    ]


def test_a_character_that_its_face_lacks_falls_back() -> None:
    shaped = shape("a①Ω", language="en")
    assert all(
        segment.face.has(shaped.text[at])
        for segment in shaped.segments
        for at in range(segment.start, segment.end)
    )


def test_segments_cover_the_text_in_order() -> None:
    shaped = shape("第20届", Run("ABC会议", strong=True), "，共5天。", lead="一、")
    assert shaped.text == "一、第20届ABC会议，共5天。"
    stops = [0, *(segment.end for segment in shaped.segments)]
    assert [segment.start for segment in shaped.segments] == stops[:-1]
    assert stops[-1] == len(shaped.text)
    assert len(shaped.edges) == len(shaped.text) + 1


def test_an_empty_text_has_no_width() -> None:
    assert shape("").edges == [0.0]
