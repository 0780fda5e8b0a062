"""Texts that stand in a series more than once: one Chinese with two Englishes, and two with one."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    """A warning for a sentence that renders two Chinese ones, a hint for words all unlike."""
    message = say("english-twice", zh=_short(first.pair.zh), place=str(first.span))
    hint = say("hint-english-twice")
    if len(EnglishText(each.pair.en or "").words) >= _SENTENCE_WORDS:
        yield warning(message, each.span, hint)
        return
    one, other = set(HAN_CHARACTER.findall(first.pair.zh)), set(HAN_CHARACTER.findall(each.pair.zh))
    if min(len(one), len(other)) >= _LEAST_HAN and not one & other:
        yield Diagnostic("hint", message, each.span, (hint,))


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:23].rpartition("{")[0] or text[:23] + "…"
