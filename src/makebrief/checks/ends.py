"""How texts begin and end: with the same mark in both languages, English as a whole sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from makebrief.checks.parts import FileParts
from makebrief.checks.slips import LANGUAGE_NAMES
from makebrief.content.models import Column, Pair
from makebrief.content.scalars import place_of
from makebrief.content.source import Path
from makebrief.errors import Diagnostic, warning
from makebrief.messages import Language, say

_CLOSING = "”’）)》」』】〕]\"'*_ "
_KINDS = {
    "。": "stop",
    ".": "stop",
    "；": "item",
    ";": "item",
    "！": "stop",
    "!": "stop",
    "？": "question",
    "?": "question",
    "：": "colon",
    ":": "colon",
    "…": "ellipsis",
    "，": "comma",
    ",": "comma",
    "、": "comma",
}
_ABBREVIATED = re.compile(
    r"(?:\b(?:etc|Ltd|Inc|Co|Corp|No|Jr|Sr|St|Dr|Mr|Mrs|Ms|dept|est|approx|vs|e\.g|i\.e)"
    r"|(?:\b[A-Za-z]\.)*\b[A-Za-z])\.$"
)
_ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder\w*|questions?|questioned|inquir\w+|enquir\w+|wants? to know)\b"
)
"""Words that report a question, which then ends with a full stop."""

_AFTER_ITEMS = frozenset({"item", "stop"})
_SENTENCE = re.compile("[，；。]")
_PROSE_FIELDS = frozenset({"text", "lead", "foreword", "a"})


_BROKEN_OFF = re.compile(r"(?<= )(?:the|an?|and|or|its|their|our|every|than|per|between)\.?$")
"""Words with which no English sentence ends."""

_SMALL_START = re.compile(r"[a-z]{2,}(?= )")


def check_sentence(file: FileParts, path: Path, pair: Pair | Column) -> Iterator[Diagnostic]:
    """A warning if English prose begins with a small letter, or breaks off at a word like `the`."""
    english = pair.en or ""
    if not _is_prose(path) or not english:
        return
    if (first := _SMALL_START.match(english)) and _kind(english.rstrip(_CLOSING) or " ") == "stop":
        span = place_of(file.source, (*path, "en"), english, 0)
        hint = say("hint-write", words=first.group().capitalize())
        yield warning(say("start-small", words=first.group()), span, hint)
    if last := _BROKEN_OFF.search(english):
        span = place_of(file.source, (*path, "en"), english, last.start())
        yield warning(say("broken-off", words=last.group()), span, say("hint-broken-off"))


def check_ends(file: FileParts, path: Path, pair: Pair | Column) -> Iterator[Diagnostic]:
    """A warning if one language ends with a mark and the other does not, or prose with none."""
    chinese, english = pair.zh.rstrip(_CLOSING), (pair.en or "").rstrip(_CLOSING)
    if not chinese or not english:
        return
    kinds = _kind(chinese), _kind(english)
    if kinds[0] == kinds[1]:
        if kinds == ("", "") and _is_prose(path) and _SENTENCE.search(pair.zh):
            span = place_of(file.source, (*path, "zh"), pair.zh, len(pair.zh) - 1)
            yield warning(say("end-none"), span, say("hint-end"))
        return
    if "item" in kinds and set(kinds) <= (_AFTER_ITEMS if _is_prose(path) else {*_AFTER_ITEMS, ""}):
        return
    if kinds == ("", "stop") and _ABBREVIATED.search(english):
        return
    if kinds == ("question", "stop") and _ASKED.search(english):
        return
    lacking: Language = "zh" if not kinds[0] else "en"
    text = pair.zh if lacking == "zh" else pair.en or ""
    span = place_of(file.source, (*path, lacking), text, len(text) - 1)
    if "" in kinds:
        mark = english[-1] if lacking == "zh" else chinese[-1]
        message = say("end-missing", language=LANGUAGE_NAMES[lacking], mark=mark)
    else:
        message = say("end-differs", zh=chinese[-1], en=english[-1])
    mended = mended_end(path, pair.zh, pair.en or "")
    hint = say("hint-write", words=mended[1][-8:]) if mended else say("hint-same-end")
    yield warning(message, span, hint)


def mended_end(path: Path, chinese: str, english: str) -> tuple[Language, str] | None:
    """The text of a pair that lacks its full stop, with it; None unless prose lacks just that."""
    ends = chinese.rstrip(_CLOSING), english.rstrip(_CLOSING)
    if not _is_prose(path) or not all(ends):
        return None
    if _kind(ends[0]) == "" and ends[1][-1] == "." and not _ABBREVIATED.search(ends[1]):
        return "zh", chinese + "。"
    if _kind(ends[1]) == "" and ends[0][-1] == "。":
        return "en", english + "."
    return None


def _kind(text: str) -> str:
    return _KINDS.get(text[-1], "")


def _is_prose(path: Path) -> bool:
    """Whether a text is a paragraph of sentences, not an item, a title or a cell."""
    inside = {part for part in path if isinstance(part, str)}
    return not inside.isdisjoint(_PROSE_FIELDS) and inside.isdisjoint({"quote", "label"})
