"""Counts the slips that are found and the alarms that are false: python -m tests.corpus."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from tests.corpus.measure import PARTS, Result, judge, measure, read_glossary
from tests.corpus.samples import read_samples


def main() -> NoReturn:
    """Prints recall and false alarms of each part; exits 1 below what is promised."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    parser.add_argument("--part", choices=PARTS, action="append", dest="parts")
    parser.add_argument(
        "--show", action="store_true", help="count by kind, print what was missed or false"
    )
    parser.add_argument(
        "--pairs",
        nargs=2,
        type=Path,
        metavar=("CLEAN", "SLIPS"),
        help="count two files instead of the corpus",
    )
    parser.add_argument("--glossary", type=Path, help="the terms under which --pairs are checked")
    asked = parser.parse_args()
    kept = True
    for result in _results(asked):
        kept &= result.kept
        print(result.line)
        for each in (result.kinds, *result.mistakes) if asked.show else ():
            print(f"\n{each}")
    sys.exit(0 if kept else 1)


def _results(asked: argparse.Namespace) -> Iterator[Result]:
    if asked.pairs:
        glossary = read_glossary(asked.glossary) if asked.glossary else ""
        yield judge("pairs", read_samples(*asked.pairs), glossary)
    else:
        yield from map(measure, asked.parts or PARTS)


if __name__ == "__main__":
    main()
