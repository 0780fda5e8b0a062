"""What make-brief writes into a series' own folder: mended files, and the pairs it remembers."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from makebrief.checks.chosen import Choice
from makebrief.checks.mend import MendedFile, mend_files
from makebrief.checks.parts import FileParts
from makebrief.checks.twins import MEMORY_FILE, confirm_twins, load_confirmed, memory_text
from makebrief.files import write_all


class Confirmation(Struct, frozen=True):
    """The pairs of a series that are remembered now: where, how many, how many of them anew."""

    path: Path
    count: int
    fresh: int
    changed: bool


def mend_series(
    files: tuple[FileParts, ...], folder: Path, chosen: Choice
) -> tuple[MendedFile, ...]:
    """Mends what needs no person in a series' files, all of them or none, and says what it did."""
    mended = mend_files(files, folder, chosen)
    if mended:
        write_all({each.path.resolve(): each.data for each in mended})
    return mended


def confirm_series(files: tuple[FileParts, ...], folder: Path, chosen: Choice) -> Confirmation:
    """Remembers that the chosen English texts are right for their Chinese as it stands."""
    path = folder / MEMORY_FILE
    before = load_confirmed(folder)
    pairs, fresh = confirm_twins(files, before, chosen)
    changed = before is None or sorted(before) != pairs
    if changed:
        write_all({path.resolve(): memory_text(pairs).encode()})
    return Confirmation(path, len(pairs), fresh, changed)
