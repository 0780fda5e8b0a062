"""A series' folder into everything that is found in it, mended and confirmed first if asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from makebrief.checks.chosen import Chosen, choose, found_at, read_chosen
from makebrief.checks.mend import MendedFile
from makebrief.checks.parts import FileParts, read_parts
from makebrief.checks.references import check_files
from makebrief.checks.twins import count_unconfirmed, load_confirmed
from makebrief.content.bundle import Bundle
from makebrief.content.load import load_bundle
from makebrief.content.models import Figure, Pair
from makebrief.errors import Diagnostic
from makebrief.messages import Message, say
from makebrief.upkeep import Confirmation, confirm_series, mend_series


class Request(Struct, frozen=True):
    """What is to be done with a series: which places count, whether to mend and confirm them."""

    only: tuple[str, ...] = ()
    fix: bool = False
    accept: bool = False


class Inspection(Struct, frozen=True):
    """What was found in a series, and what was done before."""

    bundle: Bundle
    found: tuple[Diagnostic, ...]
    mended: tuple[MendedFile, ...]
    confirmation: Confirmation | None
    texts: int
    figures: int
    unconfirmed: int | None

    def deeds(self, request: Request) -> Iterator[Message]:
        """What was mended and confirmed, in words."""
        for file in self.mended:
            for place, edit in file.edits:
                yield say("mended", place=str(place), before=edit.before, after=edit.after)
            yield say("mended-count", count=len(file.edits), path=file.path.as_posix())
        if request.fix and not self.mended:
            yield say("mended-none")
        done = self.confirmation
        if done is not None and done.changed:
            yield say("accepted", count=done.count, fresh=done.fresh, path=done.path.as_posix())
        elif done is not None:
            yield say("accepted-nothing")

    def praise(self) -> Iterator[Message]:
        """That nothing is wrong, what was looked at, and how many pairs nobody confirmed yet."""
        yield say("summary-clean", texts=self.texts, figures=self.figures)
        if self.unconfirmed is None:
            yield say("unconfirmed-none")
        elif self.unconfirmed:
            yield say("unconfirmed", count=self.unconfirmed)


class UnknownPlaceError(Exception):
    """A place was named at which no text stands."""


def inspect_series(
    folder: Path,
    request: Request,
    kept: Path | None,
    check_documents: Callable[[Bundle], tuple[Diagnostic, ...]],
) -> Inspection:
    """Loads, mends and confirms if asked, then checks; raises UnknownPlaceError, BriefError.

    `kept` is where validators are kept; `check_documents` checks what only setting can find, and is
    asked if nothing else is wrong.
    """
    bundle = load_bundle(folder, kept)
    files = read_parts(bundle)
    places = _read_places(request.only, files)
    chosen = choose(places)
    mended = mend_series(files, folder, chosen) if request.fix else ()
    if mended:
        bundle = load_bundle(folder, kept)
        files = read_parts(bundle)
    confirmation = confirm_series(files, folder, chosen) if request.accept else None
    found = check_files(bundle, files, closely=True)
    if not any(each.severity == "error" for each in found):
        found = (*found, *check_documents(bundle))
    return Inspection(
        bundle=bundle,
        found=found_at(places, files, found),
        mended=mended,
        confirmation=confirmation,
        texts=sum(len(file.of(Pair)) for file in files),
        figures=sum(len(file.of(Figure)) for file in files),
        unconfirmed=count_unconfirmed(files, load_confirmed(folder)),
    )


def _read_places(given: tuple[str, ...], files: tuple[FileParts, ...]) -> tuple[Chosen, ...]:
    places = tuple(read_chosen(each) for each in given)
    for written, place in zip(given, places, strict=True):
        if not any(place.holds(file, path) for file in files for path, _ in file.pairs()):
            raise UnknownPlaceError(written)
    return places
