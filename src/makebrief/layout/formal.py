"""The formal parts of an official document into strips: header, signature, annex list, imprint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import AnnexList, Imprint, Masthead, Run, Signature, Text
from makebrief.layout.context import Context
from makebrief.layout.marks import Mark, PlacedLine, Rule, Strip
from makebrief.layout.paragraphs import Box, Lines, blank_lines, natural_width, set_text, shift
from makebrief.messages import Language
from makebrief.style.model import MM

ORGAN_MARK = "organ-mark"
DOCUMENT_NUMBER = "document-number"
SIGNATURE = "signature"
ANNEX_LIST = "annex-list"
IMPRINT = "imprint"

DESCENT = 0.12
"""The depth of the em box below the baseline, in em."""

_RULE_ROOM = 5.0
_SHIFTED = 2
"""By how many characters the date begins to the right of the organ (P10)."""

_ANY_WIDTH = 1e6
_ANNEX_LABELS: Mapping[Language, tuple[str, str]] = {
    "zh": ("附件：", "附件："),
    "en": ("Annex: ", "Annexes: "),
}
"""What stands before the name of one annex, and before the first of several."""


def masthead_strips(block: Masthead, context: Context) -> Iterator[Strip]:
    """The organ mark, the number under it and the red rule, from the top of the type area (P12)."""
    style = context.style.masthead
    y = style.mark_drop * MM
    marks: list[Mark] = []
    for text in block.mark:
        size, ink = organ_mark_place(text, context)
        lines = set_text(text, Box(ORGAN_MARK, context.page.measure, size=size), context)
        line = lines.placed[0]
        baseline = y + ink
        marks.append(replace(line, y=baseline))
        y = baseline + DESCENT * size + context.page.line_pitch / 4
    y += style.number_lines * context.page.line_pitch if block.number else 0.0
    for text in block.number:
        lines = set_text(text, Box(DOCUMENT_NUMBER, context.page.measure), context)
        marks += shift(lines.placed, 0.0, y)
        last = y + lines.placed[-1].y
        y += lines.height
    bottom = last + DESCENT * context.style.role(DOCUMENT_NUMBER).zh.size if block.number else y
    y = bottom + style.rule_drop * MM
    marks.append(Rule(0.0, y, context.page.measure, y, style.rule, style.colour))
    yield Strip(context.whole_lines(y), tuple(marks), snap=True)


def organ_mark_size(text: Text, context: Context) -> float:
    """The size in pt of an organ mark in one line: its style’s, or as large as fits."""
    style = context.text_style(ORGAN_MARK, text)
    width = width_of(text, ORGAN_MARK, context)
    return min(style.size, style.size * (context.page.measure - 0.01) / width)


def organ_mark_place(text: Text, context: Context) -> tuple[float, float]:
    """An organ mark's size and the height of its ink, in pt."""
    size = organ_mark_size(text, context)
    lines = set_text(text, Box(ORGAN_MARK, context.page.measure, size=size), context)
    return size, ink_height(lines.placed[0], context)


def ink_height(line: PlacedLine, context: Context) -> float:
    """How high the ink of a line stands over its baseline, in pt."""
    return max(
        context.faces.face(run.face).ink_top(character) * run.size / 1000
        for run in line.runs
        for character in run.text
    )


def signature_strips(block: Signature, context: Context) -> Iterator[Strip]:
    """The organ two characters from the right, the date below, shifted by two (P10)."""
    for number, (organ, date) in enumerate(zip(block.organ, block.date, strict=True)):
        style = context.text_style(SIGNATURE, organ)
        if number == 0:
            yield from (replace(blank, keep=True) for blank in blank_lines(style.before, context))
        places = signature_places(organ, date, context)
        for text, place in zip((organ, date), places, strict=True):
            lines = set_text(text, _signature_box(context), context)
            for row, line in enumerate(lines.placed):
                y = line.y - row * lines.pitch
                placed = replace(line, x=place, y=y)
                yield Strip(lines.pitch, (placed,), keep=True, snap=row == 0)


def _signature_box(context: Context) -> Box:
    style = context.style.role(SIGNATURE).zh
    indents = (style.left + style.right) * context.style.em(style, "zh")
    return Box(SIGNATURE, context.page.measure + indents, align="left")


def signature_places(organ: Text, date: Text, context: Context) -> tuple[float, float]:
    """Where organ and date begin, in pt from the left of the type area (P10).

    The date begins two characters to the right of the organ; a date longer than the organ stands
    two characters from the right itself, and the organ begins two characters to its left. In
    English, whose organs are long, both end two characters from the right.
    """
    style = context.text_style(SIGNATURE, organ)
    em = context.style.em(style, organ.language)
    if style.align != "right":
        return style.left * em, style.left * em
    end = context.page.measure - style.right * em
    width, long = (width_of(text, SIGNATURE, context) for text in (organ, date))
    first = end - width
    if organ.language == "en":
        second = end - long
    elif long > width:
        second = end - long
        first = second - _SHIFTED * em
    else:
        second = first + _SHIFTED * em
    return max(first, 0.0), max(second, 0.0)


class AnnexLine(Struct, frozen=True):
    """A name of the annex list: what is printed before it, and where both begin, in pt (P8)."""

    lead: Text
    lead_at: float
    text: Text
    text_at: float


def annex_lines(block: AnnexList, context: Context) -> Iterator[AnnexLine]:
    """The names of annexes, language after language; turn lines align to the name (P8)."""
    several = len(block.titles) > 1
    for language in [text.language for text in block.titles[0]]:
        label = _ANNEX_LABELS[language][several]
        for number, title in enumerate(block.titles, 1):
            for text in title:
                if text.language == language:
                    yield _annex_line(text, label, number if several else 0, context)


def _annex_line(text: Text, label: str, number: int, context: Context) -> AnnexLine:
    style = context.text_style(ANNEX_LIST, text)
    first = (style.left + style.indent) * context.style.em(style, text.language)
    shown = f"{number}. " if number else ""
    labelled = number < _SHIFTED
    lead = _words(text, label + shown if labelled else shown)
    start = first if labelled else first + width_of(_words(text, label), ANNEX_LIST, context)
    return AnnexLine(lead, start, text, start + width_of(lead, ANNEX_LIST, context))


def _words(text: Text, words: str) -> Text:
    """Generated words in a text's language and place."""
    return Text(text.language, (Run(words),), text.origin)


def width_of(text: Text, role: str, context: Context) -> float:
    """How wide a text is in one line, in pt."""
    return natural_width((text,), role, context)[1]


def annex_list_strips(block: AnnexList, context: Context) -> Iterator[Strip]:
    """`附件：1. …` one line below the body, without end marks (P8).

    The list does not begin a page: what comes before it comes along, as its last lines keep to
    each other.
    """
    before = context.text_style(ANNEX_LIST, block.titles[0][0]).before
    yield from (replace(blank, keep=True) for blank in blank_lines(before, context))
    alone = len(block.titles) == 1
    for number, line in enumerate(annex_lines(block, context)):
        lines = _hung(line.text, ANNEX_LIST, line.text_at, context)
        for row, placed in enumerate(lines.placed):
            moved = replace(placed, y=placed.y - row * lines.pitch)
            if row == 0:
                moved = _led(moved, line.lead, line.text_at - line.lead_at, context)
            keep = row > 0 or number == 0 or alone
            yield Strip(lines.pitch, (moved,), keep=keep, snap=row == 0)


def _hung(text: Text, role: str, left: float, context: Context) -> Lines:
    """A text whose lines all begin at `left`, whatever indents its role has."""
    style = context.text_style(role, text)
    em = context.style.em(style, text.language)
    width = context.page.measure - left + style.left * em
    lines = set_text(text, Box(role, width, align="left", flat=True), context)
    return replace(lines, placed=tuple(replace(line, x=left) for line in lines.placed))


def _led(line: PlacedLine, lead: Text, before: float, context: Context) -> PlacedLine:
    """A line with a lead that begins so many pt before it."""
    box = Box(line.role, _ANY_WIDTH, align="left", flat=True)
    *others, last = set_text(lead, box, context).placed[0].runs
    if lead.plain.endswith(" "):
        last = replace(last, text=f"{last.text} ")
    led = (replace(run, x=run.x - before) for run in (*others, last))
    return replace(line, runs=(*led, *line.runs))


def imprint_strip(imprint: Imprint, context: Context) -> Strip:
    """The imprint with its rules, of the height it takes, the last rule at its foot (P13)."""
    style, measure = context.style.imprint, context.page.measure
    outer, inner = style.outer * MM, style.inner * MM
    colour = "000000"
    y = 0.0
    marks: list[Mark] = [Rule(0.0, y, measure, y, outer, colour)]
    rows = [rows for rows in (_copies(imprint, context), _issue(imprint, context)) if rows[1]]
    for number, (inside, height) in enumerate(rows):
        if number:
            marks.append(Rule(0.0, y, measure, y, inner, colour))
        marks += shift(inside, 0.0, y + _RULE_ROOM / 2)
        y += height + _RULE_ROOM
    marks.append(Rule(0.0, y, measure, y, outer, colour))
    return Strip(y, tuple(marks))


def _copies(imprint: Imprint, context: Context) -> tuple[tuple[Mark, ...], float]:
    """Who is sent a copy; turn lines align to the first name (P13)."""
    marks: list[Mark] = []
    y = 0.0
    for text in imprint.copies:
        lead, names = divide_label(text)
        style = context.text_style(IMPRINT, text)
        before = width_of(lead, IMPRINT, context)
        lines = _hung(names, IMPRINT, style.left * style.size + before, context)
        first = _led(lines.placed[0], lead, before, context)
        marks += shift((first, *lines.placed[1:]), 0.0, y)
        y += lines.height
    return tuple(marks), y


def divide_label(text: Text) -> tuple[Text, Text]:
    """A text such as 抄送：… into its label, with the colon, and the rest."""
    end = re.search("[:：] ?", text.plain)
    at = end.end() if end else 0
    label, rest = [], []
    for run in text.runs:
        label.append(replace(run, text=run.text[:at]))
        rest.append(replace(run, text=run.text[at:]))
        at = max(0, at - len(run.text))
    kept = [tuple(run for run in runs if run.text) for runs in (label, rest)]
    return replace(text, runs=kept[0]), replace(text, runs=kept[1])


def _issue(imprint: Imprint, context: Context) -> tuple[tuple[Mark, ...], float]:
    """Who issues it at the left, when at the right, one character in from the rules' ends."""
    marks: list[Mark] = []
    y = 0.0
    for organ, date in zip(imprint.organ, imprint.date, strict=False):
        box = Box(IMPRINT, context.page.measure)
        issued = set_text(date, replace(box, align="right"), context)
        room = context.page.measure - issued.placed[0].width - _RULE_ROOM
        lines = set_text(organ, replace(box, width=room), context)
        marks += shift(lines.placed, 0.0, y)
        marks += shift(issued.placed, 0.0, y + lines.height - issued.height)
        y += lines.height
    return tuple(marks), y
