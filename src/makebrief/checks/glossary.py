"""Pairs against the glossary: each term in its one English form, everywhere (E5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from makebrief.checks.parts import FileParts, is_running, print_order
from makebrief.checks.renderings import (
    EnglishText,
    Word,
    find_phrase,
    is_coordinated,
    nearest_words,
    phrase,
    refers_back,
    stem,
)
from makebrief.checks.terms import Mention, TermFinder
from makebrief.content.models import Column, Pair, Term
from makebrief.content.printed import Printed, printed
from makebrief.content.scalars import place_of
from makebrief.content.source import Path
from makebrief.errors import Diagnostic, Span, error, warning
from makebrief.messages import Message, say

_KINDS = {
    "省": re.compile(r"\b(?:province|provincial|provinces)\b", re.IGNORECASE),
    "市": re.compile(r"\b(?:city|city-wide|citywide|municipal|municipality)\b", re.IGNORECASE),
    "县": re.compile(r"\b(?:county|counties|county-level)\b", re.IGNORECASE),
    "区": re.compile(r"\b(?:districts?)\b", re.IGNORECASE),
    "镇": re.compile(r"\b(?:towns?)\b", re.IGNORECASE),
}
"""A place's kind in Chinese, and the English words that may take it up after first mention."""

_BRACKETED = re.compile(r"\(([^()]+)\)")


def check_glossary(files: tuple[FileParts, ...], terms: tuple[Term, ...]) -> Iterator[Diagnostic]:
    """Terms rendered otherwise than the glossary has them, file by file."""
    if not terms:
        return
    yield from _check_terms(files[0], terms)
    finder = TermFinder(terms)
    refused = _refused_forms(terms)
    for file in files:
        document = _Document(file, finder)
        for path, pair in print_order(file):
            if pair.en is None:
                continue
            wrong = tuple(_refused_words(pair.en, refused))
            yield from (_refusal(file, (*path, "en"), pair.en, each) for each in wrong)
            yield from document.check(path, pair, {each.term.zh for each in wrong})


def _check_terms(series: FileParts, terms: tuple[Term, ...]) -> Iterator[Diagnostic]:
    """A term that stands in the glossary twice, with two renderings."""
    known: dict[str, Term] = {}
    for index, term in enumerate(terms):
        first = known.setdefault(term.zh, term)
        if first.en != term.en:
            span = series.source.value(("glossary", index, "zh"))
            message = say("glossary-twice", zh=term.zh, one=first.en, other=term.en)
            yield error(message, span, say("hint-glossary-twice"))


class _Refused(Struct, frozen=True):
    """A rendering that the glossary refuses: how to look for it, and instead of what."""

    folded: str
    pattern: str
    term: Term


def _refused_forms(terms: tuple[Term, ...]) -> tuple[_Refused, ...]:
    return tuple(
        _Refused(words.lower(), _refused_pattern(words), term)
        for term in terms
        for words in term.never
    )


def _refused_pattern(words: str) -> str:
    """Words as whole words, plural or possessive; their small letters may be capitals in a text."""
    letters = (
        f"[{each}{each.upper()}]" if each.islower() and each.isascii() else re.escape(each)
        for each in words
    )
    return rf"(?<!\w){''.join(letters)}(?:e?s)?(?!\w)"


class _RefusedWords(Struct, frozen=True):
    """A refused rendering where it stands in a text."""

    term: Term
    words: str
    at: int


def _refused_words(english: str, refused: tuple[_Refused, ...]) -> Iterator[_RefusedWords]:
    folded = english.lower()
    for each in refused:
        if each.folded in folded:
            for found in re.finditer(each.pattern, _without_allowed(english, each.term)):
                yield _RefusedWords(each.term, found.group(), found.start())


def _refusal(file: FileParts, path: Path, english: str, wrong: _RefusedWords) -> Diagnostic:
    span = place_of(file.source, path, english, wrong.at)
    message = say("glossary-never", words=wrong.words, zh=wrong.term.zh)
    return error(message, span, say("hint-glossary", en=wrong.term.en))


def _without_allowed(text: str, term: Term) -> str:
    """A text with the term's own renderings blanked out, which may hold a forbidden one."""
    for allowed in (term.en, term.short):
        if allowed:
            text = text.replace(allowed, " " * len(allowed))
    return text


class _Document(Struct):
    """One file on its way from first word to last: which terms it has named in full so far."""

    file: FileParts
    finder: TermFinder
    named: set[str] = field(default_factory=set)
    running: list[EnglishText] = field(default_factory=list)
    bracketed: list[EnglishText] = field(default_factory=list)

    def check(self, path: Path, pair: Pair | Column, reported: set[str]) -> Iterator[Diagnostic]:
        """The terms of one pair that its English lacks, or names in short too early.

        Terms whose refused rendering was reported are not reported again.
        """
        chinese = printed(pair.zh)
        mentions = tuple(self.finder.mentions(chinese.text))
        shown = printed(pair.en or "")
        english = EnglishText(shown.text)
        done = set(reported)
        for mention in mentions:
            term = mention.term
            if term.zh in done:
                continue
            done.add(term.zh)
            place = _Place(path, pair, chinese, shown)
            if _is_rendered(term, english):
                yield from self._check_first(term, english, place)
                self.named.add(term.zh)
            elif not self._is_taken_up(mention, mentions, english):
                yield self._missing(mention, english, place)
        if is_running(path):
            self.running.append(english)
            self.bracketed += (EnglishText(each) for each in _BRACKETED.findall(shown.text))

    def _is_taken_up(
        self, mention: Mention, mentions: tuple[Mention, ...], english: EnglishText
    ) -> bool:
        """Whether an earlier full name is taken up by a noun, as in `the commission`."""
        term = mention.term
        if term.zh not in self.named and not any(each.holds(term.en) for each in self.running):
            return False
        for each in mentions:
            if each.term is not term:
                continue
            kind = _KINDS.get(each.after) or _KINDS.get(term.zh[-1])
            if kind and kind.search(english.text):
                return True
        heads = {phrase(words).head for words in (term.en, term.short) if words}
        heads -= {stem(word) for word in phrase(term.en).words[:1]}
        return refers_back(frozenset(heads), english)

    def _missing(self, mention: Mention, english: EnglishText, place: _Place) -> Diagnostic:
        term = mention.term
        hint = _write(term)
        wanted = phrase(term.en)
        lowered = next((at for at, _ in find_phrase(wanted, english)), None)
        if lowered is not None:
            last = english.counted[lowered + len(wanted.stems) - 1]
            words = english.text[english.counted[lowered].at : last.end]
            span = place.english_span(self.file, english.counted[lowered].at)
            return warning(say("glossary-case", words=words, zh=term.zh), span, hint)
        near = _nearest(term, english, place.chinese.text, self.finder)
        if near is not None:
            words = english.text[near[0].at : near[1].end]
            span = place.english_span(self.file, near[0].at)
            return warning(say("glossary-other", words=words, zh=term.zh), span, hint)
        span = place.chinese_span(self.file, mention.at)
        return warning(say("glossary-missing", zh=term.zh), span, hint)

    def _check_first(self, term: Term, english: EnglishText, place: _Place) -> Iterator[Diagnostic]:
        """A short form in running text before the full one."""
        if term.short is None or not is_running(place.path):
            return
        short, full = term.short, term.en
        if any(each.holds(full) for each in (english, *self.running)) or is_coordinated(
            phrase(full), english
        ):
            return
        if any(each.holds(short) for each in self.bracketed):
            return
        first = next((at for at, _ in find_phrase(phrase(short), english)), 0)
        span = place.english_span(self.file, english.counted[first].at)
        self.bracketed.append(EnglishText(short))
        message = say("glossary-first", short=term.short, en=term.en)
        yield warning(message, span, say("hint-glossary-first", en=term.en, short=term.short))


class _Place(Struct, frozen=True):
    """A pair under check, as written and as printed."""

    path: Path
    pair: Pair | Column
    chinese: Printed
    english: Printed

    def chinese_span(self, file: FileParts, at: int) -> Span:
        """Where a printed Chinese character stands in the file."""
        written = self.chinese.place(at, at + 1)[0]
        return place_of(file.source, (*self.path, "zh"), self.pair.zh, written)

    def english_span(self, file: FileParts, at: int) -> Span:
        """Where a printed English character stands in the file."""
        written = self.english.place(at, at + 1)[0]
        return place_of(file.source, (*self.path, "en"), self.pair.en or "", written)


def _nearest(
    term: Term, english: EnglishText, chinese: str, finder: TermFinder
) -> tuple[Word, Word] | None:
    """The words that a term was most likely meant by, if they render no other term of the text."""
    others = {phrase(each.term.en).line for each in finder.mentions(chinese)}
    for form in (term.en, term.short):
        near = nearest_words(phrase(form), english) if form else None
        if near and phrase(english.text[near[0].at : near[1].end]).line not in others:
            return near
    return None


def _is_rendered(term: Term, english: EnglishText) -> bool:
    if term.en in english.text or (term.short and term.short in english.text):
        return True
    forms = [phrase(words) for words in (term.en, term.short) if words]
    return any(
        any(capitals for _, capitals in find_phrase(form, english)) or is_coordinated(form, english)
        for form in forms
    )


def _write(term: Term) -> Message:
    if term.short:
        return say("hint-glossary-either", en=term.en, short=term.short)
    return say("hint-glossary", en=term.en)
