"""Quotation marks and brackets of a text: each opening one has its closing one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from makebrief.checks.slips import Slip
from makebrief.messages import Language

_CLOSERS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "(": ")",
    "《": "》",
    "〈": "〉",
    "「": "」",
    "『": "』",
    "【": "】",
    "〔": "〕",
    "[": "]",
}
_SAME = str.maketrans("（）", "()")
_PAIRED = re.compile("[“”‘’（）()《》〈〉「」『』【】〔〕\\[\\]]")
_NUMBERING = re.compile(
    r"(?:^|(?<=[\s，、。；：,;.]))(?:[0-9]{1,2}|[a-zA-Z]|[ivx]+|[一二三四五六七八九十]{1,3})[)）]"
)
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")
_OPENED = re.compile(r"(?:^|(?<=[\s(]))'\w")
_ELISION = re.compile(r"'(?=(?:[0-9]0s|em|tis|twas|til)\b)")


def unpaired_marks(text: str, language: Language) -> Iterator[Slip]:
    """Every quotation mark and bracket without a partner."""
    waiting: list[tuple[str, int]] = []
    skipped = _skipped(text)
    for found in _PAIRED.finditer(text):
        mark, at = found.group(), found.start()
        if at in skipped:
            continue
        if mark in _CLOSERS:
            waiting.append((_CLOSERS[mark].translate(_SAME), at))
        elif waiting and waiting[-1][0] == mark.translate(_SAME):
            waiting.pop()
        elif mark != "’" or (language == "zh" and any(closer == "’" for closer, _ in waiting)):
            yield from _left_open(waiting, mark)
            if waiting and waiting[-1][0] == mark.translate(_SAME):
                waiting.pop()
            else:
                yield Slip("mark-unpaired", at, at + 1)
    for _, at in waiting:
        yield Slip("mark-unpaired", at, at + 1)


def _left_open(waiting: list[tuple[str, int]], mark: str) -> Iterator[Slip]:
    """The marks that were opened inside a pair which closes here, and never closed."""
    if any(closer == mark.translate(_SAME) for closer, _ in waiting):
        while waiting[-1][0] != mark.translate(_SAME):
            at = waiting.pop()[1]
            yield Slip("mark-unpaired", at, at + 1)


def _skipped(text: str) -> set[int]:
    """Apostrophes, and the brackets of numberings such as `1)` and `一）`."""
    skipped = {found.start() for found in _APOSTROPHE.finditer(text)}
    for found in _NUMBERING.finditer(text):
        if text.rfind("(", 0, found.start()) < 0 and text.rfind("（", 0, found.start()) < 0:
            skipped.add(found.end() - 1)
    return skipped


def straight_quotes(text: str, language: Language) -> Iterator[Slip]:
    """Every quotation mark of the keyboard, mended if it is clear which way it turns."""
    for mark, opening, closing in (('"', "“", "”"), ("'", "‘", "’")):
        places = _quotes(text, mark)
        turned = _turned(text, places, (opening, closing))
        clear = turned is not None and (language == "zh" or _fits_spaces(text, turned, opening))
        for at in places:
            yield Slip("mark-straight", at, at + 1, turned[at] if turned and clear else None)
    for at, mark in enumerate(text if "'" in text else ""):
        if mark == "'" and _is_apostrophe(text, at):
            yield Slip("mark-apostrophe", at, at + 1, "’", "hint")


def _quotes(text: str, mark: str) -> list[int]:
    """Where straight marks stand as quotation marks: not as apostrophes, feet or inches."""
    places = [at for at, each in enumerate(text) if each == mark]
    if mark == "'":
        measures = {at for at in places if text[at - 1 : at].isdigit()}
        return [at for at in places if at not in measures and not _is_apostrophe(text, at)]
    if len(places) % 2 and not text.count("“") - text.count("”"):
        return [at for at in places if not text[at - 1 : at].isdigit()]
    return places


def _turned(text: str, places: list[int], marks: tuple[str, str]) -> dict[int, str] | None:
    """Which mark each straight one stands for, opening and closing by turns; None if odd."""
    opening, closing = marks
    turned: dict[int, str] = {}
    opened = False
    for at, mark in enumerate(text):
        if at in places:
            turned[at] = closing if opened else opening
        if at in places or mark == (closing if opened else opening):
            opened = not opened
    return None if opened else turned


def _fits_spaces(text: str, turned: dict[int, str], opening: str) -> bool:
    """Whether the spaces around English marks agree with the way in which they turn."""
    for at, mark in turned.items():
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if mark == opening and (before.isalnum() or not after.strip()):
            return False
        if mark != opening and not before.strip():
            return False
    return True


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether a straight mark stands inside a word, elides its beginning, or ends a plural."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before.isalnum() and before.isascii() and after.isalpha() and after.isascii():
        return True
    if _ELISION.match(text, at):
        return True
    plural = before == "s" and (not after or after in " ,.;:")
    return plural and not _OPENED.search(text, 0, at)
