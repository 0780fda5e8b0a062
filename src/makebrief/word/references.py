"""Headings with their bookmarks, the contents list that points at them, the figure index."""

from __future__ import annotations

import re
from itertools import zip_longest

from makebrief.document.arrange import heading_number
from makebrief.document.model import (
    Contents,
    ContentsEntry,
    FigureIndex,
    Heading,
    Text,
)
from makebrief.layout.references import JOINT, RANGE, index_texts, page_list, page_spans
from makebrief.messages import Language
from makebrief.word.desk import Desk
from makebrief.word.fields import enclose_in_field, field_begin, field_character
from makebrief.word.stylesheet import CONTENTS_ROLES, HEADING_ROLES
from makebrief.word.text import Setting, plain_run, set_text
from makebrief.word.xml import Element, qualified, word

_NOT_IN_A_BOOKMARK = re.compile(r"\W", re.ASCII)
_LONGEST_BOOKMARK = 40
_GALLERY = "Table of Contents"


def write_heading(heading: Heading, desk: Desk) -> None:
    """A heading that its style numbers, in a bookmark that the contents list points at."""
    for text in heading.texts:
        language = text.language
        numbered = heading.number is not None
        setting = Setting(
            HEADING_ROLES[heading.level],
            desk.sheet.heading(heading.level, language, numbered),
            number=desk.lists.follow_heading(language, heading.level, heading.number),
            bookmark=bookmark_name(heading.anchor, language),
        )
        desk.story.append(set_text(desk, text, setting))


def write_contents(contents: Contents, desk: Desk) -> None:
    """A contents field with its lines already in it, so that nobody has to rebuild it first."""
    lines = []
    for entry, follower in zip_longest(contents.entries, contents.entries[1:]):
        opens = entry.level == 0 and follower is not None and follower.level > 0
        last = len(entry.texts) - 1
        for at, text in enumerate(entry.texts):
            if at < last:
                desk.sheet.keep_with_twin(_contents_role(entry.level), text.language)
            lines.append(_line(desk, entry, text, with_page=at == 0, keep=opens and at == last))
    if not lines:
        return
    for at, run in enumerate(field_begin(_instruction(desk, contents.depth)), 1):
        lines[0].insert(at, run)
    lines[-1].append(field_character("end"))
    gallery = word("docPartObj", word("docPartGallery", val=_GALLERY), word("docPartUnique"))
    desk.story.append(word("sdt", word("sdtPr", gallery), word("sdtContent", *lines)))


def write_figure_index(index: FigureIndex, desk: Desk) -> None:
    """What each figure counts, its words, and a leader to its pages."""
    for entry in index.entries:
        texts = index_texts(entry)
        for at, text in enumerate(texts):
            ends = at + 1 == len(texts)
            last = ends and entry is index.entries[-1]
            style_id = desk.sheet.last("index-entry", text.language) if last else None
            setting = Setting("index-entry", style_id, keep_with_next=not ends)
            line = set_text(desk, text, setting)
            places = desk.house.figure_places.get(entry.figure, ()) if at == 0 else ()
            if places:
                desk.figures.waiting.append((line, entry.figure, places))
            desk.story.append(line)


def lead_to_figures(desk: Desk) -> None:
    """Ends each line of the index with its figure's pages, now that all figures are written."""
    for line, figure, places in desk.figures.waiting:
        line.append(word("r", word("tab")))
        desk.characters.update(page_list(tuple(each.page for each in places)))
        names = {each.page: desk.figures.bookmark(figure, each) for each in places}
        for at, span in enumerate(page_spans(tuple(names))):
            if at:
                line.append(plain_run(JOINT, "en"))
            for end, page in enumerate(span):
                if end:
                    line.append(plain_run(RANGE, "en"))
                line.extend(_page(names[page], page, "en"))


def _page(bookmark: str | None, page: int, language: Language) -> list[Element]:
    """A page's number, as a field if there is a bookmark on that page."""
    if bookmark is None:
        return [plain_run(str(page), language)]
    return field(rf"PAGEREF {bookmark} \h", str(page), language)


def bookmark_name(anchor: str, language: Language) -> str:
    """A name that Word takes for a bookmark and hides among its own."""
    plain = _NOT_IN_A_BOOKMARK.sub("_", anchor)
    return f"_Toc_{plain[: _LONGEST_BOOKMARK - 8]}_{language}"


def field(instruction: str, result: str, language: Language) -> list[Element]:
    """A field and the result that it shows until it is updated."""
    return enclose_in_field(instruction, [plain_run(result, language)])


def _instruction(desk: Desk, depth: int) -> str:
    """Which style's paragraphs become lines of which level, and which levels have no page.

    Styles are named, not outline levels: each level and language has lines of a look of its own.
    """
    pairs = []
    silent = []
    for at, language in enumerate(desk.document.languages):
        for level in range(depth + 1):
            heading = desk.sheet.names[HEADING_ROLES[level], language].shown
            line = desk.sheet.paragraph(_contents_role(level), language).removeprefix("TOC")
            pairs.append(f"{heading},{line}")
            silent += [int(line)] if at else []
    without_page = f"\\n {min(silent)}-{max(silent)} " if silent else ""
    return f'TOC \\h \\z {without_page}\\t "{",".join(pairs)}"'


def _contents_role(level: int) -> str:
    return CONTENTS_ROLES[min(level, len(CONTENTS_ROLES) - 1)]


def _line(desk: Desk, entry: ContentsEntry, text: Text, *, with_page: bool, keep: bool) -> Element:
    """A line of the contents; the page stands once, after the first of its languages.

    A title's last line keeps to the heading under it; its other lines keep by their style, so
    that they do also when Word has made the list anew.
    """
    language = text.language
    target = bookmark_name(entry.anchor, language)
    setting = Setting(_contents_role(entry.level), keep_with_next=keep, is_copy=True)
    made = set_text(desk, text, setting)
    link = word("hyperlink", anchor=target, history=1)
    if entry.number is not None:
        link.append(plain_run(_number(desk, entry.level, entry.number, language), language))
    for run in made.findall(qualified("w:r")):
        link.append(run)
    if with_page:
        link.append(word("r", word("tab")))
        link.extend(_page(target, desk.house.heading_pages[entry.anchor], language))
    made.append(link)
    return made


def _number(desk: Desk, level: int, number: int, language: Language) -> str:
    numbering = desk.house.style.numbering
    patterns = numbering.zh if language == "zh" else numbering.en
    return heading_number(patterns[level - 1], number)


def page_field(language: Language) -> list[Element]:
    """The number of the page."""
    return field("PAGE", "1", language)
