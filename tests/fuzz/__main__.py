"""Damages a series again and again, and builds it: a traceback or a long wait is a finding."""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import FrameType
from typing import NoReturn

from makebrief.checks.references import check_bundle
from makebrief.compiling import compile_document
from makebrief.content.bundle import CONSOLIDATED
from makebrief.content.load import load_bundle
from makebrief.document.layouts import LAYOUTS
from makebrief.errors import BriefError, raise_errors
from makebrief.order import Order
from makebrief.pipeline import furnish_workshop, set_document
from makebrief.style.load import load_outfit
from makebrief.template.compile import Compiler
from tests.fuzz.damage import damaged
from tests.samples import BRIEF, CHECKOUT, GONGWEN, SERIES, picture

_LONG = 20
_REAL = CHECKOUT / "briefs" / "2024-h1"


class TooLongError(Exception):
    """A build did not end in time."""


def main() -> NoReturn:
    """Runs for some seconds; exits 1 if anything else than a diagnostic came up."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where series that bring up something are kept")
    asked = parser.parse_args()
    signal.signal(signal.SIGALRM, _stop)
    found, built, refused = 0, 0, 0
    end = time.monotonic() + asked.seconds
    seed = asked.seed
    while time.monotonic() < end:
        outcome = try_seed(seed, asked.keep)
        built += outcome is True
        refused += outcome is False
        found += outcome is None
        seed += 1
    print(f"{seed - asked.seed} series: {built} built, {refused} refused, {found} findings")
    sys.exit(1 if found else 0)


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise TooLongError


def try_seed(seed: int, keep: Path | None) -> bool | None:
    """Whether a damaged series was built; None, and a traceback, if it was neither refused."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        try:
            write(folder, damaged(sound(chance), chance))
        except (OSError, ValueError):
            return False
        try:
            signal.alarm(_LONG)
            build(folder, chance)
        except BriefError as failure:
            for diagnostic in failure.diagnostics:
                diagnostic.text("en"), diagnostic.text("zh")
            return False
        except BaseException:
            print(f"seed {seed}:")
            traceback.print_exc(limit=-8, file=sys.stdout)
            if keep:
                shutil.copytree(folder, keep / str(seed), dirs_exist_ok=True)
            return None
        finally:
            signal.alarm(0)
    return True


def sound(chance: random.Random) -> Mapping[str, bytes]:
    """The files of a small series, or of the real one, and sometimes of a template of its own."""
    files = {"series.yaml": SERIES.encode(), "statistics.yaml": BRIEF.encode()}
    if chance.random() < 0.5:
        files = {path.name: path.read_bytes() for path in _REAL.glob("*.yaml")}
        files |= {f"images/{path.name}": path.read_bytes() for path in _REAL.glob("images/*")}
    else:
        block = "      - image: {file: p.png, caption: {zh: 图, en: Picture}}\n"
        kind = chance.choice(("PNG", "JPEG"))
        files["statistics.yaml"] += block.encode()
        files["p.png"] = picture(chance.randint(1, 60), chance.randint(1, 60), kind)
    if chance.random() < 0.3:
        files |= {f"house/{path.name}": path.read_bytes() for path in GONGWEN.glob("*.*")
                  if path.suffix != ".png"}  # fmt: skip
    return files


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files, some of them in folders."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def build(folder: Path, chance: random.Random) -> None:
    """What the command does, up to the files."""
    bundle = load_bundle(folder)
    raise_errors(check_bundle(bundle))
    template = folder / "house" if (folder / "house").exists() else GONGWEN
    name = chance.choice([*bundle.briefs, CONSOLIDATED])
    outfit = load_outfit(template)
    order = Order((name,), chance.choice(sorted(LAYOUTS)), outfit, ("pdf", "docx"))
    workshop = furnish_workshop(outfit)
    document = compile_document(Compiler(bundle, workshop.house), name, order.layout)
    set_document(document, name, bundle, order, workshop)


if __name__ == "__main__":
    main()
