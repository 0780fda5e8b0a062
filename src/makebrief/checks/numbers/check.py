"""Every pair of a series into diagnostics about the numbers that its two texts do not share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from makebrief.checks.figures import is_sound
from makebrief.checks.numbers.chinese import read_chinese
from makebrief.checks.numbers.compare import Context, Difference, compare_numbers
from makebrief.checks.numbers.echoes import find_echoes
from makebrief.checks.numbers.english import read_english
from makebrief.checks.numbers.reading import Number
from makebrief.checks.numbers.saying import CAUSES, say_reading
from makebrief.checks.numbers.scales import check_scales
from makebrief.checks.numbers.texts import UNKNOWN, PrintedText, closed_up, print_text
from makebrief.checks.parts import FileParts
from makebrief.checks.slips import LANGUAGE_NAMES
from makebrief.content.aspects import ASPECTS, aspect_words
from makebrief.content.figures import figure_words
from makebrief.content.models import Column, Figure, Pair, Term, Unit
from makebrief.content.positions import character_span
from makebrief.content.source import Path
from makebrief.errors import Diagnostic, Span, error, warning
from makebrief.messages import Language, Message, say

_Reader = Callable[[str], tuple[Number, ...]]
_chinese_of: _Reader = lru_cache(maxsize=2000)(read_chinese)
_english_of: _Reader = lru_cache(maxsize=2000)(read_english)
"""The numbers of a figure's words, which stand in several texts."""

_NUMERAL = re.compile(
    "[0-9零〇一二三四五六七八九十百千万亿两双首半]|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred"
    r"|thousand|million|billion|first|second|third|\w+th|half|double|triple)\b",
    re.IGNORECASE,
)
_DOUBTS = frozenset({"exchanged", "direction", "by-or-to", "rate", "counted"})
"""Causes by which numbers agree, and their use is doubtful: warnings."""


def check_numbers(
    files: tuple[FileParts, ...], terms: tuple[Term, ...], year: int
) -> Iterator[tuple[Diagnostic, ...]]:
    """File by file, an error for each number that one text of a pair has and the other has not."""
    names = tuple(
        replace(term, zh=closed_up(PrintedText(term.zh)).text)
        for term in terms
        if _NUMERAL.search(f"{term.zh} {term.en}")
    )
    for file in files:
        yield (*_check_units(file), *check_scales(file), *_check_texts(file, names, year))


def _check_texts(file: FileParts, names: tuple[Term, ...], year: int) -> Iterator[Diagnostic]:
    for path, pair in file.pairs():
        if pair.en is not None:
            texts = _Texts(_printed(pair.zh, file, "zh"), _printed(pair.en, file, "en"))
            if texts.unknown:
                continue
            finding = _Finding(file, path, pair, texts)
            for difference in text_differences(texts, names, year):
                yield finding.diagnostic(difference, year)
            yield from finding.echoes()


def _check_units(file: FileParts) -> Iterator[Diagnostic]:
    """An error for each figure whose own unit makes it another number in one language."""
    for path, figure in file.of(Figure):
        if isinstance(figure.unit, Unit) and is_sound(figure):
            zh, en = figure_words(figure, "zh"), figure_words(figure, "en")
            compared = compare_numbers(_chinese_of(zh), _english_of(en), Context(zh, en))
            differences = [each for each in compared if each.cause not in _DOUBTS]
            if differences:
                causes = (say(CAUSES[each.cause]) for each in differences if each.cause)
                place = file.source.value((*path, "unit"))
                yield error(say("number-unit-differs", zh=zh, en=en), place, *causes)


class _Texts(Struct, frozen=True):
    """The two texts of a pair as they are printed."""

    zh: PrintedText
    en: PrintedText

    @property
    def unknown(self) -> bool:
        """Whether a figure is named that nobody defines, so that the numbers cannot be known."""
        return UNKNOWN in self.zh.text or UNKNOWN in self.en.text

    @property
    def shared(self) -> frozenset[str]:
        """The figures, and aspects of figures, that both texts name."""
        return frozenset(each.name for each in self.zh.named) & frozenset(
            each.name for each in self.en.named
        )


def text_differences(texts: _Texts, names: tuple[Term, ...], year: int) -> tuple[Difference, ...]:
    """What the numbers of a pair's texts do not share; the glossary's names count for none."""
    zh, en = _without_names(texts.zh.text, texts.en.text, names)
    chinese, english = read_chinese(zh), read_english(en)
    if shared := texts.shared:
        bounded = _bounded_outside(texts.zh, chinese, _chinese_of) | _bounded_outside(
            texts.en, english, _english_of
        )
        chinese = _settled(texts.zh, chinese, shared - bounded)
        english = _settled(texts.en, english, shared - bounded)
    return compare_numbers(chinese, english, Context(zh, en, year))


def _printed(written: str, file: FileParts, language: Language) -> PrintedText:
    def words(reference: str) -> str:
        name, _, aspect = reference.partition(":")
        figure = file.find(name)
        if figure is None or not is_sound(figure) or (aspect and aspect not in ASPECTS):
            return UNKNOWN
        if aspect:
            return aspect_words(figure, aspect, language) or UNKNOWN
        return figure_words(figure, language)

    printed = print_text(written, words)
    return closed_up(printed) if language == "zh" else printed


def _bounded_outside(
    text: PrintedText, numbers: tuple[Number, ...], read: _Reader
) -> frozenset[str]:
    """The figures that words of the text bound, as in 超过{spending}."""
    return frozenset(
        named.name
        for named in text.named
        if {each.bounds for each in numbers if named.start <= each.start < named.end}
        - {each.bounds for each in read(text.text[named.start : named.end])}
    )


def _settled(
    text: PrintedText, numbers: tuple[Number, ...], agreed: frozenset[str]
) -> tuple[Number, ...]:
    """Numbers of which those of some figures are not missed in the other text."""
    places = [(each.start, each.end) for each in text.named if each.name in agreed]
    return tuple(
        replace(each, optional=True)
        if any(start <= each.start < end for start, end in places)
        else each
        for each in numbers
    )


def _without_names(zh: str, en: str, names: tuple[Term, ...]) -> tuple[str, str]:
    """Both texts without the terms that both have, whose numbers are names."""
    for term in names:
        if term.zh not in zh:
            continue
        for english in filter(None, (term.en, term.short)):
            pattern = re.compile(re.escape(english), re.IGNORECASE)
            if pattern.search(en):
                en = pattern.sub(lambda found: UNKNOWN * len(found.group()), en)
                zh = zh.replace(term.zh, UNKNOWN * len(term.zh))
    return zh, en


class _Finding(Struct, frozen=True):
    """Where a difference was found."""

    file: FileParts
    path: Path
    pair: Pair | Column
    texts: _Texts

    def diagnostic(self, difference: Difference, year: int) -> Diagnostic:
        """A difference in words, where the English says it, else where the Chinese does."""
        zh, en = difference.zh, difference.en
        if zh and en:
            cause = say(CAUSES[difference.cause])
            message = say("number-differs", zh=zh.words, en=en.words, cause=cause)
            place = self._span("zh", zh.start)
            hint = say(
                "hint-number-readings",
                zh=say_reading(zh),
                en=say_reading(en),
                place=f"{place.line}:{place.column}",
            )
            found = warning if difference.cause in _DOUBTS else error
            return found(message, self._span("en", en.start), hint)
        if zh:
            return self._lost(zh, year)
        message = say("number-added", en=en.words if en else "")
        return error(message, self._span("en", en.start if en else 0), *self._hints(en, "zh"))

    def echoes(self) -> Iterator[Diagnostic]:
        """A warning where a figure prints the words that stand beside it."""
        languages: tuple[Language, Language] = ("zh", "en")
        for language, text in zip(languages, (self.texts.zh, self.texts.en), strict=True):
            for at, words in find_echoes(text, language):
                message = say("word-doubled", words=words, language=LANGUAGE_NAMES[language])
                yield warning(message, self._span(language, at), say("hint-figure-says"))

    def _lost(self, zh: Number, year: int) -> Diagnostic:
        hints = self._hints(zh, "en")
        if zh.kind == "year" and zh.value == year:
            return warning(
                say("number-year-unsaid", zh=zh.words), self._span("zh", zh.start), *hints
            )
        return error(say("number-lost", zh=zh.words), self._span("zh", zh.start), *hints)

    def _hints(self, number: Number | None, other: str) -> tuple[Message, ...]:
        if number is None:
            return ()
        place = self.file.source.value((*self.path, other))
        where = f"{place.line}:{place.column}"
        reading = say("hint-number-reading", reading=say_reading(number), place=where)
        return (reading, say("hint-number-name"))

    def _span(self, language: Language, at: int) -> Span:
        chinese = language == "zh"
        written = self.pair.zh if chinese else self.pair.en or ""
        text = self.texts.zh if chinese else self.texts.en
        start = text.origin(at) if at else 0
        return character_span(self.file.source, (*self.path, language), written, start)
