"""Counts the slips that are found and the alarms that are false: python -m tests.corpus."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from tests.corpus.measure import PARTS, measure


def main() -> NoReturn:
    """Prints recall and false alarms of each part; exits 1 below what is promised."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    parser.add_argument("--part", choices=PARTS, action="append", dest="parts")
    parser.add_argument("--show", action="store_true", help="print what was missed or false")
    parser.add_argument(
        "--pairs",
        nargs=2,
        type=Path,
        metavar=("CLEAN", "SLIPS"),
        help="count two files instead of the corpus",
    )
    asked = parser.parse_args()
    kept = True
    for part in ["pairs"] if asked.pairs else asked.parts or PARTS:
        result = measure(part, asked.pairs and tuple(asked.pairs))
        kept &= result.kept
        print(result.line)
        for each in result.mistakes if asked.show else ():
            print(f"\n{each}")
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
