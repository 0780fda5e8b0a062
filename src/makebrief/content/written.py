"""The kinds of value that people write in YAML: texts, dates, numbers, names."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StrictInt, StrictStr, WithJsonSchema

from makebrief.content.wording import ContentError
from makebrief.messages import say

_WHITE_SPACE = re.compile(r"[ \t]*[\n\t][ \t\n]*|^ +| +$")
_BESIDE_MARK = re.compile("(?<=[，。；：、！？）》」』】]) +| +(?=[，。；：、！？（《「『【])")
_FIRST_WIDE = "\u2e80"
FIGURE_ID = r"[a-z][a-z0-9_]*"
DEPARTMENT_ID = r"[a-z0-9][a-z0-9-]*"
Number = StrictInt | Decimal


def _text(value: Any) -> Any:
    if isinstance(value, str) and not value.strip():
        raise ContentError(say("text-empty"))
    return one_line(value) if isinstance(value, str) else value


def one_line(text: str) -> str:
    """A text without the line ends that YAML left in it: nothing between Han, else a space.

    No space stands beside a Chinese mark (L7), where YAML's `>` leaves one at a folded line.
    """
    if _WHITE_SPACE.search(text):
        text = _WHITE_SPACE.sub(_joint, text.strip())
    return _BESIDE_MARK.sub("", text) if " " in text else text


def _joint(found: re.Match[str]) -> str:
    before, after = found.string[found.start() - 1], found.string[found.end()]
    wide = all(each >= _FIRST_WIDE for each in (before, after))
    return "" if wide and "\n" in found.group() else " "


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as failure:
        raise ContentError(say("date-invalid", value=value)) from failure


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ContentError(say("number-invalid", value=str(value)), say("hint-number"))
    return value


def _cell_text(value: Any) -> Any:
    return one_line(value) if isinstance(value, str) else value


WrittenText = Annotated[StrictStr, BeforeValidator(_text)]
CellText = Annotated[StrictStr, BeforeValidator(_cell_text)]
WrittenDate = Annotated[date, BeforeValidator(_date)]
WrittenNumber = Annotated[Number, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
FigureId = Annotated[str, Field(pattern=f"^{FIGURE_ID}$")]
FigureName = Annotated[str, Field(pattern=f"^({DEPARTMENT_ID}\\.)?{FIGURE_ID}$")]
DepartmentId = Annotated[str, Field(pattern=f"^{DEPARTMENT_ID}$")]
