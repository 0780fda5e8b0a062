"""What a document carries around its text: header, imprint, marks; its own before the series'."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from makebrief.content.dates import day_words
from makebrief.content.expose import Scope, expose_pair
from makebrief.content.models import Brief, DocumentNumber, Header, Imprint, Pair, Series

_NOON = 12


class Owner(Struct, frozen=True):
    """A file that may say what a document carries."""

    content: Series | Brief
    scope: Scope


def expose_formalities(owners: tuple[Owner, ...], series: Owner) -> dict[str, Any]:
    """The formalities of a document, as its template sees them; the first of the owners decides.

    A number belongs to one document, so that only the first owner gives it.
    """
    return {
        "mark": next(_marks(owners), None),
        "number": _number(owners[0]),
        "imprint": next(_imprints(owners, series), None),
        "draft": bool(next(_given(owners, "draft"), (False, None))[0]),
        "embargo": next(_embargoes(owners), None),
        "watermark": next(_watermarks(owners), None),
    }


def _given(owners: tuple[Owner, ...], name: str) -> Iterator[tuple[Any, Owner]]:
    """What each owner says of a name, if it says anything."""
    for owner in owners:
        value = getattr(owner.content, name)
        if value is not None:
            yield value, owner


def _marks(owners: tuple[Owner, ...]) -> Iterator[Any]:
    for header, owner in _given(owners, "header"):
        if isinstance(header, Header) and header.mark:
            yield expose_pair(header.mark, owner.scope, ("header", "mark"))


def _number(owner: Owner) -> Any:
    header = owner.content.header
    if header is None or header.number is None:
        return None
    return expose_pair(number_words(header.number), owner.scope, ("header", "number"))


def number_words(number: DocumentNumber) -> Pair:
    """A document's number as it is printed: year in 〔〕, no 第, no leading zero (P12)."""
    english = number.organ.en
    return Pair(
        zh=f"{number.organ.zh}〔{number.year}〕{number.serial}号",
        en=english and f"{english} [{number.year}] No. {number.serial}",
    )


def _imprints(owners: tuple[Owner, ...], series: Owner) -> Iterator[dict[str, Any]]:
    for imprint, owner in _given(owners, "imprint"):
        yield _imprint(imprint, owner, series)


def _imprint(imprint: Imprint, owner: Owner, series: Owner) -> dict[str, Any]:
    home = ("imprint",)
    assert isinstance(series.content, Series)
    copies, issuer = imprint.copies_to, imprint.issued_by
    day = day_words(imprint.date or series.content.date)
    return {
        "copies": (
            expose_pair(_ended(copies), owner.scope, (*home, "copies_to")) if copies else None
        ),
        "issuer": (
            expose_pair(issuer, owner.scope, (*home, "issued_by"))
            if issuer
            else expose_pair(series.content.issuer, series.scope, ("issuer",))
        ),
        "day": (
            expose_pair(day, owner.scope, (*home, "date"))
            if imprint.date
            else expose_pair(day, series.scope, ("date",))
        ),
    }


def _ended(pair: Pair) -> Pair:
    """A pair with a full stop at the end of each text that has none (P13)."""
    english = pair.en and pair.en.rstrip(".") + "."
    return Pair(zh=pair.zh.rstrip("。") + "。", en=english)


def _embargoes(owners: tuple[Owner, ...]) -> Iterator[Any]:
    for moment, owner in _given(owners, "embargo"):
        yield expose_pair(embargo_words(moment), owner.scope, ("embargo",))


def _watermarks(owners: tuple[Owner, ...]) -> Iterator[Any]:
    for words, owner in _given(owners, "watermark"):
        yield expose_pair(words, owner.scope, ("watermark",))


def embargo_words(moment: str) -> Pair:
    """When a document may be published: 限2024年7月23日10时后发布 / Embargoed until 10 a.m., …"""
    day, _, time = moment.partition(" ")
    hour, minute = (int(part) for part in time.split(":"))
    words = day_words(date.fromisoformat(day))
    chinese = f"{hour}时{minute}分" if minute else f"{hour}时"
    return Pair(
        zh=f"限{words.zh}{chinese}后发布",
        en=f"Embargoed until {_english_time(hour, minute)}, {words.en}",
    )


def _english_time(hour: int, minute: int) -> str:
    if not minute and hour in {0, _NOON}:
        return "noon" if hour else "midnight"
    shown = f"{(hour - 1) % _NOON + 1}" + (f".{minute:02}" if minute else "")
    return f"{shown} {'a.m.' if hour < _NOON else 'p.m.'}"
