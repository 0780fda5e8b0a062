"""What the texts of a series say, held against each other, the glossary and what was confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from makebrief.checks.glossary import check_glossary
from makebrief.checks.invisible import check_invisible
from makebrief.checks.numbers.check import check_numbers
from makebrief.checks.pairs import check_pairs
from makebrief.checks.parts import FileParts
from makebrief.checks.repeats import check_repeats
from makebrief.checks.totals import check_claims
from makebrief.checks.twins import check_twins, load_confirmed
from makebrief.content.bundle import Bundle
from makebrief.errors import Diagnostic


def check_words(bundle: Bundle, files: tuple[FileParts, ...]) -> Iterator[tuple[Diagnostic, ...]]:
    """The findings, in parts that take some milliseconds each, so that other work can go on."""
    series = bundle.series.content
    yield from check_numbers(files, series.glossary, series.period.year)
    yield tuple(check_glossary(files, series.glossary))
    yield tuple(check_pairs(files, series.glossary))
    yield (
        *check_claims(files),
        *check_invisible(files),
        *check_repeats(files, series.glossary),
        *check_twins(files, load_confirmed(bundle.folder)),
    )
