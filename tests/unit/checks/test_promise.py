"""What is promised on the corpus of pairs: `python -m tests.corpus` counts it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.measure import FALSE_ALARMS, NUMBERS, PARTS, RECALL, WHOLE, judge, measure
from tests.corpus.samples import Sample, read_samples

CLEAN = Sample((("全市共有学校48所。", "The city has 48 schools."),))


def test_the_corpus_is_large_enough() -> None:
    results = [measure(part) for part in PARTS]
    slips = sum(len(each.slips) for each in results)
    clean = sum(len(each.clean) for each in results)
    assert slips + clean >= 300
    assert slips >= 150
    assert clean >= 150


def test_slips_of_every_kind_are_planted() -> None:
    planted = {each.sample.slip for part in WHOLE for each in measure(part).slips}
    assert planted >= {
        "scale", "wan", "point", "bound", "year", "month", "day", "changed", "omitted", "added",
        "swapped", "unit", "currency", "fraction", "half", "dozen", "cheng", "fold", "fan",
        "ordinal", "range", "term-other", "term-never", "term-missing", "short-first",
        "untranslated", "stand-in", "too-short", "too-long", "same-english", "chinese-left",
        "comma-in-chinese", "full-width-in-english", "straight-quote", "end-missing",
        "end-doubled", "space",
    }  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_slips_are_found_and_clean_pairs_pass(part: str) -> None:
    result = measure(part)
    assert result.recall >= RECALL, "\n\n".join(result.mistakes)
    assert result.false_alarms <= FALSE_ALARMS, "\n\n".join(result.mistakes)


def test_a_missed_slip_and_a_false_alarm_break_the_promise() -> None:
    ((chinese, english),) = CLEAN.pairs
    missed = judge("pairs", (Sample(CLEAN.pairs, "unit"),))
    false = judge("pairs", (Sample(((chinese, "The city has 49 schools."),)),))
    assert (missed.recall, missed.kept, false.false_alarms, false.kept) == (0, False, 1, False)
    assert judge("pairs", (CLEAN, Sample(((chinese, f"{english}."),), "end-doubled"))).kept


def test_only_numbers_count_for_a_slip_in_a_number() -> None:
    ((chinese, english),) = CLEAN.pairs
    slip = Sample(((chinese, f"{english}."),), "unit")
    assert judge("pairs", (slip,)).kept
    assert not judge(NUMBERS[0], (slip,), numbers=True).kept


def test_a_sample_is_written_and_read_as_it_is(tmp_path: Path) -> None:
    samples = (
        CLEAN,
        Sample((("前言", None), ("{简介}", "{About}")), "untranslated", "heading"),
    )
    clean, slips = (tmp_path / name for name in ("clean.txt", "slips.txt"))
    for file, sample in zip((clean, slips), samples, strict=True):
        file.write_text("# A remark.\n\n" + "\n".join(sample.lines) + "\n", encoding="utf-8")
    assert read_samples(clean, slips) == samples
    assert judge("pairs", samples).kept


def test_a_pair_without_its_english_line_is_refused(tmp_path: Path) -> None:
    (tmp_path / "clean.txt").write_text("只有中文。\n", encoding="utf-8")
    with pytest.raises(ValueError, match="do not take turns"):
        read_samples(tmp_path / "clean.txt", tmp_path / "clean.txt")


@pytest.mark.parametrize("place", ["text", "list", "quote", "heading", "title", "cell", "label"])
def test_a_sample_is_found_wherever_it_stands(place: str) -> None:
    end, stop = ("。", ".") if place == "text" else ("", "")
    clean, slip = (((f"实有48所{end}", f"{count} in all{stop}"),) for count in (48, 49))
    assert judge("pairs", (Sample(clean, place=place), Sample(slip, "unit", place))).kept
