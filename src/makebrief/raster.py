"""Placed marks into a PNG, for an output that takes a chart as a picture."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from makebrief.layout.marks import Area, Mark, PlacedLine, PlacedRun, Rule
from makebrief.typeface.face import EM, Typefaces

DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72
_OVERSAMPLING = 2
_COLOURS = 64


class Raster:
    """A sheet of paper in dots; marks are given in pt from its top left."""

    def __init__(self, width: float, height: float, faces: Typefaces) -> None:
        self.scale = DOTS_PER_INCH * _OVERSAMPLING / _POINTS_PER_INCH
        size = (round(width * self.scale), round(height * self.scale))
        self.image = Image.new("RGB", size, "white")
        self.draw = ImageDraw.Draw(self.image)
        self.faces = faces
        self._fonts: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}

    def paint(self, marks: Iterable[Mark]) -> None:
        """Paints text, rules and areas, which is what charts consist of."""
        for mark in marks:
            if isinstance(mark, PlacedLine):
                for run in mark.runs:
                    self._run(run, mark.x + run.x, mark.y)
            elif isinstance(mark, Rule):
                ends = self._dots(((mark.x0, mark.y0), (mark.x1, mark.y1)))
                width = max(round(mark.width * self.scale), 1)
                self.draw.line(ends, fill=f"#{mark.colour}", width=width)
            elif isinstance(mark, Area):
                self.draw.polygon(self._dots(mark.points), fill=f"#{mark.colour}")

    def png(self) -> bytes:
        """The picture's file, in few colours, with its resolution."""
        size = tuple(side // _OVERSAMPLING for side in self.image.size)
        small = self.image.resize((size[0], size[1]), Image.Resampling.LANCZOS)
        few = small.quantize(_COLOURS, dither=Image.Dither.NONE)
        buffer = BytesIO()
        few.save(buffer, "PNG", optimize=True, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
        return buffer.getvalue()

    def _run(self, run: PlacedRun, x: float, baseline: float) -> None:
        face = self.faces.face(run.face)
        font = self._font(run.face, round(run.size * self.scale))
        wide, kerns = dict(run.wide), dict(run.kerns)
        for at, character in enumerate(run.text):
            place = (x * self.scale, baseline * self.scale)
            self.draw.text(place, character, fill=f"#{run.colour}", font=font, anchor="ls")
            advance = wide.get(at, face.advances[character]) * run.size / EM
            x += advance + run.tracking + kerns.get(at, 0.0)

    def _font(self, name: str, size: int) -> ImageFont.FreeTypeFont:
        font = self._fonts.get((name, size))
        if font is None:
            path = str(self.faces.face(name).file.path)
            layout = ImageFont.Layout.BASIC
            font = self._fonts[name, size] = ImageFont.truetype(path, size, layout_engine=layout)
        return font

    def _dots(self, points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x * self.scale, y * self.scale) for x, y in points]
