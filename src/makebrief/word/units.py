"""Lengths as Word wants them: twips, half-points, EMU, hundredths of a character."""

from __future__ import annotations

TWIPS_PER_POINT = 20
_TWIPS_PER_MM = 1440 / 25.4
_EMU_PER_POINT = 12700


def twips(points: float) -> int:
    """Points in twentieths of a point."""
    return round(points * TWIPS_PER_POINT)


def twips_from_mm(length: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(length * _TWIPS_PER_MM)


def half_points(size: float) -> int:
    """A font size in half-points, the finest that Word knows."""
    return round(size * 2)


def eighths(width: float) -> int:
    """The width of a rule in eighths of a point; Word draws none below two of them."""
    return max(2, round(width * 8))


def emu(length: float) -> int:
    """Points in English metric units."""
    return round(length * _EMU_PER_POINT)
