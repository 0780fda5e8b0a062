"""Which Chinese each English was made for: confirmed pairs remembered, stale ones found.

The file `.pairs.jsonl` beside a series holds a line for each confirmed pair: its file, its Chinese,
and a short sum of its English. Pairs are found in it by what they say, not by where they stand, so
that sections may move. Marks, spaces and markup do not count: only words and numbers are compared.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path as FilePath
from typing import Literal

from msgspec import Struct

from makebrief.checks.parts import FileParts
from makebrief.content.models import Column, Pair
from makebrief.content.parse import decode_text, read_bytes
from makebrief.content.source import Path
from makebrief.errors import BriefError, Diagnostic, Span, error, warning
from makebrief.messages import say

MEMORY_FILE = ".pairs.jsonl"
_VERSION = 1
_SUM_BYTES = 8
_AROUND = 6
_FIGURE = re.compile(r"\{[^{}]*\}")

State = Literal["confirmed", "stale", "new"]
_Key = tuple[str, str]


class Confirmed(Struct, frozen=True, order=True):
    """A pair that a person has confirmed: its file, the sum of its English, its Chinese."""

    file: str
    english: str
    chinese: str

    @property
    def key(self) -> _Key:
        """What the pair says, whatever its marks and spaces."""
        return essence(self.chinese), self.english


class Twin(Struct, frozen=True):
    """A pair as it stands now, and the confirmed pair that it is, or that it was."""

    file: FileParts
    path: Path
    pair: Pair | Column
    state: State
    confirmed: Confirmed | None

    @property
    def as_confirmed(self) -> Confirmed:
        """The pair as a person confirms it."""
        return Confirmed(self.file.id, english_sum(self.pair.en or ""), self.pair.zh)


@cache
def essence(text: str) -> str:
    """The words and numbers of a text, without marks, spaces, widths and capitals."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"(?<![0-9.])0+(?=[0-9])", "", text)
    return re.sub(r"(?!(?<=\d)\.(?=\d)|(?<![0-9A-Za-z])[-−](?=\d)|[%‰])[\W_]+?", "", text)


def english_sum(english: str) -> str:
    """A short sum of what an English text says."""
    from hashlib import blake2b

    return blake2b(essence(english).encode(), digest_size=_SUM_BYTES).hexdigest()


def load_confirmed(folder: FilePath) -> tuple[Confirmed, ...] | None:
    """The confirmed pairs of a series; None if it has none. Raises BriefError if it is broken."""
    path = folder / MEMORY_FILE
    if not path.is_file():
        return None
    file = path.as_posix()
    lines = decode_text(read_bytes(path, file), file).splitlines()
    return tuple(
        pair
        for number, line in enumerate(lines, 1)
        if line.strip() and (pair := _read_line(line, Span(file, number))) is not None
    )


def _read_line(line: str, span: Span) -> Confirmed | None:
    try:
        values = json.loads(line)
        if "version" in values:
            return None
        return Confirmed(str(values["file"]), str(values["en"]), str(values["zh"]))
    except (ValueError, KeyError, TypeError) as failure:
        problem = error(say("pairs-file-broken"), span, say("hint-pairs-file"))
        raise BriefError([problem]) from failure


def memory_text(pairs: list[Confirmed]) -> str:
    """Confirmed pairs as the file that remembers them: sorted, one a line."""
    head = json.dumps({"version": _VERSION})
    rows = (
        json.dumps({"file": each.file, "en": each.english, "zh": each.chinese}, ensure_ascii=False)
        for each in sorted(pairs)
    )
    return "\n".join((head, *rows)) + "\n"


def compare_twins(
    files: tuple[FileParts, ...], confirmed: tuple[Confirmed, ...]
) -> tuple[Twin, ...]:
    """Every translated pair with what is remembered of it, matched by what it says.

    A pair is stale if its English is that of a confirmed pair whose Chinese stands nowhere now.
    """
    known: dict[_Key, list[Confirmed]] = defaultdict(list)
    for each in confirmed:
        known[each.key].append(each)
    standing = [
        (file, path, pair, (essence(pair.zh), english_sum(pair.en)))
        for file in files
        for path, pair in file.pairs()
        if pair.en is not None
    ]
    present = Counter(key for *_, key in standing)
    gone: dict[str, list[Confirmed]] = defaultdict(list)
    for key, pairs in known.items():
        for each in pairs[present[key] :]:
            gone[each.english].append(each)
    return tuple(
        Twin(file, path, pair, *_state(pair.zh, key, known, gone))
        for file, path, pair, key in standing
    )


def _state(
    chinese: str,
    key: _Key,
    known: dict[_Key, list[Confirmed]],
    gone: dict[str, list[Confirmed]],
) -> tuple[State, Confirmed | None]:
    if known.get(key):
        return "confirmed", known[key].pop(0)
    before = gone.get(key[1])
    if not before:
        return "new", None
    likest = max(before, key=lambda each: SequenceMatcher(None, each.chinese, chinese).ratio())
    before.remove(likest)
    return "stale", likest


def check_twins(
    files: tuple[FileParts, ...], confirmed: tuple[Confirmed, ...] | None
) -> Iterator[Diagnostic]:
    """A warning for each English whose Chinese has changed since it was confirmed."""
    for twin in compare_twins(files, confirmed) if confirmed else ():
        if twin.state == "stale" and twin.confirmed is not None:
            before, after = changed_words(twin.confirmed.chinese, twin.pair.zh)
            span = twin.file.source.value((*twin.path, "en"))
            message = say("twin-stale", before=before, after=after)
            yield warning(message, span, say("hint-twin-stale"))


def count_unconfirmed(
    files: tuple[FileParts, ...], confirmed: tuple[Confirmed, ...] | None
) -> int | None:
    """How many pairs no one has confirmed yet; None if the series remembers none at all."""
    if confirmed is None:
        return None
    return sum(twin.state == "new" for twin in compare_twins(files, confirmed))


def changed_words(before: str, after: str) -> tuple[str, str]:
    """The stretch in which two texts differ, with a few characters around it, figures whole."""
    shortest = min(len(before), len(after))
    front = next((i for i in range(shortest) if before[i] != after[i]), shortest)
    rest = shortest - front
    back = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    return _excerpt(before, front, back), _excerpt(after, front, back)


def _excerpt(text: str, front: int, back: int) -> str:
    start, end = max(front - _AROUND, 0), min(len(text) - back + _AROUND, len(text))
    for figure in _FIGURE.finditer(text):
        if figure.start() < start < figure.end():
            start = figure.start()
        if figure.start() < end < figure.end():
            end = figure.end()
    head = text[:start] if start <= len("…") else "…"
    tail = text[end:] if len(text) - end <= len("…") else "…"
    return head + text[start:end] + tail


def confirm_twins(
    files: tuple[FileParts, ...],
    confirmed: tuple[Confirmed, ...] | None,
    chosen: Callable[[FileParts, Path], bool],
) -> tuple[list[Confirmed], int]:
    """What is remembered once the chosen pairs are confirmed, and how many were new or stale."""
    remembered = Counter(confirmed or ())
    fresh = 0
    whole = {file.id for file in files if chosen(file, ())}
    matched: Counter[Confirmed] = Counter()
    added: Counter[Confirmed] = Counter()
    for twin in compare_twins(files, confirmed or ()):
        if chosen(twin.file, twin.path):
            fresh += twin.state != "confirmed"
            added[twin.as_confirmed] += 1
            if twin.confirmed is not None:
                remembered[twin.confirmed] -= 1
        elif twin.confirmed is not None:
            matched[twin.confirmed] += 1
    for each in list(remembered):
        gone = each.file in whole or each.file not in {file.id for file in files}
        if gone:
            remembered[each] = min(remembered[each], matched[each])
    return sorted((+remembered + added).elements()), fresh
