"""The figures that a series can name: the departments' own, and those recomputed from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import reduce

from msgspec.structs import replace

from makebrief.content.amounts import EXACT
from makebrief.content.aspects import growth, percentage
from makebrief.content.bundle import SERIES, Bundle
from makebrief.content.figures import figure_words
from makebrief.content.models import Change, Figure, Growth, Ranking, Total


def all_figures(bundle: Bundle) -> dict[str, Figure]:
    """Every figure by its full name: `department.figure`, and `series.total` for the totals."""
    figures = {
        f"{name}.{own}": figure
        for name, brief in bundle.briefs.items()
        for own, figure in brief.content.figures.items()
    }
    computed = {
        f"{SERIES}.{own}": made
        for own, total in bundle.series.content.totals.items()
        if (made := compute_total(total, figures))
    }
    return figures | computed


def names_of(total: Total) -> tuple[tuple[tuple[str | int, ...], str], ...]:
    """The figures that a total is computed from, each with its path inside the total."""
    if total.sum:
        return tuple((("sum", at), name) for at, name in enumerate(total.sum))
    if total.share:
        return (("share", "part"), total.share.part), (("share", "whole"), total.share.whole)
    if total.growth:
        return (("growth", "now"), total.growth.now), (("growth", "before"), total.growth.before)
    if total.ranking:
        among = ((("ranking", "among", at), name) for at, name in enumerate(total.ranking.among))
        return (("ranking", "of"), total.ranking.of), *among
    return ()


def compute_total(total: Total, figures: Mapping[str, Figure]) -> Figure | None:
    """A total as a figure; None if what it is computed from does not exist or does not count."""
    parts = [figures.get(name) for _, name in names_of(total)]
    counts = [part for part in parts if part is not None and is_count(part)]
    if not counts or len(counts) < len(parts):
        return None
    made = _compute(total, counts)
    if made is None:
        return None
    days = [part.as_of for part in counts if part.as_of]
    stated = {
        "label": total.label,
        "source": _reckoning(total, counts),
        "as_of": total.as_of or (max(days) if days else None),
    }
    return replace(made, **stated)


_SIGNS = {"sum": " + ", "share": " ÷ ", "growth": " ← ", "ranking": ", "}


def _reckoning(total: Total, parts: Sequence[Figure]) -> str:
    """How a total was worked out, as a chief of section reads it: 120个 + 11个."""
    kind = next(kind for kind in _SIGNS if getattr(total, kind) is not None)
    return _SIGNS[kind].join(figure_words(part, "zh") for part in parts)


def is_count(figure: Figure) -> bool:
    """Whether a figure can be reckoned with: a value that is no date, order or range."""
    return figure.value is not None and figure.form == "count" and figure.to is None


def _compute(total: Total, parts: Sequence[Figure]) -> Figure | None:
    if total.sum:
        return _sum(parts)
    if total.share:
        return _share(*parts, decimals=total.decimals)
    if total.growth:
        return _growth(total.growth, *parts, decimals=total.decimals)
    return _place(total.ranking, parts) if total.ranking else None


def _sum(parts: Sequence[Figure]) -> Figure:
    """The sum, in the unit of its parts, no more exact than they are."""
    bounds = {part.bound for part in parts if part.bound}
    return Figure(
        value=reduce(EXACT.add, map(_value, parts)),
        unit=parts[0].unit,
        bound=min(bounds) if bounds else None,
    )


def _share(part: Figure, whole: Figure, *, decimals: int) -> Figure | None:
    """A part in per cent of a whole; `about`, if the whole is not exact either."""
    if not _value(whole):
        return None
    bound = "about" if whole.bound else part.bound
    return Figure(
        value=percentage(_value(part), _value(whole), decimals), unit="percent", bound=bound
    )


def _growth(total: Growth, now: Figure, before: Figure, *, decimals: int) -> Figure | None:
    """The figure as it is now, with its previous value and its change."""
    if not _value(before):
        return None
    grown = growth(_value(now), _value(before), decimals)
    return Figure(
        value=now.value,
        unit=now.unit,
        bound=now.bound,
        scale=now.scale,
        previous=before.value,
        change=Change(value=grown, since=total.since),
    )


def _place(ranking: Ranking, parts: Sequence[Figure]) -> Figure:
    """The place of the first figure among the others; equals share a place."""
    own, *others = map(_value, parts)
    ahead = sum(other < own if ranking.lowest_first else other > own for other in others)
    return Figure(value=ahead + 1, form="rank")


def _value(figure: Figure) -> Decimal:
    return Decimal(figure.value or 0)


def result_of(total: Total, made: Figure) -> Decimal:
    """The number that a total's `value` is compared with: a growth's is its change."""
    if total.growth and made.change:
        return Decimal(made.change.value or 0)
    return _value(made)
