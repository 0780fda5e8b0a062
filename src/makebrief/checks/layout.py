"""Finished pages into diagnostics: each rule of the page that they break, with its clause.

The pages are read as a reader would, from the marks on them: nothing here asks the layout why it
broke a line where it did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from makebrief.checks import formal_rules, line_rules, page_rules
from makebrief.checks.line_rules import Finding
from makebrief.checks.page_text import ReadPages
from makebrief.document.model import Document, Origin
from makebrief.errors import Diagnostic, Severity, Span
from makebrief.layout.context import Context
from makebrief.layout.marks import Page
from makebrief.messages import Message, say

Strength = Literal["R", "G", "T", "X"]
"""What a rule is: a shall, a rule with exceptions, a recommendation, common practice."""

SEVERITIES: dict[Strength, Severity] = {"R": "error", "G": "warning", "T": "hint", "X": "hint"}

Locate = Callable[[str, str], Span | None]
"""Finds words inside the content text of a path; None if the text is not content."""


class PageRule(Struct, frozen=True):
    """One way to break a rule: its message, its number, strength and clause, how it is found.

    `hint` is the message of what a user can do, where anything can be done in the YAML.
    """

    key: str
    number: str
    strength: Strength
    source: str
    check: Callable[[ReadPages], Iterator[Finding]]
    hint: str = ""


RULES = (
    PageRule("layout-l1", "L1", "R", "GB/T 15834 5.1; CLREQ 3.1.4", line_rules.forbidden_ends),
    PageRule("layout-l2", "L2", "R", "GB/T 15834 5.1.4-5.1.9", line_rules.split_marks),
    PageRule("layout-l3", "L3", "R", "GB/T 15835; CLREQ 3.1.5.2", line_rules.split_numbers),
    PageRule("layout-l3-range", "L3", "T", "GB/T 15835; CLREQ 3.1.5.2", line_rules.split_ranges),
    PageRule("layout-l4", "L4", "R", "CLREQ 3.2.4", line_rules.split_words),
    PageRule("layout-l8", "L8", "R", "CLREQ 3.5.1-3.5.4", page_rules.ragged_lines),
    PageRule("layout-l8-wide", "L8", "R", "CLREQ 3.5.1-3.5.4", page_rules.overfull_lines),
    PageRule("layout-l8-loose", "L8", "X", "CLREQ 3.5.1-3.5.4", page_rules.loose_lines),
    PageRule("layout-l9", "L9", "G", "CLREQ 3.4.4", page_rules.lone_characters),
    PageRule("layout-l9-line", "L9", "G", "CLREQ 3.4.4", page_rules.lone_lines),
    PageRule("layout-l9-heading", "L9", "G", "CLREQ 3.4.4", page_rules.stranded_headings),
    PageRule("layout-l10", "L10", "G", "CLREQ 2.3.5", page_rules.off_grid_lines),
    PageRule("layout-p1", "P1", "R", "GB/T 9704 5.1", page_rules.wrong_sizes),
    PageRule("layout-p2", "P2", "R", "GB/T 9704 5.2.1", page_rules.strayed_marks),
    PageRule("layout-p6", "P6", "R", "GB/T 9704 7.3.3", page_rules.missing_body, "hint-first-page"),
    PageRule("layout-p7", "P7", "G", "GB/T 9704 7.5", page_rules.wrong_numbers),
    PageRule("layout-p8", "P8", "G", "GB/T 9704 7.3.4, 7.3.7", formal_rules.wrong_annexes),
    PageRule("layout-p10", "P10", "G", "GB/T 9704 7.3.5.3", formal_rules.wrong_signatures),
    PageRule("layout-p12", "P12", "R", "GB/T 9704 7.2.4-7.2.7", formal_rules.wrong_headers),
    PageRule("layout-p13", "P13", "G", "GB/T 9704 7.4", formal_rules.wrong_imprints),
    PageRule("layout-footnote", "footnote", "R", "CY/T 121", page_rules.strayed_footnotes),
    PageRule("layout-glyph", "glyph", "R", "ISO 14289-1 7.21.8", page_rules.missing_glyphs),
)
"""Every rule that pages are read for, in the order in which a page's findings are reported."""


class Reading(Struct, frozen=True):
    """What is known of pages beside themselves: the name they go by, their text, its places.

    Without the document nobody knows where a line end stands for a space; what depends on it is
    then judged by the language, or not at all.
    """

    name: str = ""
    document: Document | None = None
    locate: Locate | None = None


def broken_rules(
    pages: tuple[Page, ...], context: Context, reading: Reading | None = None
) -> tuple[Diagnostic, ...]:
    """Every rule that finished pages break, page by page."""
    known = reading or Reading()
    read = ReadPages(pages, context, known.document)
    found = [(finding, rule) for rule in RULES for finding in rule.check(read)]
    found.sort(key=lambda each: each[0].page)
    return tuple(dict.fromkeys(_diagnostic(finding, rule, known) for finding, rule in found))


def _diagnostic(finding: Finding, rule: PageRule, reading: Reading) -> Diagnostic:
    where = (
        say("layout-page-of", document=reading.name, page=finding.page)
        if reading.name
        else say("layout-page", page=finding.page)
    )
    message = say(
        rule.key,
        where=where,
        rule=rule.number,
        source=rule.source,
        words=finding.words,
        amount=finding.amount,
    )
    severity = "hint" if finding.bound else SEVERITIES[rule.strength]
    hints: tuple[Message, ...] = (say("layout-bound"),) if finding.bound else ()
    if rule.hint:
        hints = (*hints, say(rule.hint))
    return Diagnostic(severity, message, _place(finding, reading), hints)


def _place(finding: Finding, reading: Reading) -> Span | None:
    """Where the words stand in the YAML: they themselves if they are found, else their text."""
    origin: Origin | None = finding.line.mark.origin if finding.line else None
    if origin is None:
        return None
    start = reading.locate(origin.path, "") if reading.locate else None
    for words in finding.nearby if reading.locate and start else ():
        span = reading.locate(origin.path, words) if words and reading.locate else None
        if span is not None and span != start:
            return span
    return start or origin.span


def facts_of(diagnostic: Diagnostic) -> dict[str, str | int]:
    """What a program wants to know of a broken rule; nothing of any other finding."""
    values = dict(diagnostic.message.values)
    where = values.get("where")
    if not isinstance(where, Message):
        return {}
    facts = {"rule": values["rule"], "source": values["source"], **dict(where.values)}
    facts["words"] = values["words"]
    return {name: value for name, value in facts.items() if isinstance(value, str | int)}
