"""Small pieces that tests are made of: texts, a house, a series on the disk."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import Image

from makebrief.content.bundle import Bundle
from makebrief.content.load import load_bundle
from makebrief.document.model import Block, Document, Origin, Run, Section, Text
from makebrief.errors import BriefError, Diagnostic, Span
from makebrief.layout.context import Context
from makebrief.messages import Language
from makebrief.pipeline import Workshop, open_workshop
from makebrief.resources import templates_folder
from makebrief.style.model import TextStyle
from makebrief.typeface.face import Face

CHECKOUT = Path(__file__).parents[1]
OFFICIAL = "gongwen"
GONGWEN = templates_folder() / OFFICIAL
ORIGIN = Origin("market-regulation:sections[0].blocks[0].text.zh", Span("market-regulation.yaml"))

SERIES = """\
title: {zh: 系列发布会, en: The Series}
period: {year: 2024, half: 1}
issuer: {zh: 新闻办公室, en: Information Office}
date: 2024-07-23
departments: [statistics]
"""

BRIEF = """\
department: {zh: 统计局, en: Bureau of Statistics}
title: {zh: 上半年情况, en: The First Half}
speaker: {name: {zh: 张三, en: Zhang San}, title: {zh: 局长, en: Director}}
figures:
  firms: {value: 62, unit: {zh: 家, en: firms, one: firm}, label: {zh: 企业, en: Firms}}
sections:
  - heading: {zh: 总体, en: Overview}
    blocks:
      - text: {zh: "共有{firms}。", en: "There are {firms}."}
"""


@cache
def workshop(look: str = OFFICIAL) -> Workshop:
    """A shipped look, its faces opened once for all tests."""
    return open_workshop(templates_folder() / look)


def context(look: str = OFFICIAL) -> Context:
    """The style and faces of a shipped look."""
    return workshop(look).context


def text(words: str | Run, *more: str | Run, language: Language = "zh") -> Text:
    """A text of plain words and marked runs."""
    runs = tuple(Run(each) if isinstance(each, str) else each for each in (words, *more))
    return Text(language, runs, ORIGIN)


def body(language: Language = "zh") -> TextStyle:
    """How running text is set in a language."""
    return context().style.role("body").text_style(language)


def face(name: str) -> Face:
    """A face of the catalogue."""
    return context().faces.face(name)


def indented(written: str) -> str:
    """YAML written as an indented literal of a test."""
    return textwrap.dedent(written).lstrip("\n")


def write_series(
    folder: Path, files: Mapping[str, str | bytes] | None = None, **departments: str
) -> Path:
    """A series of one department on the disk, with some of its files written otherwise."""
    contents: dict[str, str | bytes] = {"series.yaml": SERIES, "statistics.yaml": BRIEF}
    contents |= {f"{name.replace('_', '-')}.yaml": written for name, written in departments.items()}
    contents |= files or {}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data)
    return folder


def bundle_of(folder: Path, brief: str = BRIEF, series: str = SERIES) -> Bundle:
    """A loaded series with one department."""
    return load_bundle(write_series(folder, {"series.yaml": series, "statistics.yaml": brief}))


def brief_with(blocks: str, figures: str = "") -> str:
    """A briefing whose only section has the given blocks, and more figures if given."""
    head = BRIEF.partition("sections:")[0]
    more = textwrap.indent(indented(figures).rstrip(), "  ")
    section = "sections:\n  - heading: {zh: 总体, en: Overview}\n    blocks:\n"
    return head + (more and more + "\n") + section + textwrap.indent(indented(blocks), "      ")


def found_in(failure: BriefError) -> list[str]:
    """Findings as lines `file:line:column: error: message`, hints left out."""
    return [first_line(each) for each in failure.diagnostics]


def first_line(diagnostic: Diagnostic) -> str:
    """A finding without its hints, its file by name alone."""
    line = diagnostic.text("en").split("\n")[0]
    if diagnostic.span is None:
        return line
    return line.replace(diagnostic.span.file, Path(diagnostic.span.file).name, 1)


def hints_of(diagnostic: Diagnostic) -> list[str]:
    """A finding's hints in English."""
    return [hint.text("en") for hint in diagnostic.hints]


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    """A picture file of one colour."""
    stream = io.BytesIO()
    Image.new("RGB", (width, height), (143, 168, 196)).save(stream, kind)
    return stream.getvalue()


def pair(chinese: str, english: str | None = None) -> tuple[Text, ...]:
    """A text in both languages, or in Chinese alone."""
    texts = (text(chinese),)
    return texts if english is None else (*texts, text(english, language="en"))


def document(*blocks: Block, page: Literal["body", "cover"] = "body") -> Document:
    """A document of one section."""
    section = Section(page, blocks)
    return Document(pair("题"), pair("甲"), pair("事"), "2024-07-23", ("zh", "en"), (section,))


def refusal(action: Callable[[], object]) -> BriefError | None:
    """What an action is refused with; None if it succeeds."""
    try:
        action()
    except BriefError as failure:
        return failure
    return None
