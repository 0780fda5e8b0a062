"""Where the shipped fonts and templates lie: in the wheel, or in the checkout beside the package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def fonts_folder() -> Path:
    """The folder with the faces and their catalogue."""
    return _folder("fonts")


def templates_folder() -> Path:
    """The folder with the shipped templates."""
    return _folder("templates")


def _folder(name: str) -> Path:
    shipped = _PACKAGE / "data" / name
    return shipped if shipped.is_dir() else _CHECKOUT / name
