"""The corpus from its files, and what the check makes of it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from makebrief.checks.numbers.pair import differences_of

PARTS = ("development", "held_out", "last", "fresh", "later")
"""What rules are developed on; then parts that were each written in one go, in that order."""

RECALL = 0.98
FALSE_ALARMS = 0.02


class Sample(Struct, frozen=True):
    """A pair of the corpus; its slip is the kind of the planted mistake, or empty."""

    zh: str
    en: str
    slip: str = ""


class Result(Struct, frozen=True):
    """How many slips and clean pairs a part has, and which of them were judged wrongly."""

    part: str
    slips: int
    clean: int
    missed: tuple[Sample, ...]
    false: tuple[Sample, ...]

    @property
    def recall(self) -> float:
        """The share of slips that were found."""
        return 1 - len(self.missed) / max(self.slips, 1)

    @property
    def false_alarms(self) -> float:
        """The share of clean pairs that raised an alarm."""
        return len(self.false) / max(self.clean, 1)

    @property
    def kept(self) -> bool:
        """Whether the part keeps what is promised."""
        return self.recall >= RECALL and self.false_alarms <= FALSE_ALARMS

    @property
    def line(self) -> str:
        """The result in one line."""
        return (
            f"{self.part}: {self.slips - len(self.missed)} of {self.slips} slips found "
            f"({self.recall:.1%}), {len(self.false)} of {self.clean} clean pairs with a false "
            f"alarm ({self.false_alarms:.1%})"
        )

    @property
    def mistakes(self) -> list[str]:
        """The pairs that were judged wrongly, with what was found in them."""
        return [_shown("missed " + each.slip, each) for each in self.missed] + [
            _shown("false alarm", each) for each in self.false
        ]


def _shown(label: str, sample: Sample) -> str:
    found = [
        f"{each.cause}: {each.zh and each.zh.words!r} / {each.en and each.en.words!r}"
        for each in differences_of(sample.zh, sample.en)
    ]
    return "\n".join([label, sample.zh, sample.en, *found])


def read_samples(clean: Path, slips: Path) -> tuple[Sample, ...]:
    """The pairs of two files: clean ones, and ones with a slip whose kind stands above them."""
    samples: list[Sample] = []
    for file, lines in ((clean, 2), (slips, 3)):
        for block in file.read_text(encoding="utf-8").strip().split("\n\n"):
            written = block.split("\n")
            if block.startswith("#"):
                continue
            if len(written) != lines:
                raise ValueError(f"{file}: a pair of {lines} lines has {block!r}")
            samples.append(Sample(written[-2], written[-1], written[0] if lines == 3 else ""))
    return tuple(samples)


def files_of(part: str) -> tuple[Path, Path]:
    """The files of a part of the corpus."""
    folder = Path(__file__).parent
    return folder / f"{part}_clean.txt", folder / f"{part}_slips.txt"


def measure(part: str, files: tuple[Path, Path] | None = None) -> Result:
    """What the check finds in a part of the corpus, or in files that are no part of it."""
    samples = read_samples(*(files or files_of(part)))
    slips = [each for each in samples if each.slip]
    clean = [each for each in samples if not each.slip]
    return Result(
        part=part,
        slips=len(slips),
        clean=len(clean),
        missed=tuple(each for each in slips if not differences_of(each.zh, each.en)),
        false=tuple(each for each in clean if differences_of(each.zh, each.en)),
    )
