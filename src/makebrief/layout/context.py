"""What every part of the layout needs: the style and the faces it uses."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import Text
from makebrief.style.model import BODY, PageGeometry, Style, TextStyle
from makebrief.typeface.face import Typefaces

HAN_ASCENT = 0.88
"""The height of the em box above the baseline, in em."""


class Context(Struct, frozen=True):
    """The style and the opened faces of a layout, and the names that titles are not broken in."""

    style: Style
    faces: Typefaces
    names: tuple[str, ...] = ()

    @property
    def page(self) -> PageGeometry:
        """The page's geometry."""
        return self.style.page

    def text_style(self, role: str, text: Text, scale: float = 1.0) -> TextStyle:
        """How a text is set in a role, or in type so much smaller."""
        style = self.style.role(role).text_style(text.language)
        return style if scale == 1 else _scaled(style, scale)

    def pitch(self, style: TextStyle) -> float:
        """The line pitch of a text style in pt: its own, or the grid's."""
        return style.pitch or self.page.line_pitch

    def baseline(self, style: TextStyle) -> float:
        """The baseline in pt from the top of a line: the same for all sizes on the grid (L10)."""
        pitch = self.pitch(style)
        on_grid = pitch == self.page.line_pitch
        size = self.style.role(BODY).zh.size if on_grid else style.size
        return (pitch - size) / 2 + HAN_ASCENT * size

    def whole_lines(self, height: float) -> float:
        """A height in pt rounded up to whole lines of the grid."""
        pitch = self.page.line_pitch
        return -(-(height - 1e-6) // pitch) * pitch


@lru_cache(maxsize=64)
def _scaled(style: TextStyle, scale: float) -> TextStyle:
    """A text style in smaller type, its lines as much closer."""
    pitch = style.pitch * scale if style.pitch else None
    return replace(style, size=style.size * scale, pitch=pitch)
