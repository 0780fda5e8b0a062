"""What is promised on the corpus of pairs: `python -m tests.corpus` counts it."""

from __future__ import annotations

import pytest

from tests.corpus.measure import FALSE_ALARMS, PARTS, RECALL, measure


def test_the_corpus_is_large_enough() -> None:
    results = [measure(part) for part in PARTS]
    slips, clean = sum(each.slips for each in results), sum(each.clean for each in results)
    assert slips + clean >= 300
    assert slips >= 150
    assert clean >= 150


@pytest.mark.parametrize("part", PARTS)
def test_slips_are_found_and_clean_pairs_pass(part: str) -> None:
    result = measure(part)
    assert result.recall >= RECALL, "\n\n".join(result.mistakes)
    assert result.false_alarms <= FALSE_ALARMS, "\n\n".join(result.mistakes)
