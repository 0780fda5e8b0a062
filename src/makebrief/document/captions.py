"""Tables and figures into numbered ones, and references to them into the words they print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import Block, Chart, Document, Picture, Run, Table, Text
from makebrief.document.walk import map_blocks, rebuild, texts_of
from makebrief.messages import Language
from makebrief.style.model import Captions

_KINDS: Mapping[type, str] = {Table: "table", Chart: "figure", Picture: "figure"}


class Label(Struct, frozen=True):
    """What is printed before a caption: its words before and behind the number, and the number."""

    before: str
    number: int
    after: str

    @property
    def words(self) -> str:
        """The whole: `表1`, `Table 1`."""
        return f"{self.before}{self.number}{self.after}"


def label_of(
    block: Table | Chart | Picture, language: Language, captions: Captions
) -> Label | None:
    """The label of a numbered table or figure in a language."""
    if block.label.number is None:
        return None
    before, after = _pattern(_KINDS[type(block)], language, captions)
    return Label(before, block.label.number, after)


def caption_lead(block: Table | Chart | Picture, language: Language, captions: Captions) -> str:
    """What stands before a caption's own text: `表1　`, `Table 1. `."""
    label = label_of(block, language, captions)
    return label.words + captions.words(language).joint if label else ""


def continued_words(table: Table, captions: Captions) -> list[str]:
    """What stands over a table that goes on, in each of its languages: `续表1`."""
    number = table.label.number
    found = []
    for text in table.caption:
        words = captions.words(text.language)
        label = words.table.format(n="" if number is None else number).strip()
        if words.continued:
            found.append(words.continued.format(label=label))
    return found


def _pattern(kind: str, language: Language, captions: Captions) -> tuple[str, str]:
    words = captions.words(language)
    before, _, after = (words.table if kind == "table" else words.figure).partition("{n}")
    return before, after


def number_captions(document: Document, captions: Captions, prefix: str = "") -> Document:
    """The document with its tables and figures numbered, and what refers to them in words."""
    labelled = [block for block in _blocks(document) if type(block) in _KINDS]
    referred = {run.reference for text in texts_of(document.sections) for run in text.runs}
    if not labelled and not referred - {""}:
        return document
    counts = Counter(_KINDS[type(block)] for block in labelled)
    rule = captions.numbered
    all_of = {kind for kind, count in counts.items() if rule == "always" or count > 1}
    if rule in {"never", "referred"}:
        all_of = set()
    all_of |= {name.partition(":")[0] for name in referred if name} if rule == "several" else set()
    numbers: Counter[str] = Counter()
    targets: dict[str, int] = {}

    def number(block: Block) -> Block:
        kind = _KINDS.get(type(block))
        if kind is None or not isinstance(block, Table | Chart | Picture):
            return block
        if kind not in all_of and block.label.name not in referred - {""}:
            return block
        numbers[kind] += 1
        targets[block.label.name] = numbers[kind]
        anchor = _anchor(block.label.name, prefix) if block.label.name else ""
        label = replace(block.label, number=numbers[kind], anchor=anchor)
        return replace(block, label=label, caption=tuple(map(_unnumbered, block.caption)))

    numbered = map_blocks(document, number)
    if not referred - {""}:
        return numbered
    resolver = _Resolver(targets, captions, prefix)
    return replace(numbered, sections=rebuild(numbered.sections, resolver.texts))


_TYPED: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile("[表图] ?[0-9一二三四五六七八九十]{1,2}(?:[-—.][0-9]{1,2})?[　 ：:、.]+"),
    "en": re.compile(r"(?:Table|Figure|Fig\.|Chart) [0-9]{1,2}(?:[-.][0-9]{1,2})?[.:]? "),
}
"""The number of a table or figure as authors type it, who cannot know which one it gets."""


def _unnumbered(text: Text) -> Text:
    """A caption without the number that its author has typed: it gets its own."""
    if not text.runs:
        return text
    first, *rest = text.runs
    typed = _TYPED[text.language].match(first.text)
    if typed is None or typed.end() == len(first.text):
        return text
    return replace(text, runs=(replace(first, text=first.text[typed.end() :]), *rest))


class _Resolver(Struct, frozen=True):
    targets: Mapping[str, int]
    captions: Captions
    prefix: str

    def texts(self, texts: tuple[Text, ...]) -> tuple[Text, ...]:
        if not any(run.reference for text in texts for run in text.runs):
            return texts
        return tuple(
            replace(text, runs=tuple(self._run(run, text.language) for run in text.runs))
            for text in texts
        )

    def _run(self, run: Run, language: Language) -> Run:
        number = self.targets.get(run.reference) if run.reference else None
        if number is None:
            return run
        before, after = _pattern(run.reference.partition(":")[0], language, self.captions)
        anchor = _anchor(run.reference, self.prefix)
        return replace(run, text=f"{before}{number}{after}", link=f"#{anchor}")


def _anchor(name: str, prefix: str) -> str:
    return prefix + name.replace(":", "-")


def _blocks(document: Document) -> Iterator[Any]:
    for section in document.sections:
        yield from section.blocks
