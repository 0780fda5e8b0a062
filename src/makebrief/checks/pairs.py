"""Pairs of texts: English that is missing, doubtful or another text's, and slips in either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from makebrief.checks.ends import check_ends, check_sentence
from makebrief.checks.marks import find_slips
from makebrief.checks.parts import FileParts
from makebrief.checks.slips import HAN_CHARACTER, LANGUAGE_NAMES, Slip
from makebrief.checks.terms import TermFinder
from makebrief.content.models import Column, Pair, TableContent, Term, Unit
from makebrief.content.printed import FIGURE, printed
from makebrief.content.scalars import (
    Change,
    Written,
    can_be_written,
    on_its_lines,
    place_of,
    written_text,
)
from makebrief.content.source import Path, Source
from makebrief.errors import Diagnostic, warning
from makebrief.messages import LANGUAGES, Message, say

_BEGINNING = 20
_CHINESE = re.compile(f"{HAN_CHARACTER.pattern}+")
_LETTERS = re.compile("[A-Za-z]+")
_QUOTES = frozenset("“”‘’")
_STAND_IN = re.compile(
    r"\W*(?:tbd|tbc|tba|todo|to be (?:translated|added|confirmed)"
    r"|(?:english|translation|text)(?: (?:pending|to follow|needed|to come|coming soon))?"
    r"|untranslated|pending|to follow"
    r"|x{2,}|n/?a|\?+|-+|—+|…|\.+|待译|待翻译|暂无|略)\W*",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(r"\b(?:TODO|TBD|TBC|FIXME|XXX+)\b|\?{3,}")
"""What stands in English for words that are still to come."""

_IN_BRACKETS = re.compile(r"[(（\[〔][^()（）\[\]〔〕]*[)）\]〕]")

_LETTERS_A_HAN = 4.1
"""English letters for one Chinese character, measured on briefings; terms and units apart."""

_BEHIND_DIGITS = re.compile(
    "(?<=[0-9])[余多个]?[万亿]*(?:个百分点|平方公里|平方米|公里|千米|公顷|人次|[元人户家件项个名年月日天吨亩米度])?"
    "|[（(](?:单位[：:])?[百千万亿][^（()）]{0,5}[）)]"
)
"""Scales and units, for which English has few letters: 12.7万公里 is 127,000 km."""

_LONG = 2.6
_SHORT = ((20, 0.35), (27, 0.42), (29, 0.54), (34, 0.55), (37, 0.58), (45, 0.59))
"""Below what share of its letters English is short, of up to so many characters; then no more.

In 4,000 pairs of briefings the shortest have 0.4 of them, 0.55 from 28 characters on, 0.6 from 35
and 0.65 from 37.
"""

_SECOND_CLAUSE = re.compile("[，；]同时")
_SECOND_IN_ENGLISH = re.compile(
    r"\b(?:while|also|same time|meanwhile|as well|alongside|together|too)\b|, and\b|[;—]|\. ",
    re.IGNORECASE,
)
_WITHOUT_SECOND = 0.7
"""The least share of English that has no word for the 同时 by which the Chinese says more."""

_LEAST_HAN, _LEAST_LETTERS = 10, 45
_FREE_LETTERS = 60
"""What a short text may have beyond its expected length, as `Reply` for 答复 shows."""


def check_pairs(files: tuple[FileParts, ...], terms: tuple[Term, ...]) -> Iterator[Diagnostic]:
    """What is wrong with each text and its twin, file by file."""
    finder = TermFinder(terms)
    for file in files:
        for path, pair in file.pairs():
            if pair.en is None:
                span = file.source.value(path)
                yield warning(say("untranslated", words=beginning(pair.zh)), span)
            elif doubtful := _no_translation(file, path, pair):
                yield doubtful
                continue
            else:
                yield from _check_chinese(file, path, pair.en)
                yield from _check_length(file, path, pair, finder)
                yield from check_ends(file, path, pair)
                yield from check_sentence(file, path, pair)
            yield from _check_marks(file, path, pair)
        yield from _check_units(file)
        yield from _check_shared_cells(file)


def beginning(text: str) -> str:
    """The first words of a text, ending before a brace that would be cut."""
    return text[:_BEGINNING].rpartition("{")[0] or text[:_BEGINNING]


def _no_translation(file: FileParts, path: Path, pair: Pair | Column) -> Diagnostic | None:
    """What is wrong with a pair whose English is none: a stand-in, or the Chinese text."""
    english = pair.en or ""
    if _STAND_IN.fullmatch(english) and HAN_CHARACTER.search(pair.zh):
        span = file.source.value((*path, "en"))
        return warning(say("english-stand-in", words=english), span, say("hint-leave-out"))
    if (open_ := _LEFT_OPEN.search(english)) and open_.group() not in pair.zh:
        span = place_of(file.source, (*path, "en"), english, open_.start())
        return warning(say("english-stand-in", words=open_.group()), span, say("hint-by-hand"))
    swapped = HAN_CHARACTER.search(english) and not HAN_CHARACTER.search(pair.zh)
    if swapped and _LETTERS.search(pair.zh) and not _LETTERS.search(english):
        return warning(say("pair-swapped"), file.source.value((*path, "zh")), say("hint-swap"))
    return None


def _check_chinese(file: FileParts, path: Path, english: str) -> Iterator[Diagnostic]:
    """Chinese words in English, where they are no name in brackets."""
    if not HAN_CHARACTER.search(english):
        return
    outside = _IN_BRACKETS.sub(lambda found: " " * len(found.group()), english)
    if found := _CHINESE.search(outside):
        span = place_of(file.source, (*path, "en"), english, found.start())
        yield warning(say("english-chinese", words=found.group()), span, say("hint-chinese-name"))


def _check_length(
    file: FileParts, path: Path, pair: Pair | Column, finder: TermFinder
) -> Iterator[Diagnostic]:
    """English much shorter or longer than its Chinese lets expect."""
    han, letters = _count(_CHINESE, pair.zh), _count(_LETTERS, pair.en or "")
    rough = han * _LETTERS_A_HAN
    if not han or rough * _WITHOUT_SECOND <= letters <= rough * 1.8:
        return
    english = printed(pair.en or "").text
    letters = _count(_LETTERS, english)
    chinese = _BEHIND_DIGITS.sub("", printed(pair.zh).text)
    expected, han = _expected_letters(chinese, english, finder), _count(_CHINESE, chinese)
    if letters == 0 and FIGURE in english:
        return
    key = ""
    least = _least_share(han)
    if _SECOND_CLAUSE.search(chinese) and not _SECOND_IN_ENGLISH.search(english):
        least = max(least, _WITHOUT_SECOND)
    if han >= _LEAST_HAN and letters < expected * least:
        key = "english-short"
    elif letters > max(expected * _LONG, expected + _FREE_LETTERS) and letters > _LEAST_LETTERS:
        key = "english-long"
    if key:
        span = file.source.value((*path, "en"))
        yield warning(Message(key, (("words", beginning(pair.zh)),)), span, say("hint-length"))


def _least_share(han: int) -> float:
    """The share of its expected letters that English has at least; long texts differ less."""
    for (fewer, least), (more, most) in pairwise(_SHORT):
        if han <= more:
            beyond = max(han - fewer, 0) / (more - fewer)
            return least + beyond * (most - least)
    return _SHORT[-1][1]


def _expected_letters(chinese: str, english: str, finder: TermFinder) -> float:
    """How many letters the English of a Chinese text has as a rule; terms by their own length.

    A term that the English writes in full counts in full, once for each time that it does.
    """
    known, left = 0, english
    letters = _count(_LETTERS, chinese)
    for mention in finder.mentions(chinese):
        known += _count(_CHINESE, mention.term.zh)
        forms = [each for each in (mention.term.en, mention.term.short) if each]
        shortest = min(forms, key=len)
        written = mention.term.en if mention.term.en in left else shortest
        left = left.replace(written, "", 1)
        letters += _count(_LETTERS, written)
    return letters + (_count(_CHINESE, chinese) - known) * _LETTERS_A_HAN


def _count(stretch: re.Pattern[str], text: str) -> int:
    """How many characters of a text stand in the stretches of a pattern."""
    return sum(map(len, stretch.findall(text)))


def _check_marks(file: FileParts, path: Path, pair: Pair | Column) -> Iterator[Diagnostic]:
    for language in LANGUAGES:
        text = (pair.zh if language == "zh" else pair.en) or ""
        slips = tuple(_once_apostrophes(find_slips(text, language)))
        written = written_text(file.source, (*path, language), text) if slips else None
        for slip in slips:
            yield _slip_diagnostic(slip, file.source, (*path, language), written)


def _once_apostrophes(slips: tuple[Slip, ...]) -> Iterator[Slip]:
    """Slips of a text, of all its straight apostrophes only the first."""
    seen = False
    for slip in slips:
        if slip.key != "mark-apostrophe" or not seen:
            yield slip
        seen = seen or slip.key == "mark-apostrophe"


def _slip_diagnostic(slip: Slip, source: Source, path: Path, written: Written | None) -> Diagnostic:
    """A slip in words: what stands there, and what should; at the text's start if it is lost."""
    if written is None:
        words, span, mendable = "", source.value(path), False
    else:
        words = written.text[slip.at : slip.end]
        span = source.at(written.slice(slip.at, slip.end)[0])
        change = on_its_lines(source, written, Change(slip.at, slip.end, slip.mended or ""))
        mendable = can_be_written(source, path, written, change)
    language = LANGUAGE_NAMES["zh" if path[-1] == "zh" else "en"]
    message = Message(slip.key, (("language", language), ("words", shown(words))))
    return Diagnostic(slip.severity, message, span, (_slip_hint(slip.mended, mendable=mendable),))


def _slip_hint(mended: str | None, *, mendable: bool) -> Message:
    if mended is None:
        return say("hint-by-hand")
    if not mendable:
        return say("hint-write-by-hand", words=shown(mended)) if mended else say("hint-one-line")
    return say("hint-write", words=shown(mended)) if mended else say("hint-delete")


def shown(words: str) -> str:
    """Words as a message shows them between quotation marks: spaces by a sign, quotes apart."""
    if words.isspace():
        return "␣" * len(words)
    return f" {words} " if words in _QUOTES else words


def _check_units(file: FileParts) -> Iterator[Diagnostic]:
    """Counter words whose English is Chinese."""
    for path, unit in file.of(Unit):
        for name, words in (("en", unit.en), ("one", unit.one or "")):
            if found := _CHINESE.search(words):
                span = place_of(file.source, (*path, name), words, found.start())
                message = say("english-chinese", words=found.group())
                yield warning(message, span, say("hint-chinese-name"))


def _check_shared_cells(file: FileParts) -> Iterator[Diagnostic]:
    """Cells that print the same text in both languages, and hold Chinese."""
    for path, table in file.of(TableContent):
        for row_index, row in enumerate(table.rows):
            for index, cell in enumerate(row):
                if isinstance(cell, str) and (found := HAN_CHARACTER.search(cell)):
                    place = (*path, "rows", row_index, index)
                    span = place_of(file.source, place, cell, found.start())
                    yield warning(
                        say("cell-chinese", words=beginning(cell)), span, say("hint-pair")
                    )
