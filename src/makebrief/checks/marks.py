"""One text into the slips of its marks, spaces and dates, each at its very characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from makebrief.checks import chinese_marks, english_marks
from makebrief.checks.paired_marks import straight_quotes, unpaired_marks
from makebrief.checks.slips import Slip, SlipRule, classed, in_written, scan
from makebrief.content.printed import Printed, printed
from makebrief.messages import Language

_SUSPECT: Mapping[Language, re.Pattern[str]] = {
    "zh": chinese_marks.SUSPECT,
    "en": english_marks.SUSPECT,
}
_RULES: Mapping[Language, Callable[[], tuple[SlipRule, ...]]] = {
    "zh": chinese_marks.chinese_rules,
    "en": english_marks.english_rules,
}
_OPENERS = "“‘（(《〈「『【〔["
_CLOSERS = "”’）)》〉」』】〕]"
_PAIRED = frozenset(_OPENERS + _CLOSERS)
_PARTNERS = tuple(zip(_OPENERS, _CLOSERS, strict=True))


def find_slips(written: str, language: Language) -> tuple[Slip, ...]:
    """Every slip of a text as written, in the order in which they stand."""
    suspect = _SUSPECT[language].search(written) is not None
    uneven = not _PAIRED.isdisjoint(written) and any(
        written.count(one) != written.count(other) for one, other in _PARTNERS
    )
    if not suspect and not uneven:
        return ()
    text = printed(written)
    found = list(scan(_RULES[language](), classed(text.text))) if suspect else []
    turned = text.text
    if '"' in written or "'" in written:
        quotes = tuple(straight_quotes(turned, language))
        found += quotes
        for slip in quotes:
            turned = turned[: slip.at] + (slip.mended or " ") + turned[slip.end :]
    found += unpaired_marks(turned, language)
    return _in_order(found, text)


def _in_order(found: list[Slip], text: Printed) -> tuple[Slip, ...]:
    """Slips by their places; of two that overlap, the first found counts."""
    kept: list[Slip] = []
    for slip in found:
        if not any(slip.at < each.end and each.at < slip.end for each in kept):
            kept.append(slip)
    kept.sort(key=lambda slip: slip.at)
    return tuple(in_written(slip, text) for slip in kept)


MOST_PASSES = 4


def mend_text(written: str, language: Language) -> str:
    """A text with every slip mended that can be mended without a person."""
    for _ in range(MOST_PASSES):
        slips = [each for each in find_slips(written, language) if each.mended is not None]
        if not slips:
            break
        for slip in reversed(slips):
            written = written[: slip.at] + (slip.mended or "") + written[slip.end :]
    return written
