"""What else is said of a figure, in words: its previous value, change, share and rank (E3).

A text names an aspect behind a colon: `{spending:change}` prints 同比增长4.5% and
`up 4.5% year on year`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from msgspec.structs import replace

from makebrief.content.amounts import EXACT
from makebrief.content.figures import MONEY, figure_words, rank_word
from makebrief.content.models import Change, Figure
from makebrief.messages import Language

_SINCE: Mapping[str, Mapping[Language, str]] = {
    "last_year": {"zh": "同比", "en": "year on year"},
    "last_half": {"zh": "环比", "en": "half on half"},
    "last_quarter": {"zh": "环比", "en": "quarter on quarter"},
    "last_month": {"zh": "环比", "en": "month on month"},
    "start_of_year": {"zh": "比年初", "en": "since the start of the year"},
}
_RISES: Mapping[str, str] = {"percent": "增长", "percentage_points": "提高", "same": "增加"}
_FALLS: Mapping[str, str] = {"percent": "下降", "percentage_points": "降低", "same": "减少"}


def aspect_words(figure: Figure, aspect: str, language: Language, money: str = MONEY) -> str | None:
    """An aspect of a figure in words; None if the figure does not have it."""
    return ASPECTS[aspect](figure, language, money)


def changed_by(figure: Figure) -> Decimal | None:
    """A figure's change as typed, or worked out from its previous value and rounded half up."""
    change = figure.change
    if change is None or change.value is not None:
        return None if change is None else Decimal(change.value or 0)
    return computed_change(figure, change)


def computed_change(figure: Figure, change: Change) -> Decimal | None:
    """The change that a figure's value and previous value make; None without both, or from 0."""
    if figure.value is None or figure.previous is None:
        return None
    now, before = Decimal(figure.value), Decimal(figure.previous)
    if change.unit != "percent":
        return EXACT.subtract(now, before)
    return growth(now, before, _decimals(change)) if before else None


def growth(now: Decimal, before: Decimal, decimals: int) -> Decimal:
    """The growth from one value to another in per cent of the first, rounded half up."""
    return percentage(EXACT.subtract(now, before), abs(before), decimals)


def percentage(part: Decimal, whole: Decimal, decimals: int) -> Decimal:
    """A part in per cent of a whole, rounded half up to so many decimals."""
    exact = EXACT.divide(EXACT.multiply(part, Decimal(100)), whole)
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=EXACT)


def _decimals(change: Change) -> int:
    """To how many decimals a change is compared or printed: as typed, else as the content asks."""
    if change.value is None:
        return change.decimals
    exponent = Decimal(change.value).as_tuple().exponent
    return max(-int(exponent), 0)


def _previous(figure: Figure, language: Language, money: str) -> str | None:
    if figure.previous is None:
        return None
    before = replace(figure, value=figure.previous, to=None, bound=None)
    return figure_words(before, language, money)


def _change(figure: Figure, language: Language, money: str) -> str | None:
    amount = changed_by(figure)
    if amount is None or figure.change is None:
        return None
    since = _SINCE[figure.change.since][language]
    if not amount:
        return f"{since}持平" if language == "zh" else f"unchanged {since}"
    unit = figure.unit if figure.change.unit == "same" else figure.change.unit
    moved = Figure(value=abs(amount), unit=unit, scale=figure.scale, converted=figure.converted)
    words = figure_words(moved, language, money)
    if language == "en":
        return f"{'up' if amount > 0 else 'down'} {words} {since}"
    verbs = _RISES if amount > 0 else _FALLS
    return f"{since}{verbs[figure.change.unit]}{words}"


def _share(figure: Figure, language: Language, _money: str) -> str | None:
    if figure.share is None:
        return None
    digits = f"{Decimal(figure.share.value):f}%"
    if language == "zh":
        return f"占{figure.share.of.zh}的{digits}"
    return f"{digits} of {figure.share.of.en or figure.share.of.zh}"


def _rank(figure: Figure, language: Language, _money: str) -> str | None:
    if figure.rank is None:
        return None
    among = figure.rank.among
    if language == "zh":
        return f"{among.zh if among else ''}第{figure.rank.value}位"
    word = rank_word(figure.rank.value)
    return f"{word} {among.en or among.zh}" if among else word


ASPECTS: Mapping[str, Callable[[Figure, Language, str], str | None]] = {
    "previous": _previous,
    "change": _change,
    "share": _share,
    "rank": _rank,
}
