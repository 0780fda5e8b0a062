"""Values as people write them in YAML into texts, dates and numbers; patterns of names."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from makebrief.content.wording import ContentError
from makebrief.messages import say

_WHITE_SPACE = re.compile(r"[ \t]*[\n\t][ \t\n]*|^ +| +$")
_BESIDE_MARK = re.compile(
    r"(?<=[，。；：、！？）》」』】]) +| +(?=[，。；：、！？（《「『【])| +(?=\[\^)"
)
TYPED_GAP = re.compile(
    "(?<=[\u3400-\u9fff]) +(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%‰％]) +(?=[\u3400-\u9fff])"
)
"""Spaces that people type where Chinese meets digits or Latin; the page has a gap there (L7)."""

_MOMENT = "%Y-%m-%d %H:%M"
_SPACES = "\t\u00a0\u2007\u202f"
_INVISIBLE = re.compile(
    f"[{_SPACES}\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Tabs and spaces that hold together, soft hyphens, zero widths, direction marks, tags."""

_FIRST_WIDE = "\u2e80"
FIGURE_ID = r"[a-z][a-z0-9_]*"
DEPARTMENT_ID = r"[a-z0-9][a-z0-9-]*"


def read_text(value: Any) -> Any:
    """A text on one line; raises ContentError if nothing that can be seen stands in it."""
    if not isinstance(value, str):
        return value
    text = one_line(value)
    if not text.strip():
        raise ContentError(say("text-empty"))
    return text


def read_chinese(value: Any) -> Any:
    """A Chinese text on one line, without typed gaps; raises ContentError as read_text does.

    So `135.22 亿元` and `135.22亿元` are one text to every check, and look alike on the page.
    """
    text = read_text(value)
    return without_typed_gaps(text) if isinstance(text, str) and " " in text else text


def without_typed_gaps(text: str) -> str:
    """A text without typed gaps."""
    return TYPED_GAP.sub("", text)


def find_invisible(text: str) -> tuple[str, ...]:
    """The invisible characters of a text that it is printed without, each once."""
    return tuple(dict.fromkeys(_INVISIBLE.findall(text)))


def one_line(text: str) -> str:
    """A text without the line ends that YAML left in it: nothing between Han, else a space.

    No space stands beside a Chinese mark (L7) or before the mark of a footnote, where YAML's `>`
    leaves one at a folded line. What nobody sees is left out: what holds together is known anyway.
    """
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub(lambda found: " " if found.group() in _SPACES else "", text)
    if _WHITE_SPACE.search(text):
        text = _WHITE_SPACE.sub(_joint, text.strip())
    return _BESIDE_MARK.sub("", text) if " " in text else text


def with_line_ends(text: str, written: str) -> str:
    """A text in one line with the line ends back in it that its author wrote."""
    ends: list[int] = []
    for line in written.strip().split("\n"):
        ends.append((ends[-1] if ends else 0) + len("".join(line.split())))
    parts, shown, begun = [], 0, 0
    for at, character in enumerate(text):
        if not character.isspace():
            if shown in ends[:-1] and at > begun:
                parts.append(text[begun:at])
                begun = at
            shown += 1
    return "\n".join([*parts, text[begun:]])


def _joint(found: re.Match[str]) -> str:
    before, after = found.string[found.start() - 1], found.string[found.end()]
    wide = all(each >= _FIRST_WIDE for each in (before, after))
    return "" if wide and "\n" in found.group() else " "


def read_date(value: Any) -> Any:
    """A day as 2024-07-23; raises ContentError if it is none."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as failure:
        raise ContentError(say("date-invalid", value=value)) from failure


def read_moment(value: Any) -> Any:
    """A day and a time as 2024-07-23 10:00; raises ContentError if it is none."""
    try:
        return datetime.strptime(value, _MOMENT).strftime(_MOMENT)
    except (TypeError, ValueError) as failure:
        raise ContentError(say("moment-invalid", value=str(value))) from failure


def read_number(value: Any) -> Any:
    """A number as YAML gives it; raises ContentError if it is none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ContentError(say("number-invalid", value=str(value)), say("hint-number"))
    return value


def read_cell_text(value: Any) -> Any:
    """A cell's text on one line; it may be empty."""
    return one_line(value) if isinstance(value, str) else value
