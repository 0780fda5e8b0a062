"""Lines of a measure: where they end, and that they are flush."""

from __future__ import annotations

import itertools
import sys

import pytest

from makebrief.document.model import Run
from makebrief.layout.hyphens import SOFT_HYPHEN
from makebrief.layout.lines import Measure, break_lines, own_align
from makebrief.layout.marks import PlacedLine
from makebrief.layout.shape import shape_text
from makebrief.messages import Language
from tests.lines import (
    CLOSING,
    OPENING,
    grid_tracking,
    place,
    right_edge,
    run_width,
    set_lines,
    words_of,
)
from tests.samples import body, context, face, text

LONG = (
    "聊城市市场监督管理局召开行政指导会62场次，走访企业429家，收集企业意见建议91条，"
    "解决企业诉求和困难44个，为企业挽回损失200余万元；《商业秘密保护管理和服务规范》（DB37/T 4578）"
    "是全省首个商业秘密保护领域地方标准，“聊城模式”——在全省推广……覆盖企业1200余家，增长12.5%。"
)
ENGLISH = (
    "The Liaocheng Municipal Administration for Market Regulation held 62 administrative guidance "
    "meetings, visited 429 enterprises and recovered over RMB 2 million in losses; the “Liaocheng "
    "model” — the first of its kind — is now used across the province."
)
WIDTHS = [9, 10, 11.3, 13, 17.7, 20, 27.9]


@pytest.mark.parametrize("em", WIDTHS)
def test_the_lines_hold_the_text_in_order(em: float) -> None:
    found = "".join(map(words_of, set_lines(LONG, em=em)))
    assert found.replace(" ", "") == LONG.replace(" ", "")


@pytest.mark.parametrize("em", WIDTHS)
def test_l8_every_line_but_the_last_is_flush(em: float) -> None:
    lines = set_lines(LONG, em=em)
    measure = em * body().size
    ends = [right_edge(line) for line in lines[:-1]]
    assert ends == pytest.approx([measure] * len(ends), abs=0.1)
    assert right_edge(lines[-1]) <= measure + 0.1


@pytest.mark.parametrize("em", WIDTHS)
def test_l6_a_mark_at_the_end_of_a_line_takes_no_more_room_than_it_shows(em: float) -> None:
    ended = [line for line in set_lines(LONG, em=em) if words_of(line)[-1] in CLOSING]
    ends = [line.runs[-1].x + run_width(line.runs[-1]) for line in ended]
    assert ends == pytest.approx([line.width for line in ended])


@pytest.mark.parametrize("em", WIDTHS)
def test_l8_justified_english_is_flush(em: float) -> None:
    lines = set_lines(ENGLISH, em=em, language="en", align="justify")
    measure = em * body("en").size
    ends = [right_edge(line) for line in lines[:-1] if " " in words_of(line)]
    assert len(ends) > 2
    assert ends == pytest.approx([measure] * len(ends), abs=0.1)


def test_l8_a_ragged_line_is_not_stretched() -> None:
    for line in set_lines(ENGLISH, em=20, language="en"):
        assert all(run.tracking == 0 for run in line.runs)


def test_l8_marked_words_do_not_disturb_the_edge() -> None:
    runs: list[str | Run] = [
        LONG[:20],
        Run(LONG[20:37], strong=True),
        Run(LONG[37:60], emphasis=True),
        LONG[60:],
    ]
    lines = set_lines(*runs, em=15)
    ends = [right_edge(line) for line in lines[:-1]]
    assert ends == pytest.approx([15 * body().size] * len(ends), abs=0.1)


def test_l8_what_is_kept_together_is_not_stretched() -> None:
    for line in set_lines(LONG, em=13.4):
        for run in line.runs:
            for pair in ("——", "……"):
                at = run.text.find(pair)
                stretched = run.tracking - grid_tracking()
                if at >= 0 and stretched:
                    assert dict(run.kerns)[at] == pytest.approx(-stretched)
            if run.face.startswith("serif"):
                assert run.tracking == 0


@pytest.mark.parametrize("em", WIDTHS)
def test_l1_no_line_starts_or_ends_with_a_mark_it_may_not(em: float) -> None:
    lines = [words_of(line) for line in set_lines(LONG, em=em)]
    assert all(line[0] not in CLOSING for line in lines[1:])
    assert all(line[-1] not in OPENING for line in lines[:-1])


def test_l6_an_opening_mark_at_a_lines_start_is_trimmed() -> None:
    lines = set_lines("聊" * 8 + "《东阿》" + "城" * 12, em=10, align="left")
    assert words_of(lines[1])[0] == "《"
    assert lines[1].runs[0].x == pytest.approx(-0.5 * body().size, abs=1)


def test_l6_an_opening_mark_after_an_indent_is_not_trimmed() -> None:
    lines = set_lines("《东阿》" + "城" * 12, em=10)
    assert lines[0].runs[0].x == 0
    assert lines[0].x == 2 * place()


def test_l6_a_mark_at_a_lines_end_takes_half_its_width() -> None:
    lines = set_lines("聊" * 7 + "。" + "城" * 5, em=9.5)
    assert words_of(lines[0]) == "聊" * 7 + "。"


def test_p5_the_first_line_is_indented_and_the_others_are_not() -> None:
    lines = set_lines(LONG, em=20)
    assert [line.x for line in lines] == [2 * place()] + [0] * (len(lines) - 1)


@pytest.mark.parametrize("tail", ["", "。", "。”"])
def test_l9_the_last_line_is_not_one_character(tail: str) -> None:
    for count in range(20, 50):
        lines = set_lines("聊" * count + tail, em=12)
        if len(lines) > 1:
            assert words_of(lines[-1]).count("聊") != 1, count


def test_l9_the_last_line_reaches_under_the_first_if_another_line_can_give_a_word() -> None:
    lines = set_lines("Half of the money of the fund went back to us.", em=20, language="en")
    assert [words_of(line) for line in lines] == [
        "Half of the money of the fund went",
        "back to us.",
    ]


@pytest.mark.parametrize("tail", ["字", "字。", "字。”", "字）。”"])
def test_l9_company_for_the_last_character_does_not_push_it_over_the_measure(tail: str) -> None:
    for count in range(6, 12):
        for tenths in range(90, 120):
            lines = set_lines("聊" * count + "A" * 12 + tail, em=tenths / 10)
            ends = [right_edge(line) for line in lines]
            assert max(ends) <= tenths / 10 * body().size + 0.1, (count, tenths)


def test_a_word_wider_than_the_measure_is_broken_by_force() -> None:
    lines = set_lines("聊城" + "A" * 50 + "东阿", em=10)
    assert "".join(map(words_of, lines)) == "聊城" + "A" * 50 + "东阿"
    assert all(line.width <= 10 * body().size + 0.1 for line in lines)


def test_a_forced_break_puts_no_mark_at_a_lines_start() -> None:
    lines = set_lines("A" * 60 + "，" * 6 + "A" * 9, em=10)
    for before, line in itertools.pairwise(lines):
        if any(each not in CLOSING for each in words_of(before)[1:]):
            assert words_of(line)[0] not in CLOSING


def test_a_measure_of_almost_nothing_still_ends() -> None:
    lines = set_lines("聊城（东阿）ABC，", em=2.5)
    assert "".join(map(words_of, lines)) == "聊城（东阿）ABC，"


def test_spaces_at_a_lines_end_are_left_out() -> None:
    lines = set_lines("word " * 30, em=10, language="en")
    assert all(not words_of(line).endswith(" ") for line in lines[:-1])


def test_a_text_of_nothing_has_one_empty_line() -> None:
    [line] = set_lines("", em=10)
    assert words_of(line) == ""


def joints(line: PlacedLine) -> list[float]:
    """The white between each run and the next, in em."""
    found = []
    for left, right in zip(line.runs, line.runs[1:], strict=False):
        wide = dict(left.wide).get(len(left.text) - 1)
        own = face(left.face).advances[left.text[-1]]
        gap = (wide - own) * left.size / 1000 if wide else 0.0
        found.append((right.x - left.x - run_width(left) + gap) / left.size)
    return found


@pytest.mark.parametrize("em", WIDTHS)
def test_l7_the_gap_between_han_and_latin_stays_within_its_limits(em: float) -> None:
    for line in set_lines(LONG, em=em)[:-1]:
        tracking = max(run.tracking for run in line.runs if run.face == "fangsong")
        stretched = tracking - grid_tracking()
        for gap in joints(line):
            assert gap >= -0.001
            assert gap <= 0.5 + stretched / body().size + 0.001


@pytest.mark.parametrize("tail", ["字", "字。", "字。”", "字）。”"])
def test_l7_the_gap_is_never_shrunk_below_an_eighth(tail: str) -> None:
    for count in range(6, 12):
        for tenths in range(90, 120):
            for line in set_lines("聊" * count + "A" * 12 + tail, em=tenths / 10):
                assert min(joints(line), default=1.0) >= 0.124, (count, tenths)


def test_a_line_says_how_wide_it_is() -> None:
    for line in set_lines(LONG, em=13):
        assert line.x + line.width == pytest.approx(right_edge(line), abs=0.05)


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_a_line_stands_where_its_alignment_says(align: str, share: float) -> None:
    [line] = set_lines("聊城", em=10, align=align)
    room = 10 * body().size - 2 * place() - line.width
    assert line.x == pytest.approx(2 * place() + room * share)


def broken(words: str, em: float, language: Language = "zh") -> list[str]:
    """A text's lines; whole, and none wider than the measure."""
    lines = set_lines(words, em=em, language=language)
    found = [words_of(line) for line in lines]
    assert "".join(found).replace(SOFT_HYPHEN, "").replace(" ", "") == words.replace(" ", "")
    assert max(map(right_edge, lines)) <= em * body(language).size + 0.1
    return found


@pytest.mark.parametrize(
    "words",
    [
        "聊" * 3000,
        "聊城" + "）" * 40 + "东阿",
        "聊城" + "（" * 40 + "东阿",
        "见https://www.liaocheng.gov.cn/" + "abcdefghijkl/" * 22,
        "https://www.liaocheng.gov.cn/" + "a" * 270,
        "聊" + "…" * 40 + "—" * 31 + "城",
    ],
)
def test_l8_text_without_a_legal_break_is_set_all_the_same(words: str) -> None:
    assert len(broken(words, 10.6)) > 1


def test_l3_a_number_too_wide_for_the_measure_is_parted_at_its_dash_last_of_all() -> None:
    assert "2021—" in broken("规划2021—2035年", 5)
    assert "135.22" in broken("共计135.22亿元", 3)


def test_l3_a_number_that_fits_a_line_is_never_parted() -> None:
    for em in range(10, 30):
        lines = broken(
            "聊城市" * 3 + "规划（2021—2035年）投资RMB 13.522 billion，共135.22亿元。", em
        )
        for number in ("2021—2035年", "RMB 13.522 billion", "135.22亿元"):
            assert any(number in line for line in lines), (em, number)


def test_l3_a_range_breaks_at_its_dash_rather_than_tear_a_line_open() -> None:
    assert broken("实施方案（2023—2025年）》", 10.9) == ["实施方案（2023—", "2025年）》"]


def test_l3_lines_share_what_a_whole_range_leaves_open() -> None:
    lines = broken("我市印发《聊城市新型城镇化与城乡融合发展规划（2021—2035年）》。", 10.77)
    assert lines[-1] == "（2021—2035年）》。"
    assert min(map(len, lines[:-1])) > 5


def test_l4_an_english_word_too_wide_for_a_ragged_measure_is_hyphenated() -> None:
    lines = broken("an internationalization of it", 7, "en")
    assert any(line.endswith(SOFT_HYPHEN) for line in lines)


def test_l8_narrow_english_is_ragged_unless_it_is_asked_for() -> None:
    style = body("en")
    assert own_align(style, "en", 20 * style.size) == "left"
    assert own_align(style, "en", 30 * style.size) == "justify"
    assert own_align(body(), "zh", 6 * body().size) == "justify"


def test_l8_a_line_is_shrunk_before_the_next_is_stretched() -> None:
    first, *_ = set_lines("聊城，东阿，高唐，冠县，莘县" + "聊" * 40, em=15.5)
    assert words_of(first).startswith("聊城，东阿，高唐，冠县，莘县")
    assert min(kern for run in first.runs for _, kern in run.kerns) < 0


def test_time_is_linear_in_the_text() -> None:
    counts = []
    for length in (2000, 4000):
        shaped = shape_text(text("聊城市，" * (length // 4)), body(), context().faces)
        calls = 0

        def count(frame: object, event: str, argument: object) -> None:
            nonlocal calls
            calls += event == "call"

        sys.setprofile(count)
        break_lines(shaped, Measure(400.0, 432.0))
        sys.setprofile(None)
        counts.append(calls)
    assert counts[1] < 2.2 * counts[0]


@pytest.mark.parametrize(
    ("words", "language", "em"),
    [
        ("聊城市发展和改革委员会区（县）域发展和对口支援科", "zh", 20),
        ("Strategic Position Improvement Action: Progress in the First Half of the Year", "en", 24),
    ],
)
def test_p4_lines_of_a_centred_title_are_few_and_even(
    words: str, language: Language, em: float
) -> None:
    ragged = set_lines(words, em=em, language=language, align="left")
    centred = set_lines(words, em=em, language=language, align="center")

    assert len(centred) == len(ragged) > 1
    widths = [line.width for line in centred]
    assert min(widths) > 0.75 * max(widths)
    assert min(widths) > min(line.width for line in ragged)
