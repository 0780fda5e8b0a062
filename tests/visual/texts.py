"""The running text that every typesetter gets: paragraphs of the shipped series."""

from __future__ import annotations

from functools import cache

from makebrief.compiling import compile_document
from makebrief.content.load import load_bundle
from makebrief.document.model import Paragraph, Text
from makebrief.document.walk import iterate
from makebrief.template.compile import Compiler
from tests.samples import CHECKOUT, workshop

SERIES = CHECKOUT / "briefs" / "2024-h1"


@cache
def running_text() -> tuple[Text, ...]:
    """The body paragraphs of all briefings, each pair one after the other, without any markup."""
    bundle = load_bundle(SERIES)
    compiler = Compiler(bundle, workshop().house)
    return tuple(
        text
        for name in bundle.briefs
        for paragraph in iterate(compile_document(compiler, name, "alternating"), Paragraph)
        if paragraph.role == "body"
        for text in paragraph.texts
    )
