"""The rules of lines in their column (L8), of paragraphs on pages (L9, L10) and of the page (P)."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from makebrief.checks.line_rules import Finding
from makebrief.checks.page_text import (
    PAGE_NUMBER,
    SOFT_HYPHEN,
    TOLERANCE,
    Glyph,
    Paragraph,
    ReadLine,
    ReadPages,
)
from makebrief.layout.charts import ROLE as CHART_LABEL
from makebrief.layout.footnotes import FOOTNOTE
from makebrief.layout.formal import DOCUMENT_NUMBER, ORGAN_MARK
from makebrief.layout.marks import (
    Area,
    Destination,
    Link,
    Mark,
    Page,
    PlacedLine,
    PlacedPicture,
    PlacedStrip,
    Rule,
    Strip,
)
from makebrief.style.model import MM
from makebrief.typeface.codes import code_point
from makebrief.typeface.face import EM

_LOOSE = 0.255
"""The gap between Han, in em, from which a line looks pulled apart (L8)."""

_NARROW_ENGLISH = 24.0
"""The measure, in em, below which English may be ragged: justified, it would have rivers."""

_LIST_ROLES = frozenset({"contents1", "contents2", "index-entry"})
_PLACED_ROLES = frozenset({ORGAN_MARK, DOCUMENT_NUMBER})
"""Roles whose place is given in mm, not in lines of the grid (P12)."""

_Box = tuple[float, float, float, float]
"""The left, top, right and bottom edge, in pt."""

_ASCENT, _DESCENT = 0.88, 0.12
_RULE_ROOM = 0.5
_DROP_TOLERANCE = 1.0 * MM
_FIRST_HAN = "\u2e80"


def _at(line: ReadLine, amount: float | None = None, *, bound: bool = False) -> Finding:
    """A finding about a whole line, shown by its first words."""
    text = line.text.strip().replace(SOFT_HYPHEN, "-")
    words = text[:16] + ("…" if len(text) > 16 else "")
    shown = "" if amount is None else f"{amount:.2f}"
    return Finding(line.page.number, words, line, shown, bound, (text[:10], text[:5], text[-6:]))


def _flowing(pages: ReadPages) -> Iterator[Paragraph]:
    """The paragraphs of the running text: neither in boxes nor in lists with page numbers."""
    for paragraph in pages.paragraphs:
        if not paragraph.in_box and paragraph.role not in _LIST_ROLES:
            yield paragraph


# L8: lines in their column.


def ragged_lines(pages: ReadPages) -> Iterator[Finding]:
    """L8: lines of justified paragraphs, all but the last, that are not flush on both sides."""
    for paragraph in _flowing(pages):
        if paragraph.style.align != "justify":
            continue
        start, end = pages.column(paragraph)
        english = paragraph.lines[0].mark.language == "en"
        if english and end - start < _NARROW_ENGLISH * paragraph.style.size:
            continue
        for number, line in enumerate(paragraph.lines[:-1]):
            off = _nearest(line.rights, end)
            if number:
                off = max(off, _nearest(line.lefts, start), key=abs)
            if off < -TOLERANCE or (off > TOLERANCE and line.right <= end + TOLERANCE):
                yield _at(line, off, bound=_is_rigid(line))


def _nearest(edges: tuple[float, ...], wanted: float) -> float:
    return min((edge - wanted for edge in edges), key=abs)


def _is_rigid(line: ReadLine) -> bool:
    """Whether a line has no place that could stretch: one word, one address, one character."""
    text = line.text.strip()
    return not any(_can_stretch(before, after) for before, after in pairwise(text))


def _can_stretch(before: str, after: str) -> bool:
    wide = before >= _FIRST_HAN, after >= _FIRST_HAN
    letters = before.isalnum() and after.isalnum()
    return before.isspace() or all(wide) or (any(wide) and letters)


def overfull_lines(pages: ReadPages) -> Iterator[Finding]:
    """L8: lines wider than their measure, and lines that run into the one beside them."""
    for paragraph in _flowing(pages):
        end = pages.column(paragraph)[1]
        for line in paragraph.lines:
            if line.right > end + TOLERANCE:
                yield _at(line, line.right - end)
    yield from _collisions(pages)


def _collisions(pages: ReadPages) -> Iterator[Finding]:
    rows: dict[tuple[int, float], list[ReadLine]] = defaultdict(list)
    for line in pages.lines:
        rows[line.page.number, round(line.y, 1)].append(line)
    for row in rows.values():
        for one, other in pairwise(sorted(row, key=lambda line: line.left)):
            if one.right > other.left + TOLERANCE:
                yield _at(one, one.right - other.left)


def loose_lines(pages: ReadPages) -> Iterator[Finding]:
    """L8: lines stretched so far that Han stand more than a quarter em apart."""
    for line in pages.lines:
        gaps = [
            (after.left - before.right) / before.size
            for before, after in pairwise(line.glyphs)
            if _is_han(before) and _is_han(after)
        ]
        widest = max(gaps, default=0.0)
        if widest > _LOOSE:
            yield _at(line, widest)


def _is_han(glyph: Glyph) -> bool:
    return glyph.character >= _FIRST_HAN and unicodedata.category(glyph.character) == "Lo"


# L9 and L10: paragraphs on pages.


def lone_characters(pages: ReadPages) -> Iterator[Finding]:
    """L9: last lines of one character, with or without marks."""
    for paragraph in pages.paragraphs:
        last = paragraph.lines[-1]
        letters = [each for each in last.text if unicodedata.category(each)[0] in "LN"]
        if len(paragraph.lines) > 1 and len(letters) <= 1 and not set(last.text) & set("%％℃°"):
            yield _at(last)


def lone_lines(pages: ReadPages) -> Iterator[Finding]:
    """L9: a single line of a paragraph at the foot of its first page or the top of its last."""
    for paragraph in _flowing(pages):
        by_page: dict[int, list[ReadLine]] = defaultdict(list)
        for line in paragraph.lines:
            by_page[line.page.number].append(line)
        if len(by_page) > 1:
            parts = list(by_page.values())
            for part in (parts[0], parts[-1]):
                if len(part) == 1:
                    yield _at(part[0])


def stranded_headings(pages: ReadPages) -> Iterator[Finding]:
    """L9: a heading, or what else belongs with the text after it, last on its page."""
    last: dict[int, ReadLine] = {}
    ends = {id(paragraph.lines[-1]) for paragraph in pages.paragraphs}
    for line in pages.lines:
        if line.mark.role == FOOTNOTE:
            continue
        if line.y >= (last[line.page.number].y if line.page.number in last else 0.0):
            last[line.page.number] = line
    for page in pages.pages:
        lowest = last.get(page.number)
        if lowest is None or _is_under_picture(lowest):
            continue
        style = pages.context.style.role(lowest.mark.role).text_style(lowest.mark.language)
        below = _lowest_ink(page, pages.feet.get(page.number, page.height)) > lowest.y
        held = style.keep_with_next and id(lowest) in ends and not below
        if lowest.mark.role == "table-head" or held:
            yield _at(lowest)


def _is_under_picture(line: ReadLine) -> bool:
    """Whether a line belongs to the picture or chart above it, with lines of the same role."""
    for placed in sorted(line.page.strips, key=lambda each: each.y, reverse=True):
        marks = placed.strip.marks
        if any(isinstance(mark, PlacedPicture) for mark in marks):
            return True
        roles = {mark.role for mark in marks if isinstance(mark, PlacedLine)} - {PAGE_NUMBER}
        if placed.y < line.y and CHART_LABEL in roles:
            return True
        if placed.y < line.y and roles and roles != {line.mark.role}:
            return False
    return False


def _lowest_ink(page: Page, foot: float) -> float:
    """How far down rules, areas and pictures reach on a page, above its footnotes."""
    bounds = (
        _bounds(placed, mark)
        for placed in page.strips
        if placed.y < foot
        for mark in placed.strip.marks
    )
    return max((each[3] for each in bounds if each), default=0.0)


def off_grid_lines(pages: ReadPages) -> Iterator[Finding]:
    """L10: baselines of the running text that miss the line grid."""
    geometry = pages.context.page
    for paragraph in _flowing(pages):
        style = paragraph.style
        if paragraph.role in _PLACED_ROLES:
            continue
        if style.pitch is not None and abs(style.pitch - geometry.line_pitch) > TOLERANCE:
            continue
        baseline = pages.context.baseline(style)
        for line in paragraph.lines:
            first = pages.area(line.page.turned)[1] + baseline
            lines_down = round((line.y - first) / geometry.line_pitch)
            off = line.y - first - lines_down * geometry.line_pitch
            if abs(off) > TOLERANCE and _is_upright(line.page, pages):
                yield _at(line, off)


def strayed_footnotes(pages: ReadPages) -> Iterator[Finding]:
    """The first mark of each footnote that does not begin on its page."""
    homes = {
        mark.name: page.number
        for page in pages.pages
        for placed in page.strips
        for mark in placed.strip.marks
        if isinstance(mark, Destination) and _is_note(placed.strip)
    }
    met: set[str] = set()
    for page in pages.pages:
        for placed in page.strips:
            for mark in placed.strip.marks:
                target = mark.target[1:] if isinstance(mark, Link) else ""
                if isinstance(mark, Link) and target in homes and target not in met:
                    met.add(target)
                    if homes[target] != page.number:
                        yield _at(_line_at(pages, page, placed.y + mark.y1))


def _is_note(strip: Strip) -> bool:
    return all(mark.role == FOOTNOTE for mark in strip.marks if isinstance(mark, PlacedLine))


def _line_at(pages: ReadPages, page: Page, y: float) -> ReadLine:
    own = (line for line in pages.lines if line.page is page)
    return min(own, key=lambda line: abs(line.y - y))


# P: the page.


def _is_upright(page: Page, pages: ReadPages) -> bool:
    """Whether a page stands as the style says; one that is turned has other edges (P11)."""
    return abs(page.width - pages.context.page.width * MM) < 1


def wrong_sizes(pages: ReadPages) -> Iterator[Finding]:
    """P1: pages of another size than the style's, also if turned."""
    geometry = pages.context.page
    wanted = sorted((geometry.width * MM, geometry.height * MM))
    for page in pages.pages:
        sizes = sorted((page.width, page.height))
        if any(abs(one - other) > TOLERANCE for one, other in zip(sizes, wanted, strict=True)):
            size = f"{page.width / MM:.1f} × {page.height / MM:.1f} mm"
            yield Finding(page.number, size)


def strayed_marks(pages: ReadPages) -> Iterator[Finding]:
    """P2: text, rules, areas and pictures outside the type area."""
    for line in pages.lines:
        box = (
            line.left,
            line.y - _ASCENT * line.size,
            line.right,
            line.y + _DESCENT * line.size,
        )
        off = _outside(box, pages.area(line.page.turned))
        if off > TOLERANCE and _is_upright(line.page, pages):
            yield _at(line, off)
    for page in pages.pages:
        for placed in page.strips if _is_upright(page, pages) else ():
            for mark in placed.strip.marks:
                bounds = _bounds(placed, mark)
                off = _outside(bounds, pages.area(placed.turned)) if bounds else 0.0
                if off > _RULE_ROOM:
                    yield Finding(page.number, type(mark).__name__, amount=f"{off:.2f}")


def _outside(box: _Box, area: _Box) -> float:
    """How far a box reaches out of the type area, in pt."""
    return max(area[0] - box[0], area[1] - box[1], box[2] - area[2], box[3] - area[3])


def _bounds(placed: PlacedStrip, mark: Mark) -> _Box | None:
    """The box of a rule, an area or a picture on the sheet."""
    if isinstance(mark, Rule):
        points = [(mark.x0, mark.y0), (mark.x1, mark.y1)]
    elif isinstance(mark, Area):
        points = list(mark.points)
    elif isinstance(mark, PlacedPicture):
        points = [(mark.x, mark.y), (mark.x + mark.width, mark.y + mark.height)]
    else:
        return None
    across, down = [x for x, _ in points], [y for _, y in points]
    return (
        placed.x + min(across),
        placed.y + min(down),
        placed.x + max(across),
        placed.y + max(down),
    )


def _is_body_text(line: ReadLine, pages: ReadPages) -> bool:
    """Whether a line is running text, which headings, titles, covers and footnotes are not."""
    role = line.mark.role
    return pages.context.style.runs_on(role) and role != FOOTNOTE


def missing_body(pages: ReadPages) -> Iterator[Finding]:
    """P6: a first page without body text, unless it is a cover, which has no page number."""
    first = pages.pages[0].number if pages.pages else 0
    on_it = [line for line in pages.all_lines if line.page.number == first]
    numbered = any(line.mark.role == PAGE_NUMBER for line in on_it)
    texts = [line for line in on_it if line.mark.role != PAGE_NUMBER]
    if numbered and not any(_is_body_text(line, pages) for line in texts):
        yield Finding(first, texts[0].text[:16] if texts else "")


def wrong_numbers(pages: ReadPages) -> Iterator[Finding]:
    """P7: page numbers that are missing, wrong, on the wrong side or at the wrong height."""
    numbers: dict[int, list[ReadLine]] = defaultdict(list)
    with_text = {line.page.number for line in pages.lines if _is_body_text(line, pages)}
    for line in pages.all_lines:
        if line.mark.role == PAGE_NUMBER:
            numbers[line.page.number].append(line)
    for page in pages.pages:
        found = numbers[page.number]
        if not found and page.number in with_text:
            yield Finding(page.number, f"— {page.number} —")
        for line in found:
            right = line.text == f"— {page.number} —" and len(found) == 1
            if not (right and _is_in_its_place(line, pages)):
                yield Finding(page.number, line.text)


def _is_in_its_place(line: ReadLine, pages: ReadPages) -> bool:
    if not _is_upright(line.page, pages):
        return True
    odd = line.page.number % 2 == 1
    off = line.right - (pages.right - line.size) if odd else line.left - (pages.left + line.size)
    drop = line.y - _dash_height(line, pages) - pages.bottom
    wanted = pages.context.page.number_drop * MM
    return abs(off) <= TOLERANCE and abs(drop - wanted) <= _DROP_TOLERANCE


def _dash_height(line: ReadLine, pages: ReadPages) -> float:
    """How high the ink of a line's first character stands above the baseline, at its middle."""
    glyph = line.glyphs[0]
    face = pages.context.faces.face(glyph.face)
    extents = face.hb_font.get_glyph_extents(face.glyph(glyph.character))
    middle: float = (extents.y_bearing + extents.height / 2) * face.scale * glyph.size / EM
    return middle


def missing_glyphs(pages: ReadPages) -> Iterator[Finding]:
    """Characters that the face they are set in lacks, which print as empty boxes."""
    for line in pages.all_lines:
        for glyph in line.glyphs:
            face = pages.context.faces.face(glyph.face)
            if not glyph.character.isspace() and not face.has(glyph.character):
                words = f"{glyph.character} ({code_point(glyph.character)})"
                yield Finding(line.page.number, words, line, nearby=(glyph.character,))
