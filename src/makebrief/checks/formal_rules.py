"""The rules of the formal parts: annexes (P8), signature (P10), header (P12), imprint (P13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from makebrief.checks.line_rules import Finding
from makebrief.checks.page_text import TOLERANCE, Paragraph, ReadLine, ReadPages
from makebrief.layout.formal import (
    ANNEX_LIST,
    DESCENT,
    DOCUMENT_NUMBER,
    IMPRINT,
    ORGAN_MARK,
    SIGNATURE,
)
from makebrief.layout.marks import Page, Rule
from makebrief.style.model import MM
from makebrief.typeface.face import EM

ANNEX_MARK, ANNEX_TITLE = "annex-mark", "annex-title"
_ANNEX_TITLE_LINE = 2
_END_MARKS = frozenset("。；，、.;,")
_NUMBER = re.compile(r"[^〔〕第]+〔[1-9][0-9]{3}〕[1-9][0-9]*号")
_MM_TOLERANCE = 0.05 * MM
_SHIFTED = 2


def _found(line: ReadLine, amount: float | None = None) -> Finding:
    text = line.text.strip()
    shown = "" if amount is None else f"{amount:.2f}"
    return Finding(line.page.number, text[:16], line, shown, nearby=(text[:10],))


def _of_role(pages: ReadPages, role: str) -> list[Paragraph]:
    return [paragraph for paragraph in pages.paragraphs if paragraph.role == role]


def wrong_annexes(pages: ReadPages) -> Iterator[Finding]:
    """P8: an annex's name with an end mark or unaligned turn lines; its mark, its title misplaced.

    The mark is on the first line of its page and the title on the third.
    """
    for paragraph in _of_role(pages, ANNEX_LIST):
        last = paragraph.lines[-1]
        if last.text.strip()[-1] in _END_MARKS:
            yield _found(last)
        turned = [line.mark.x for line in paragraph.lines]
        for line, (first, other) in zip(paragraph.lines[1:], pairwise(turned), strict=True):
            if abs(first - other) > TOLERANCE:
                yield _found(line, other - first)
    context = pages.context
    for role, number in ((ANNEX_MARK, 0), (ANNEX_TITLE, _ANNEX_TITLE_LINE)):
        style = context.style.role(role).zh
        if role == ANNEX_TITLE and style.align != "center":
            continue
        wanted = context.page.top + number * context.page.line_pitch + context.baseline(style)
        for paragraph in _of_role(pages, role):
            line = paragraph.lines[0]
            first = role == ANNEX_MARK and line.mark.language == pages.first_language
            title = role == ANNEX_TITLE and line.mark.language == pages.first_language
            if (first or title) and abs(line.y - wanted) > TOLERANCE:
                yield _found(line, line.y - wanted)


def wrong_signatures(pages: ReadPages) -> Iterator[Finding]:
    """P10: organ and date that are not two characters from the right and apart."""
    signed = _of_role(pages, SIGNATURE)
    for organ, date in zip(signed[::2], signed[1::2], strict=False):
        style = organ.style
        if style.align != "right":
            continue
        em = pages.context.style.em(style, organ.lines[0].mark.language)
        end = pages.right - style.right * em
        one, other = organ.lines[0], date.lines[0]
        if one.mark.language == "zh":
            if abs(other.mark.x - one.mark.x - _SHIFTED * em) > TOLERANCE and one.mark.x > 0:
                yield _found(other, other.mark.x - one.mark.x - _SHIFTED * em)
            widths = [line.rights[0] - line.lefts[0] for line in (one, other)]
            outer: tuple[ReadLine, ...] = (other if widths[1] > widths[0] else one,)
        else:
            outer = (one, other)
        for line in outer:
            off = min((edge - end for edge in line.rights), key=abs)
            if abs(off) > TOLERANCE and line.mark.x > 0:
                yield _found(line, off)


def wrong_headers(pages: ReadPages) -> Iterator[Finding]:
    """P12: an organ mark too high or low, a number written otherwise, a rule out of its place."""
    masthead, geometry = pages.context.style.masthead, pages.context.page
    marks, numbers = _of_role(pages, ORGAN_MARK), _of_role(pages, DOCUMENT_NUMBER)
    for line in [paragraph.lines[0] for paragraph in marks[:1]]:
        off = _ink_top(line, pages) - geometry.top - masthead.mark_drop * MM
        if abs(off) > _MM_TOLERANCE:
            yield _found(line, off / MM)
    for paragraph in numbers:
        line = paragraph.lines[0]
        if line.mark.language == "zh" and not _NUMBER.fullmatch(line.text.strip()):
            yield _found(line)
    for line in [paragraph.lines[-1] for paragraph in numbers[-1:]]:
        size = pages.context.style.role(DOCUMENT_NUMBER).zh.size
        wanted = line.y + DESCENT * size + masthead.rule_drop * MM
        rules = [rule for rule in _rules(line.page) if rule[3] == masthead.colour]
        across = [rule for rule in rules if _is_across(rule, pages)]
        if not any(abs(rule[0] - wanted) <= _MM_TOLERANCE for rule in across):
            yield _found(line)


def wrong_imprints(pages: ReadPages) -> Iterator[Finding]:
    """P13: an imprint that is not at the foot of the last page, or whose rules are not as wide."""
    imprints = _of_role(pages, IMPRINT)
    if not imprints:
        return
    first, last = imprints[0].lines[0], imprints[-1].lines[-1]
    style = pages.context.style.imprint
    rules = [rule for rule in _rules(last.page) if rule[0] > first.y - 2 * first.size]
    rules = [rule for rule in sorted(rules) if _is_across(rule, pages)]
    foot = rules[-1][0] if rules else 0.0
    if last.page is not pages.pages[-1] or abs(foot - pages.bottom) > _MM_TOLERANCE:
        yield _found(last, (foot - pages.bottom) / MM)
    for number, rule in enumerate(rules):
        outer = number in {0, len(rules) - 1}
        wanted = (style.outer if outer else style.inner) * MM
        if abs(rule[4] - wanted) > TOLERANCE:
            yield _found(last, rule[4] / MM)


_ReadRule = tuple[float, float, float, str, float]
"""A level rule: its height, its left and right ends, its colour, its width."""


def _rules(page: Page) -> list[_ReadRule]:
    return [
        (placed.y + mark.y0, placed.x + mark.x0, placed.x + mark.x1, mark.colour, mark.width)
        for placed in page.strips
        for mark in placed.strip.marks
        if isinstance(mark, Rule) and mark.y0 == mark.y1
    ]


def _is_across(rule: _ReadRule, pages: ReadPages) -> bool:
    off = max(abs(rule[1] - pages.left), abs(rule[2] - pages.right))
    return off <= TOLERANCE


def _ink_top(line: ReadLine, pages: ReadPages) -> float:
    """How far down the ink of a line begins on its sheet, in pt."""
    tops = (
        pages.context.faces.face(glyph.face).ink_top(glyph.character) * glyph.size / EM
        for glyph in line.glyphs
    )
    return line.y - max(tops)
