"""Which series a command means: the one named, the only one, or the newest by its period."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from makebrief.content.bundle import SERIES_FILE
from makebrief.content.parse import load_source
from makebrief.errors import BriefError, Span, error
from makebrief.messages import say

HOME = "briefs"
_MONTHS_A_YEAR = 12


class Found(Struct, frozen=True):
    """A series' folder, and among how many it was chosen (1 if there was no choice)."""

    folder: Path
    among: int


def find_series(given: str | None, here: Path) -> Found:
    """The series' folder; raises BriefError if there is none."""
    if given is not None:
        if not (Path(given) / SERIES_FILE).is_file():
            raise BriefError([error(say("series-absent", name=given), None, say("hint-series"))])
        return Found(Path(given), 1)
    if (here / SERIES_FILE).is_file():
        return Found(here, 1)
    folders = sorted(path.parent for path in (here / HOME).glob(f"*/{SERIES_FILE}"))
    if not folders:
        raise BriefError([error(say("series-none"), None, say("hint-series"))])
    if len(folders) == 1:
        return Found(folders[0], 1)
    return Found(max(folders, key=_period), len(folders))


def _period(folder: Path) -> tuple[int, int, str]:
    """A series' period for comparison: year, month at whose end it closes, folder name."""
    try:
        data = load_source(folder / SERIES_FILE, Span(folder.as_posix()).file).data
    except BriefError:
        return 0, 0, folder.name
    period = data.get("period") if isinstance(data, dict) else None
    if not isinstance(period, dict):
        return 0, 0, folder.name
    return _whole(period.get("year")), _last_month(period), folder.name


def _last_month(period: Mapping[str, Any]) -> int:
    """The month at whose end a period closes."""
    for part, months in (("half", 6), ("quarter", 3), ("quarters", 3), ("months", 1)):
        if _whole(period.get(part)):
            return _whole(period[part]) * months
    return _MONTHS_A_YEAR


def _whole(value: Any) -> int:
    return value if isinstance(value, int) else 0
