"""A font file through HarfBuzz: which characters it has, how wide they are, how words kern."""

from __future__ import annotations

from collections.abc import Mapping
from operator import sub
from pathlib import Path
from types import MappingProxyType

import uharfbuzz as hb
from msgspec import Struct

from makebrief.errors import BriefError, Span, error
from makebrief.messages import say
from makebrief.style.model import Style
from makebrief.typeface.catalogue import FaceFile, name_face
from makebrief.typeface.scripts import SUBSCRIPT, SUPERSCRIPT, Script, base_of, is_raised

EM = 1000
"""Advances are given in thousandths of an em."""

END_HYPHEN = "\ufdd0"
"""A hyphen of the text that ends a line; no text has this character, which is none."""

STAND_INS: Mapping[str, str] = MappingProxyType({"\xad": "-", END_HYPHEN: "-"})
"""What is drawn for a character that a font may lack or leave blank."""

_NEGLIGIBLE = 0.004
"""The kerning, in pt, that nobody sees."""

_PLAIN_LATIN = {"kern": True, "liga": False, "clig": False}


Stroke = tuple[str, tuple[tuple[float, float], ...]]
"""`m`, `l`, `c` or `h`, as PDF names them, and its points."""


class _Pen:
    """Gathers an outline that HarfBuzz draws; a quadratic curve becomes a cubic one."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.strokes: list[Stroke] = []
        self.at = (0.0, 0.0)

    def _add(self, command: str, *points: tuple[float, float]) -> None:
        scaled = tuple((x * self.scale, y * self.scale) for x, y in points)
        self.strokes.append((command, scaled))
        if points:
            self.at = points[-1]

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("l", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("c", *points)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        (x0, y0), (x1, y1), (x2, y2) = self.at, control, end
        one = (x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3)
        other = (x2 + 2 * (x1 - x2) / 3, y2 + 2 * (y1 - y2) / 3)
        self._add("c", one, other, end)

    def closePath(self) -> None:  # noqa: N802
        self._add("h")


class Face:
    """One font: metrics in 1/1000 em, cached as they are asked for."""

    def __init__(self, file: FaceFile) -> None:
        self.file = file
        self.id = file.id
        self.hb_face = hb.Face(hb.Blob.from_file_path(str(file.path)))
        self.hb_font = hb.Font(self.hb_face)
        self.scale = EM / self.hb_face.upem
        extents = self.hb_font.get_font_extents("ltr")
        self.ascent = round(extents.ascender * self.scale)
        self.descent = round(extents.descender * self.scale)
        self.advances = _Advances(self)
        self._glyphs: dict[str, int] = {}
        self._shown: set[str] = set()
        self._words: dict[str, tuple[int, ...]] = {}
        self._sizes: dict[float, SizedFace] = {}
        self._trims: dict[str, tuple[int, int]] = {}

    def glyph(self, character: str) -> int:
        """The glyph id that a character is drawn with; 0 if the face lacks it."""
        found = self._glyphs.get(character)
        if found is None:
            found = self._glyphs[character] = self._nominal(self.drawn(character))
        return found

    def drawn(self, character: str) -> str:
        """The character whose glyph is drawn: a stand-in, or the base of a raised one it lacks."""
        stand_in = STAND_INS.get(character)
        if stand_in or self._nominal(character):
            return stand_in or character
        return base_of(character) or character

    def _nominal(self, character: str) -> int:
        return int(self.hb_font.get_nominal_glyph(ord(character)) or 0)

    def script(self, character: str) -> Script | None:
        """How a raised or lowered character is made of its base; None if the face has its own.

        As the face's own ² is to its 2, so that 10⁻⁶ looks of one kind.
        """
        base = base_of(character)
        if not base or self.drawn(character) != base or not self.has(character):
            return None
        model, fallback = ("²", SUPERSCRIPT) if is_raised(character) else ("₂", SUBSCRIPT)
        small, full = self._ink(model), self._ink("2")
        if small is None or full is None:
            return fallback
        return Script(small[1] / full[1], (small[0] - full[0] * small[1] / full[1]) / EM)

    def _ink(self, character: str) -> tuple[float, float] | None:
        """Where a character's ink begins above the baseline and how high it is, in 1/1000 em."""
        glyph = self._nominal(character)
        extents = self.hb_font.get_glyph_extents(glyph) if glyph else None
        if extents is None or not extents.height:
            return None
        bottom = (extents.y_bearing + extents.height) * self.scale
        return bottom, -extents.height * self.scale

    def has(self, character: str) -> bool:
        """Whether the face can show a character."""
        return self.glyph(character) != 0

    def shows(self, words: str) -> bool:
        """Whether the face has every character of some words, none made of another."""
        new = set(words) - self._shown
        if any(not self.has(each) or self.script(each) for each in new):
            return False
        self._shown |= new
        return True

    def sized(self, size: float) -> SizedFace:
        """The face at a size in pt."""
        found = self._sizes.get(size)
        if found is None:
            found = self._sizes[size] = SizedFace(self, size)
        return found

    def word_advances(self, word: str) -> tuple[int, ...]:
        """The kerned advance of each character of a Latin word."""
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = self._shape_word(word)
        return found

    def trims(self, mark: str) -> tuple[int, int]:
        """The blank left and right of a full-width mark that its half-width form lacks.

        From the font's `halt` feature; where it has none, from the ink (CLREQ 3.1.6).
        """
        found = self._trims.get(mark)
        if found is None:
            found = self._trims[mark] = self._halt(mark)
        return found

    def ink_top(self, character: str) -> float:
        """How high the ink of a character stands over the baseline."""
        extents = self.hb_font.get_glyph_extents(self.glyph(character))
        return float(extents.y_bearing * self.scale) if extents else 0.0

    def outline(self, character: str) -> tuple[Stroke, ...]:
        """The outline of a character as moves, lines and curves, y upwards."""
        pen = _Pen(self.scale)
        self.hb_font.draw_glyph_with_pen(self.glyph(character), pen)
        return tuple(pen.strokes)

    def _shape_word(self, word: str) -> tuple[int, ...]:
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.direction, buffer.script, buffer.language = "ltr", "Latn", "en"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self.hb_font, buffer, _PLAIN_LATIN)
        advances = [0] * len(word)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            advances[info.cluster] += round(position.x_advance * self.scale)
        return tuple(advances)

    def _halt(self, mark: str) -> tuple[int, int]:
        full, _ = self._shape_mark(mark, {})
        half, shift = self._shape_mark(mark, {"halt": True})
        if full != half:
            return -shift, full - half + shift
        return self._ink_trims(mark) if full >= EM - 10 else (0, 0)

    def _shape_mark(self, mark: str, features: Mapping[str, bool]) -> tuple[int, int]:
        buffer = hb.Buffer()
        buffer.add_str(mark)
        buffer.direction, buffer.script, buffer.language = "ltr", "Hani", "zh-Hans"
        hb.shape(self.hb_font, buffer, dict(features))
        position = buffer.glyph_positions[0]
        return round(position.x_advance * self.scale), round(position.x_offset * self.scale)

    def _ink_trims(self, mark: str) -> tuple[int, int]:
        extents = self.hb_font.get_glyph_extents(self.glyph(mark))
        if extents is None:
            return 0, 0
        left = extents.x_bearing * self.scale
        right = left + extents.width * self.scale
        if right <= EM * 0.55:
            return 0, EM // 2
        return (EM // 2, 0) if left >= EM * 0.45 else (0, 0)


class _Advances(dict[str, int]):
    """Character to its advance, filled as characters are met."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, character: str) -> int:
        glyph = self.face.glyph(character)
        advance: int = round(self.face.hb_font.get_glyph_h_advance(glyph) * self.face.scale)
        self[character] = advance
        return advance


class SizedFace:
    """A face at one size: lengths in pt, kept as they are asked for."""

    def __init__(self, face: Face, size: float) -> None:
        self.advances = _SizedAdvances(face, size / EM)
        self.words = _SizedWords(face, size / EM)


class SizedWord(Struct, frozen=True):
    """The kerned advance of each character of a Latin word, and which differ from their own."""

    advances: tuple[float, ...]
    kerns: tuple[tuple[int, float], ...]


class _SizedAdvances(dict[str, float]):
    def __init__(self, face: Face, scale: float) -> None:
        super().__init__()
        self.face = face
        self.scale = scale

    def __missing__(self, character: str) -> float:
        advance = self[character] = self.face.advances[character] * self.scale
        return advance


class _SizedWords(dict[str, SizedWord]):
    def __init__(self, face: Face, scale: float) -> None:
        super().__init__()
        self.face = face
        self.scale = scale

    def __missing__(self, word: str) -> SizedWord:
        own = [self.face.advances[character] * self.scale for character in word]
        advances = tuple(advance * self.scale for advance in self.face.word_advances(word))
        kerns = enumerate(map(sub, advances, own))
        kept = tuple((at, kern) for at, kern in kerns if abs(kern) > _NEGLIGIBLE)
        sized = self[word] = SizedWord(advances, kept)
        return sized


class Typefaces(Struct, frozen=True, eq=False):
    """The faces that a style may use, opened when first needed; a house's own files come first."""

    catalogue: Mapping[str, FaceFile]
    fallback: tuple[str, ...]
    opened: dict[str, Face]
    shown: set[str] = set()

    def face(self, name: str) -> Face:
        """The face of an id; raises BriefError if there is none or its file cannot be read."""
        face = self.opened.get(name)
        if face is None:
            face = self.opened[name] = self._open(name)
        return face

    def lacks(self, words: str) -> list[str]:
        """The characters of some words that no face can show, each asked of the faces once."""
        if self.shown.issuperset(words):
            return []
        unknown = [each for each in dict.fromkeys(words) if each not in self.shown]
        lacking = [
            each for each in unknown if not any(self.face(name).has(each) for name in self.fallback)
        ]
        self.shown.update(set(unknown).difference(lacking))
        return lacking

    def _open(self, name: str) -> Face:
        file = self.catalogue.get(name)
        if file is None:
            known = ", ".join(self.catalogue)
            raise BriefError([error(say("face-unknown", name=name, known=known))])
        try:
            face = Face(file)
        except (OSError, ValueError, hb.HarfBuzzError) as failure:
            span = Span(file.path.as_posix())
            raise BriefError([error(say("face-unreadable", name=name), span)]) from failure
        if "glyf" not in face.hb_face.table_tags:
            raise BriefError([error(say("face-kind", name=name), Span(file.path.as_posix()))])
        return face


def open_typefaces(catalogue: Mapping[str, FaceFile], style: Style) -> Typefaces:
    """The catalogue with a house's own files laid over it."""
    own = {name: name_face(name, Path(path)) for name, path in style.faces.items()}
    files = {**catalogue, **own}
    return Typefaces(files, _all_faces(style), {})


def _all_faces(style: Style) -> tuple[str, ...]:
    """The faces to look through for a character: the fallback first, then all that roles use."""
    used = (
        name
        for role in style.roles.values()
        for each in (role.zh, role.en)
        for name in (each.han, each.latin)
    )
    return tuple(dict.fromkeys((*style.fallback, *used)))
