"""A bilingual Document into the languages, numbers and lists that one layout prints."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from makebrief.document.captions import number_captions
from makebrief.document.facing import face_pairs
from makebrief.document.footnotes import number_footnotes, without_footnotes
from makebrief.document.layouts import LAYOUTS
from makebrief.document.model import (
    Block,
    Chart,
    Contents,
    ContentsEntry,
    Document,
    Heading,
    KeyFigures,
    Table,
    Text,
)
from makebrief.document.walk import iterate, map_blocks, rebuild
from makebrief.messages import LANGUAGES, Language
from makebrief.style.model import Captions

_Node = TypeVar("_Node")


def arrange(
    document: Document,
    layout: str,
    spanning: frozenset[str] = frozenset(),
    captions: Captions | None = None,
) -> Document:
    """The document in the languages of a layout, its parts numbered, its contents filled.

    `spanning` names the roles that span both columns of the facing layout.
    """
    patterns = captions or Captions()
    if layout == "sequential":
        return _one_after_the_other(document, patterns)
    arranged = number_captions(_in_languages(document, LAYOUTS[layout]), patterns)
    return face_pairs(arranged, spanning) if layout == "facing" else arranged


def _in_languages(document: Document, languages: tuple[Language, ...]) -> Document:
    chosen = replace(choose(document, languages), languages=languages)
    numbered = _number_headings(map_blocks(chosen, _without_repeats))
    return _fill_contents(_number_footnotes(numbered))


def _number_footnotes(document: Document) -> Document:
    sections = tuple(
        number_footnotes(section, f"note-{document.languages[0]}-{number}")
        for number, section in enumerate(document.sections, 1)
    )
    return replace(document, sections=sections)


def _one_after_the_other(document: Document, captions: Captions) -> Document:
    """The whole document in Chinese, then the whole in English, anchors told apart."""
    chinese = number_captions(_in_languages(document, ("zh",)), captions)
    english = _in_languages(map_blocks(document, _as_english), ("en",))
    english = number_captions(english, captions, "en-")
    both = (*chinese.sections, *english.sections)
    return replace(document, sections=both, languages=LANGUAGES)


def _as_english(block: Block) -> Block:
    return replace(block, anchor=f"en-{block.anchor}") if isinstance(block, Heading) else block


def choose(node: _Node, languages: tuple[Language, ...]) -> _Node:
    """A node with every text in the given languages; Chinese stands in for missing English."""
    chosen: _Node = rebuild(node, lambda texts: _choose_texts(texts, languages))
    return chosen


def _choose_texts(texts: tuple[Text, ...], languages: tuple[Language, ...]) -> tuple[Text, ...]:
    chosen = tuple(text for text in texts if text.language in languages)
    return chosen or tuple(text for text in texts if text.untranslated) or texts[:1]


def _without_repeats(block: Block) -> Block:
    """A panel, chart or table whose numbers do not say 62 again in English under 62场次."""
    if not isinstance(block, KeyFigures | Chart | Table):
        return block
    said_once: Block = rebuild(block, _say_once)
    return said_once


def _say_once(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """Texts without those that say again what the first has said: a name, a bare number."""
    first = texts[0]
    numbers = all(run.number for text in texts for run in text.runs)
    said = [first.plain, *((first.plain.replace(",", ""),) if numbers else ())]

    def repeats(text: Text) -> bool:
        plain = text.plain.replace(",", "") if numbers else text.plain
        return plain in said or (numbers and first.plain.startswith(plain))

    return (first, *(text for text in texts[1:] if not repeats(text)))


def _number_headings(document: Document) -> Document:
    """Numbers headings as they come; a heading restarts all levels below it."""
    numbers = [0] * 5

    def number(block: Block) -> Block:
        if not isinstance(block, Heading):
            return block
        numbers[block.level + 1 :] = [0] * (len(numbers) - block.level - 1)
        if block.number is None:
            return block
        numbers[block.level] += 1
        return replace(block, number=numbers[block.level])

    return map_blocks(document, number)


def _fill_contents(document: Document) -> Document:
    headings = tuple(iterate(document, Heading))

    def fill(block: Block) -> Block:
        if not isinstance(block, Contents):
            return block
        entries = tuple(
            ContentsEntry(each.level, without_footnotes(each.texts), each.anchor, each.number)
            for each in headings
            if each.level <= block.depth
        )
        return replace(block, entries=entries)

    return map_blocks(document, fill)


_CHINESE_DIGITS = "零一二三四五六七八九"


def chinese_numeral(number: int) -> str:
    """一 to 九十九, as headings are numbered; digits from 100 on."""
    tens, ones = divmod(number, 10)
    if tens > len(_CHINESE_DIGITS) - 1:
        return str(number)
    if not tens:
        return _CHINESE_DIGITS[ones]
    head = ("" if tens == 1 else _CHINESE_DIGITS[tens]) + "十"
    return head + (_CHINESE_DIGITS[ones] if ones else "")


def heading_number(pattern: str, number: int) -> str:
    """A heading's number by the style's pattern: `{han}、` with 2 is 二、."""
    return pattern.format(han=chinese_numeral(number), n=number)
