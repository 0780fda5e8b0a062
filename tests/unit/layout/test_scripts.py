"""Raised and lowered characters, squared units, and dots under emphasised Han."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from makebrief.document.model import Run
from makebrief.layout.context import Context
from makebrief.layout.marks import Dots, Link
from makebrief.layout.paragraphs import Box, Lines, set_text
from makebrief.style.model import Role
from tests.lines import pieces, set_lines, words_of
from tests.samples import body, context, face, text


def dotted(*runs: Run | str, em: float = 30) -> Lines:
    """A text set by a style that puts dots under emphasised Han."""
    role = context().style.role("body")
    own = Role(name=role.name, zh=replace(role.zh, emphasis="dots"), en=role.en)
    style = replace(context().style, roles={**context().style.roles, "body": own})
    return set_text(text(*runs), Box("body", em * 16), Context(style, context().faces))


@pytest.mark.parametrize("words", ["CO₂", "m²", "km²", "10⁻⁶", "x⁽¹⁾", "a₊ₙ", "10⁰"])
def test_what_a_face_lacks_is_made_of_its_digits_and_keeps_its_character(words: str) -> None:
    [line] = set_lines(words, em=20, language="en")
    assert words_of(line) == words
    for run in line.runs:
        for character in run.text:
            made = face(run.face).script(character)
            assert (run.size < 14) == (made is not None)
            assert face(run.face).has(character)


def test_a_made_character_is_as_high_as_the_faces_own() -> None:
    serif = face("serif")
    made = serif.script("⁰")
    assert made is not None
    assert serif.script("²") is None
    assert made.scale == pytest.approx(0.6, abs=0.1)
    assert made.rise == pytest.approx(0.3, abs=0.1)
    lowered = serif.script("₊")
    assert lowered is not None
    assert lowered.rise < 0


@pytest.mark.parametrize("words", ["30㎡", "25℃", "5‰", "1㎞", "10 km²"])
def test_l3_l1_a_unit_of_one_character_stays_with_its_number(words: str) -> None:
    assert pieces(f"面积{words}，")[-1].endswith(f"{words}，")


def test_dots_stand_under_the_middle_of_han_characters_alone() -> None:
    lines = dotted("请", Run("着重，A1（号）", emphasis=True))
    [dots] = [mark for each in lines.marks for mark in each if isinstance(mark, Dots)][:1]
    every = [mark for each in lines.marks for mark in each if isinstance(mark, Dots)]
    assert sum(len(each.points) for each in every) == 3
    [line] = lines.placed
    run = line.runs[1]
    assert dots.points[0][0] == pytest.approx(line.x + run.x + 8, abs=0.1)
    pitch = context().style.em(body(), "zh")
    assert dots.points[1][0] - dots.points[0][0] == pytest.approx(pitch, abs=0.1)
    assert all(line.y < y < line.y + 6 for _, y in dots.points)
    assert {each.face for each in line.runs if "着" in each.text} == {body().han}


def test_dots_follow_their_characters_in_a_justified_line() -> None:
    words = "聊城市市场监督管理局召开行政指导会"
    lines = dotted(Run(words * 4, emphasis=True), em=15.6)
    points = [mark.points for each in lines.marks for mark in each if isinstance(mark, Dots)]
    for line, own in zip(lines.placed, points, strict=True):
        assert len(own) == len(words_of(line))
        assert own[-1][0] == pytest.approx(line.x + line.width - 8, abs=0.1)


def test_without_dots_emphasis_is_a_face_of_its_own() -> None:
    [line] = set_lines("请", Run("着重", emphasis=True), em=30)
    assert line.runs[1].face == body().emphasis_han


def test_a_link_has_one_rectangle_a_line() -> None:
    address = "https://www.example.cn/"
    runs = (Run("网站 website ", link=address), Run("强调", strong=True, link=address))
    lines = set_text(text("见" * 20, *runs, "。"), Box("body", 24 * 16), context())
    links = [[mark for mark in each if isinstance(mark, Link)] for each in lines.marks]
    assert [len(each) for each in links] == [1] * len(lines.placed)
    for line, [link] in zip(lines.placed, links, strict=True):
        assert link.x1 <= line.x + line.width + 0.1
