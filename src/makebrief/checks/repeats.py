"""Texts that stand in a series more than once: one Chinese with two Englishes, and two with one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from msgspec import Struct

from makebrief.checks.parts import FileParts
from makebrief.checks.renderings import EnglishText
from makebrief.checks.slips import HAN_CHARACTER
from makebrief.checks.twins import essence
from makebrief.content.models import Column, Pair, Term
from makebrief.content.source import Path
from makebrief.errors import Diagnostic, Span, warning
from makebrief.messages import say

_IN_BRACKETS = re.compile(r"\([^()]*\)")
_SENTENCE_WORDS = 5
_HEADING_WORDS = 3
_LEAST_HAN = 2


class _Standing(Struct, frozen=True):
    """A pair and where it stands."""

    file: FileParts
    path: Path
    pair: Pair | Column

    @property
    def span(self) -> Span:
        return self.file.source.value((*self.path, "en"))


def check_repeats(files: tuple[FileParts, ...], terms: tuple[Term, ...]) -> Iterator[Diagnostic]:
    """Pairs of the whole series that share one language and differ in the other."""
    by_chinese: dict[str, _Standing] = {}
    by_english: dict[str, _Standing] = {}
    told = {term.zh for term in terms if term.short}
    for file in files:
        for path, pair in file.pairs():
            if pair.en is None or not HAN_CHARACTER.search(pair.zh):
                continue
            each = _Standing(file, path, pair)
            chinese = essence(pair.zh)
            first = by_chinese.setdefault(chinese, each)
            other = by_english.setdefault(pair.en.casefold(), each)
            if first.pair.en != pair.en and pair.zh not in told:
                told.add(pair.zh)
                yield from _two_englishes(first, each)
            if other is not each and essence(other.pair.zh) != chinese:
                yield from _two_chineses(other, each)


def _two_englishes(first: _Standing, each: _Standing) -> Iterator[Diagnostic]:
    """A hint that one Chinese text is rendered in two ways; forms of the same words are one."""
    one, other = first.pair.en or "", each.pair.en or ""
    plain_one, plain_other = (_IN_BRACKETS.sub("", each) for each in (one, other))
    if EnglishText(plain_one).line != EnglishText(plain_other).line:
        message = say("chinese-twice", zh=_short(each.pair.zh), place=str(first.span))
        yield Diagnostic("hint", message, each.span, (say("hint-same-words", en=one),))


def _two_chineses(first: _Standing, each: _Standing) -> Iterator[Diagnostic]:
    """A warning for a sentence or heading that renders two, a hint for other words all unlike."""
    message = say("english-twice", zh=_short(first.pair.zh), place=str(first.span))
    hint = say("hint-english-twice")
    words = len(EnglishText(each.pair.en or "").words)
    other_thing = words >= _HEADING_WORDS and _name_other_things(first.pair.zh, each.pair.zh)
    if words >= _SENTENCE_WORDS or other_thing:
        yield warning(message, each.span, hint)
        return
    one, other = set(HAN_CHARACTER.findall(first.pair.zh)), set(HAN_CHARACTER.findall(each.pair.zh))
    if min(len(one), len(other)) >= _LEAST_HAN and not one & other:
        yield Diagnostic("hint", message, each.span, (hint,))


_MANNER = re.compile(
    "进一步|不断|持续|切实|全面|深入|深化|大力|积极|扎实|稳步|着力|努力|加快|加大|加强|强化|坚持"
    "|推进|推动|促进|提升|提高|优化|改善|完善|健全|做好|抓好|开展|实施|落实|工作|任务|情况|措施"
)
"""What says how or that something is done: two texts that differ in it alone are one in English."""


def _name_other_things(one: str, other: str) -> bool:
    """Whether two headings differ in a word for another: 加强生态保护 and 加强文物保护."""
    plain, plain_other = (_MANNER.sub("", "".join(HAN_CHARACTER.findall(t))) for t in (one, other))
    steps = SequenceMatcher(None, plain, plain_other, autojunk=False).get_opcodes()
    return any(
        step == "replace" and end - start >= _LEAST_HAN and end_other - start_other >= _LEAST_HAN
        for step, start, end, start_other, end_other in steps
    )


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:23].rpartition("{")[0] or text[:23] + "…"
