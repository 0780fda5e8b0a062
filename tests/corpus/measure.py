"""What the check makes of the corpus: the slips it finds, and the alarms it raises falsely."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from makebrief.checks.numbers.pair import differences_of
from tests.corpus.samples import Sample, read_samples
from tests.corpus.whole import find_in_whole

HOME = Path(__file__).parent
NUMBERS = ("development", "held_out", "last", "fresh", "later", "free")
"""Pairs with slips in numbers: what rules are developed on; then parts that were each written in
one go, in that order."""

WHOLE = (
    "whole", "whole_later", "whole_last", "whole_final",
    "whole_unseen", "whole_unseen_later", "whole_unseen_last", "whole_unseen_final",
    "whole_unseen_more", "whole_unseen_rest", "whole_unseen_plain", "whole_blind",
    "whole_blind_transport", "whole_blind_industry", "whole_blind_rural", "whole_blind_ports",
    "whole_blind_culture", "whole_blind_building", "whole_blind_law", "whole_blind_finance",
    "whole_blind_health", "whole_blind_environment", "whole_blind_science", "whole_blind_schools",
    "whole_blind_emergency", "whole_blind_museums", "whole_blind_trade", "whole_blind_labour",
    "whole_blind_agri", "whole_blind_sport", "whole_blind_digital", "whole_blind_energy",
    "whole_blind_economy", "whole_blind_civil", "whole_blind_water", "whole_blind_police",
    "whole_blind_forestry", "whole_blind_housing", "whole_blind_opening", "whole_blind_railways",
    "whole_blind_insurance", "whole_blind_tourism", "whole_blind_startups", "whole_official",
    "whole_blind_food", "whole_blind_finance2", "whole_blind_games", "whole_blind_youth",
    "whole_blind_courts2", "whole_blind_ecology2", "whole_blind_villages", "whole_blind_makers",
    "whole_blind_coast", "whole_blind_schools2", "whole_blind_health2", "whole_blind_trade2",
    "whole_blind_metro", "whole_blind_elderly", "whole_blind_stats2", "whole_blind_farms2",
    "whole_blind_safety2", "whole_blind_culture2", "whole_blind_zones2", "whole_blind_homes2",
    "whole_blind_fiscal3", "whole_blind_air3", "whole_blind_jobs3", "whole_blind_traffic3",
)  # fmt: skip
"""Pairs with slips of every kind, under a glossary; each part was written in one go."""

PARTS = (*NUMBERS, *WHOLE)
RECALL = 0.98
FALSE_ALARMS = 0.02


class Verdict(Struct, frozen=True):
    """A sample and what was found in it."""

    sample: Sample
    found: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether a slip was found, or a clean pair raised no alarm."""
        return bool(self.found) == bool(self.sample.slip)

    def __str__(self) -> str:
        label = "missed" if self.sample.slip else "false alarm"
        return "\n".join([label, *self.sample.lines, *self.found])


class Result(Struct, frozen=True):
    """What was found in a part of the corpus."""

    part: str
    verdicts: tuple[Verdict, ...]

    @property
    def slips(self) -> tuple[Verdict, ...]:
        """What was found where a slip is planted."""
        return tuple(each for each in self.verdicts if each.sample.slip)

    @property
    def clean(self) -> tuple[Verdict, ...]:
        """What was found where nothing is wrong."""
        return tuple(each for each in self.verdicts if not each.sample.slip)

    @property
    def recall(self) -> float:
        """The share of slips that were found."""
        return sum(each.right for each in self.slips) / max(len(self.slips), 1)

    @property
    def false_alarms(self) -> float:
        """The share of clean samples that raised an alarm."""
        return sum(not each.right for each in self.clean) / max(len(self.clean), 1)

    @property
    def kept(self) -> bool:
        """Whether the part keeps what is promised."""
        return self.recall >= RECALL and self.false_alarms <= FALSE_ALARMS

    @property
    def line(self) -> str:
        """The result in one line."""
        found = sum(each.right for each in self.slips)
        false = sum(not each.right for each in self.clean)
        return (
            f"{self.part}: {found} of {len(self.slips)} slips found ({self.recall:.1%}), "
            f"{false} of {len(self.clean)} clean pairs with a false alarm ({self.false_alarms:.1%})"
        )

    @property
    def kinds(self) -> str:
        """How many slips of each kind were found, in one line."""
        planted = Counter(each.sample.slip for each in self.slips)
        found = Counter(each.sample.slip for each in self.slips if each.right)
        return "  " + ", ".join(f"{kind} {found[kind]}/{count}" for kind, count in planted.items())

    @property
    def mistakes(self) -> list[str]:
        """The samples that were judged wrongly, with what was found in them."""
        return [str(each) for each in self.verdicts if not each.right]


def files_of(part: str) -> tuple[Path, Path]:
    """The files of a part of the corpus."""
    return HOME / f"{part}_clean.txt", HOME / f"{part}_slips.txt"


def glossary_of(part: str) -> str:
    """The glossary under which a part of the corpus is checked, as a field of its series."""
    if part not in WHOLE:
        return ""
    cities = (part, "whole_unseen", "whole")
    files = (HOME / f"{each}_glossary.yaml" for each in cities if part.startswith(each))
    return read_glossary(next(each for each in files if each.exists()))


def read_glossary(file: Path) -> str:
    """A file with the terms of a glossary as a field of a series."""
    return "glossary:\n" + file.read_text(encoding="utf-8")


@cache
def measure(part: str) -> Result:
    """What the check finds in a part of the corpus.

    A slip in a number has to be found by the check of numbers itself.
    """
    samples = read_samples(*files_of(part))
    return judge(part, samples, glossary_of(part), numbers=part in NUMBERS)


def judge(
    part: str, samples: tuple[Sample, ...], glossary: str = "", *, numbers: bool = False
) -> Result:
    """What the whole check finds in each sample; in those with a slip, if asked, numbers alone."""
    with TemporaryDirectory() as folder:
        verdicts = [
            Verdict(
                each,
                find_numbers(each)
                if numbers and each.slip
                else find_all(each, glossary, Path(folder)),
            )
            for each in samples
        ]
    return Result(part, tuple(verdicts))


def find_all(sample: Sample, glossary: str, folder: Path) -> tuple[str, ...]:
    """The errors and warnings of `make-brief check` for a sample, in words."""
    return tuple(each.message.text("en") for each in find_in_whole(sample, glossary, folder))


def find_numbers(sample: Sample) -> tuple[str, ...]:
    """What the check of numbers alone finds in a sample."""
    return tuple(
        f"{each.cause}: {each.zh and each.zh.words!r} / {each.en and each.en.words!r}"
        for chinese, english in sample.pairs
        for each in differences_of(chinese, english or "")
    )
