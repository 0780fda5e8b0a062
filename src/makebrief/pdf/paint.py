"""Placed marks into PDF page content; every decision has been made before."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from makebrief.layout.marks import (
    Anchor,
    Area,
    Destination,
    Dots,
    FigureMark,
    Link,
    Outline,
    Page,
    PageReference,
    PlacedLine,
    PlacedPicture,
    PlacedRun,
    Rule,
)
from makebrief.pdf.font import CompositeFont
from makebrief.pdf.reading import AS_SPACE, as_read, casting, find_gaps
from makebrief.pdf.sheets import Box, Sheets
from makebrief.typeface.face import EM, Typefaces


class Painter:
    """Paints pages as the sheets of a PDF file, with one composite font for each face."""

    def __init__(self, sheets: Sheets, faces: Typefaces) -> None:
        self.sheets = sheets
        self.faces = faces
        self.fonts: dict[tuple[str, float], CompositeFont] = {}
        self.code: list[str] = []
        self.height = 0.0
        self.colour = ""
        self.outline: list[Anchor] = []
        self.turned = False

    def paint_page(self, page: Page) -> None:
        """Paints one page and ends it."""
        self.height = page.height
        self.colour = ""
        self.code = []
        for placed, marks in page.as_read():
            if placed.turned != self.turned:
                self._turn(page, placed.turned)
            for mark in marks:
                PAINTERS[type(mark)](self, mark, placed.x, placed.y)
        if self.turned:
            self._turn(page, turned=False)
        # ReportLab swaps the sides of a page that is shown turned.
        size = (page.height, page.width) if page.turned else (page.width, page.height)
        self.sheets.end("\n".join(self.code), size, rotation=90 if page.turned else 0)

    def _turn(self, page: Page, turned: bool) -> None:
        """Turns the sheet for what follows: its left edge on top (P11), or back."""
        self.turned = turned
        self.height = page.width if turned else page.height
        self.code.append(f"q 0 1 -1 0 {page.width:.3f} 0 cm" if turned else "Q")
        self.colour = ""

    def _on_sheet(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle's corners as the sheet has them, whose edges are never turned."""
        return (self.height - y1, x0, self.height - y0, x1) if self.turned else (x0, y0, x1, y1)

    def line(self, line: PlacedLine, x: float, y: float) -> None:
        """A line of text: its runs, each from its own place."""
        code = self.code
        code.append("BT")
        baseline = self.height - y - line.y
        cast = casting(line)
        for run in as_read(line, self.faces):
            self._fill(run.colour)
            font = self._font(run.face, cast)
            code.append(f"/{font.name} {run.size * font.body:g} Tf")
            code.append(f"1 0 0 1 {x + line.x + run.x:.3f} {baseline + run.rise:.3f} Tm")
            tracking = 0.0 if _reads_as_spaced(run) else run.tracking
            code.append(f"{tracking:.4f} Tc {_shown(run, font)} TJ")
        code.append("ET")

    def rule(self, rule: Rule, x: float, y: float) -> None:
        """A straight or a dotted line."""
        dash = f"1 J [0 {rule.dots:g}] 0 d" if rule.dots else "0 J [] 0 d"
        start = f"{x + rule.x0:.2f} {self.height - y - rule.y0:.2f} m"
        end = f"{x + rule.x1:.2f} {self.height - y - rule.y1:.2f} l"
        colour = _rgb(rule.colour)
        self.code.append(f"{dash} {colour} RG {rule.width:g} w {start} {end} S")

    def area(self, area: Area, x: float, y: float) -> None:
        """A filled polygon."""
        self._fill(area.colour)
        points = [f"{x + px:.2f} {self.height - y - py:.2f}" for px, py in area.points]
        self.code.append(
            f"{points[0]} m " + " ".join(f"{point} l" for point in points[1:]) + " h f"
        )

    def letters(self, outline: Outline, x: float, y: float) -> None:
        """Letters as a picture, an artifact of the page that no reader takes for its text."""
        self._fill(outline.colour)
        parts = ["/Artifact <</Type /Pagination /Subtype /Watermark>> BDC"]
        for command, points in outline.commands:
            shown = " ".join(f"{x + px:.2f} {self.height - y - py:.2f}" for px, py in points)
            parts.append(f"{shown} {command}".lstrip())
        self.code.append(" ".join([*parts, "f EMC"]))

    def dots(self, dots: Dots, x: float, y: float) -> None:
        """Emphasis dots: strokes of no length with round ends."""
        code = [f"1 J [] 0 d {_rgb(dots.colour)} RG {dots.size:.2f} w"]
        for across, down in dots.points:
            place = f"{x + across:.2f} {self.height - y - down:.2f}"
            code.append(f"{place} m {place} l")
        self.code.append(" ".join((*code, "S")))

    def picture(self, picture: PlacedPicture, x: float, y: float) -> None:
        """A picture; its object is written once however often it is drawn."""
        from makebrief.pdf.picture import image_object

        name = hashlib.sha256(picture.data).hexdigest()[:20]
        if not self.sheets.has_picture(name):
            self.sheets.add_picture(name, image_object(picture.data))
        left, bottom = x + picture.x, self.height - y - picture.y - picture.height
        self.code.append(
            f"q {picture.width:.2f} 0 0 {picture.height:.2f} {left:.2f} {bottom:.2f} cm"
        )
        self.code += (self.sheets.show_picture(name), "Q")

    def link(self, link: Link, x: float, y: float) -> None:
        """A working rectangle over a web address or a reference."""
        bottom, top = self.height - y - link.y1, self.height - y - link.y0
        box = self._on_sheet(x + link.x0, bottom, x + link.x1, top)
        if link.target.startswith("#"):
            self.sheets.link_to_place(box, link.target[1:])
        else:
            self.sheets.link_to_address(box, link.target)

    def anchor(self, anchor: Anchor, _x: float, y: float) -> None:
        """A destination, and an entry of the outline."""
        self._bookmark(anchor.name, y + anchor.y)
        deepest = self.outline[-1].level + 1 if self.outline else 0
        level = min(anchor.level, deepest)
        self.outline.append(Anchor(anchor.name, anchor.title, level, anchor.y))
        self.sheets.add_to_outline(anchor.title, anchor.name, level)

    def destination(self, place: Destination, _x: float, y: float) -> None:
        """A place that links lead to."""
        self._bookmark(place.name, y + place.y)

    def _bookmark(self, name: str, y: float) -> None:
        """A place on the page; of a turned one, the whole page."""
        self.sheets.mark_place(name, None if self.turned else self.height - y)

    def nothing(self, _mark: object, _x: float, _y: float) -> None:
        """Marks that say something and show nothing."""

    def _font(self, face: str, cast: float) -> CompositeFont:
        font = self.fonts.get((face, cast))
        if font is None:
            font = CompositeFont(self.faces.face(face), f"F{len(self.fonts) + 1}", cast)
            self.fonts[face, cast] = font
            self.sheets.add_font(font)
        return font

    def _fill(self, colour: str) -> None:
        if colour != self.colour:
            self.colour = colour
            self.code.append(f"{_rgb(colour)} rg")


def _shown(run: PlacedRun, font: CompositeFont) -> str:
    """A run as the array of a TJ operator: codes, and moves in 1/1000 em between them."""
    if _reads_as_spaced(run):
        run = _with_wide_characters(run, font)
    if not run.wide and not run.kerns:
        return f"[<{font.encode(run.text)}>]"
    wide, spaces, moves = find_gaps(run, font.face)
    parts: list[str] = []
    codes: list[str] = []
    done = 0
    for at in sorted(wide | spaces | moves):
        if at in wide:
            codes += [font.encode(run.text[done:at]), font.encode_wide(run.text[at], wide[at])]
        else:
            codes.append(font.encode(run.text[done : at + 1]))
        if at in spaces:
            codes.append(font.encode_wide(" ", spaces[at]))
        if at in moves:
            parts.append(f"<{''.join(codes)}>{-moves[at] / font.body:.1f}")
            codes = []
        done = at + 1
    codes.append(font.encode(run.text[done:]))
    return "[" + "".join(parts) + f"<{''.join(codes)}>]"


def _reads_as_spaced(run: PlacedRun) -> bool:
    return run.tracking > AS_SPACE * run.size


def _with_wide_characters(run: PlacedRun, font: CompositeFont) -> PlacedRun:
    """A widely tracked run with the tracking in its characters' own advances."""
    own, track = dict(run.wide), run.tracking * EM / run.size
    advances = font.face.advances
    wide = tuple(
        (at, own.get(at, advances[character]) + track) for at, character in enumerate(run.text)
    )
    return replace(run, tracking=0.0, wide=wide)


def _rgb(colour: str) -> str:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    return " ".join(f"{part:.3g}" for part in parts)


PAINTERS: Mapping[type, Callable[[Painter, Any, float, float], None]] = {
    PlacedLine: Painter.line,
    Rule: Painter.rule,
    Area: Painter.area,
    Outline: Painter.letters,
    Dots: Painter.dots,
    PlacedPicture: Painter.picture,
    Link: Painter.link,
    Anchor: Painter.anchor,
    Destination: Painter.destination,
    FigureMark: Painter.nothing,
    PageReference: Painter.nothing,
}
