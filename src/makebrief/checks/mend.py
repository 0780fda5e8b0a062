"""Slips that need no person into mended files: characters replaced where they stand, no others."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path as FilePath
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from makebrief.checks.chosen import Choice
from makebrief.checks.ends import mended_end
from makebrief.checks.marks import mend_text
from makebrief.checks.pairs import shown
from makebrief.checks.parts import FileParts
from makebrief.content.parse import decode_text, parse_source, read_bytes
from makebrief.content.scalars import (
    Change,
    can_be_written,
    on_its_lines,
    stretch_of,
    written_text,
)
from makebrief.content.source import Path, Source
from makebrief.content.written import one_line, without_typed_gaps
from makebrief.errors import BriefError, Span, error
from makebrief.messages import say

_LINE_END = re.compile("\r\n|\r|\n")
_BOM = "\ufeff"
_AROUND = 4


class Edit(Struct, frozen=True):
    """A stretch of a file's text to be replaced, and how it reads before and after."""

    start: int
    end: int
    words: str
    before: str
    after: str


class MendedText(Struct, frozen=True):
    """A text of the content, how it should read, and the edits of the file that make it so."""

    path: Path
    text: str
    edits: tuple[Edit, ...]


class MendedFile(Struct, frozen=True):
    """A file with its slips mended: its path, its bytes, and each edit with its place."""

    path: FilePath
    data: bytes
    edits: tuple[tuple[Span, Edit], ...]


def mend_files(
    files: tuple[FileParts, ...], folder: FilePath, chosen: Choice
) -> tuple[MendedFile, ...]:
    """Every file that can be mended without a person; BriefError if one changed meanwhile."""
    mended = (_mend_file(file, folder / f"{file.id}.yaml", chosen) for file in files)
    return tuple(each for each in mended if each is not None)


def _mend_file(file: FileParts, path: FilePath, chosen: Choice) -> MendedFile | None:
    texts = tuple(_mended_texts(file, chosen))
    if not texts:
        return None
    kept = _those_that_load(file.source, texts)
    edits = sorted((each for text in kept for each in text.edits), key=lambda each: each.start)
    if not edits:
        return None
    data = read_bytes(path, file.source.file)
    if decode_text(data, file.source.file) != file.source.text:
        raise BriefError([error(say("file-changed"), Span(file.source.file), say("hint-again"))])
    places = tuple((file.source.at(each.start), each) for each in edits)
    return MendedFile(path, edit_bytes(data, edits), places)


def _mended_texts(file: FileParts, chosen: Choice) -> Iterator[MendedText]:
    for path, pair in file.pairs():
        if not chosen(file, path):
            continue
        chinese = mend_text(pair.zh, "zh")
        english = mend_text(pair.en, "en") if pair.en else ""
        mended = {"zh": chinese, "en": english, **_with_end(path, chinese, english)}
        for language, before in (("zh", pair.zh), ("en", pair.en or "")):
            after = mended[language]
            place = (*path, language)
            if before != after and (text := _mended_text(file.source, place, before, after)):
                yield text


def _with_end(path: Path, chinese: str, english: str) -> dict[str, str]:
    """The text that lacks its full stop, by its language; empty if none does."""
    end = mended_end(path, chinese, english)
    return {end[0]: end[1]} if end else {}


def _mended_text(source: Source, path: Path, before: str, after: str) -> MendedText | None:
    """The edits of a file that turn a text into another, as far as it can be edited."""
    written = written_text(source, path, before)
    if written is None:
        return None
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    pieces: list[str] = []
    edits: list[Edit] = []
    for kind, at, end, new_at, new_end in steps:
        change = on_its_lines(source, written, Change(at, end, after[new_at:new_end]))
        if kind == "equal" or not can_be_written(source, path, written, change):
            pieces.append(before[at:end])
            continue
        pieces += (before[at : change.at], change.words, before[change.end : end])
        start, stop = stretch_of(source, written, change)
        old = shown(before[max(at - _AROUND, 0) : end + _AROUND])
        new = shown(after[max(new_at - _AROUND, 0) : new_end + _AROUND])
        edits.append(Edit(start, stop, written.quoted(change.words), old, new))
    return MendedText(path, "".join(pieces), tuple(edits)) if edits else None


def _those_that_load(source: Source, texts: tuple[MendedText, ...]) -> tuple[MendedText, ...]:
    """The mended texts with which a file still loads, and to just what is expected.

    As a rule that is all of them; else each half is tried by itself, down to the single text.
    """
    if _loads_as_expected(source, texts):
        return texts
    if len(texts) == 1:
        return ()
    half = len(texts) // 2
    return _those_that_load(source, texts[:half]) + _those_that_load(source, texts[half:])


def _loads_as_expected(source: Source, texts: tuple[MendedText, ...]) -> bool:
    edits = sorted((each for text in texts for each in text.edits), key=lambda each: each.start)
    try:
        mended = parse_source(edited(source.text, edits), source.file)
    except BriefError:
        return False
    changes = {text.path: text.text for text in texts}
    return mended.places.keys() == source.places.keys() and _equal(
        source.data, mended.data, (), changes
    )


def _equal(before: Any, after: Any, path: Path, changes: Mapping[Path, str]) -> bool:
    """Whether data is as before but for the changed texts, which are as they should be."""
    if path in changes:
        return isinstance(after, str) and _as_read(after) == _as_read(changes[path])
    if type(before) is not type(after):
        return False
    if isinstance(before, dict):
        return list(before) == list(after) and all(
            _equal(before[name], after[name], (*path, name), changes) for name in before
        )
    if isinstance(before, tuple):
        return len(before) == len(after) and all(
            _equal(one, other, (*path, index), changes)
            for index, (one, other) in enumerate(zip(before, after, strict=True))
        )
    return bool(before == after)


def _as_read(text: str) -> str:
    """A text on one line without typed gaps, which stay in the file."""
    return without_typed_gaps(one_line(text))


def edited(text: str, edits: list[Edit]) -> str:
    """A text with its edits made; edits are in order and do not overlap."""
    pieces: list[str] = []
    done = 0
    for each in edits:
        pieces += (text[done : each.start], each.words)
        done = each.end
    return "".join((*pieces, text[done:]))


def edit_bytes(data: bytes, edits: list[Edit]) -> bytes:
    """A file's bytes with edits of its text made: its BOM and each line end stay as they are."""
    text = data.decode("utf-8")
    head = len(_BOM) if text.startswith(_BOM) else 0
    wide: list[int] = []
    for found in _LINE_END.finditer(text, head):
        if len(found.group()) == len("\r\n"):
            wide.append(found.start() - head - len(wide))

    def place(offset: int) -> int:
        return offset + head + bisect_left(wide, offset)

    moved = [replace(each, start=place(each.start), end=place(each.end)) for each in edits]
    return edited(text, moved).encode("utf-8")
