"""Times make-brief against typst or docxtpl: `python -m tests.benchmarks --help` tells how."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pypdfium2

from tests.benchmarks.fill_with_docxtpl import write_template
from tests.benchmarks.stopwatch import Contestant, run_in_turn
from tests.benchmarks.texts import write_plain_texts, write_repeated_series
from tests.wordfiles import WordFile, words_in

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Comparison:
    """What both programs needed for the same departments, and how much they made."""

    departments: int
    seconds: tuple[float, float]
    amounts: tuple[int, int]
    unit: str

    @property
    def ratio(self) -> float:
        """How many times the other's time make-brief takes."""
        return self.seconds[0] / self.seconds[1]

    def __str__(self) -> str:
        (ours, theirs), (our_amount, their_amount) = self.seconds, self.amounts
        return (
            f"{self.departments:>11}  {ours:>8.3f} s {our_amount:>7} {self.unit}"
            f"  {theirs:>8.3f} s {their_amount:>7} {self.unit}  {self.ratio:>6.2f}"
        )


def main() -> int:
    """Print one line a size; 1 if a limit was given and passed."""
    options = _read_options()
    print(f"departments, make-brief, {options.peer}, ratio", flush=True)
    passed = True
    for departments, limit in zip(options.departments, options.fail_above, strict=True):
        comparison = compare(options, departments)
        print(comparison, flush=True)
        if limit is not None and comparison.ratio > limit:
            print(f"the ratio for {departments} is above {limit}", file=sys.stderr)
            passed = False
    return 0 if passed else 1


def compare(options: argparse.Namespace, departments: int) -> Comparison:
    """Time both programs on a series with so many departments, in a folder that is removed."""
    peer = PEERS[options.peer]
    with tempfile.TemporaryDirectory(prefix="make-brief-benchmark-") as name:
        folder = Path(name)
        contestants = (
            _make_brief(options.series, folder / "make-brief", departments, peer.format),
            peer.enter(options.series, folder / options.peer, departments),
        )
        times = run_in_turn(contestants, options.rounds)
        return Comparison(
            departments,
            seconds=(median(times[0]), median(times[1])),
            amounts=(peer.count(contestants[0]), peer.count(contestants[1])),
            unit=peer.unit,
        )


def _make_brief(series: Path, folder: Path, departments: int, kind: str) -> Contestant:
    repeated = folder / "series"
    write_repeated_series(series, repeated, departments)
    output = folder / "out"
    command = ["-m", "makebrief", "build", repeated, "--format", kind, "--output", output]
    return Contestant("make-brief", (sys.executable, *map(str, command)), output)


def _typst(series: Path, folder: Path, departments: int) -> Contestant:
    names = write_plain_texts(series, folder, departments)
    (folder / "briefing.typ").write_bytes((HERE / "briefing.typ").read_bytes())
    output = folder / "out"
    command = [HERE / "compile_with_typst.py", folder, ROOT / "fonts", output, *names]
    return Contestant("typst", (sys.executable, *map(str, command)), output)


def _docxtpl(series: Path, folder: Path, departments: int) -> Contestant:
    names = write_plain_texts(series, folder, departments)
    write_template(folder / "briefing.docx")
    output = folder / "out"
    command = [HERE / "fill_with_docxtpl.py", folder, output, *names]
    return Contestant("docxtpl", (sys.executable, *map(str, command)), output)


def _count_pages(contestant: Contestant) -> int:
    pages = 0
    for file in contestant.output.rglob("*.pdf"):
        with pypdfium2.PdfDocument(file) as document:
            pages += len(document)
    return pages


def _count_characters(contestant: Contestant) -> int:
    files = contestant.output.rglob("*.docx")
    return sum(len(words_in(WordFile(file.read_bytes()).story)) for file in files)


@dataclass(frozen=True, slots=True)
class Peer:
    """A program to be timed against, the format it makes, and what its output is counted in."""

    format: str
    unit: str
    enter: Callable[[Path, Path, int], Contestant]
    count: Callable[[Contestant], int]


PEERS = {
    "typst": Peer("pdf", "pages", _typst, _count_pages),
    "docxtpl": Peer("docx", "characters", _docxtpl, _count_characters),
}


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "--peer",
        choices=PEERS,
        default="typst",
        help="what to time against: typst as PDF, or docxtpl as Word (default: typst)",
    )
    parser.add_argument(
        "--departments",
        type=int,
        nargs="+",
        default=[1, 50],
        metavar="N",
        help="how many departments a series has; several sizes are timed one after another "
        "(default: 1 50)",
    )
    parser.add_argument(
        "--fail-above",
        type=float,
        nargs="+",
        metavar="RATIO",
        help="end with 1 if a ratio is higher: one limit for each size",
    )
    parser.add_argument(
        "--rounds", type=int, default=7, help="timed runs of each, after one warm-up (default: 7)"
    )
    parser.add_argument(
        "--series",
        type=Path,
        default=ROOT / "briefs" / "2024-h1",
        help="the series whose departments are repeated (default: briefs/2024-h1)",
    )
    options = parser.parse_args()
    options.fail_above = options.fail_above or [None] * len(options.departments)
    if len(options.fail_above) != len(options.departments):
        parser.error("--fail-above needs one limit for each size in --departments")
    if min(options.departments) < 1 or options.rounds < 1:
        parser.error("--departments and --rounds count from 1")
    return options


if __name__ == "__main__":
    sys.exit(main())
