"""Where the shipped fonts and templates lie: in the wheel, or in the checkout beside it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from makebrief import __version__

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def fonts_folder() -> Path:
    """The folder with the faces and their catalogue."""
    return _folder("fonts")


def templates_folder() -> Path:
    """The folder with the shipped templates."""
    return _folder("templates")


def cache_folder(environment: Mapping[str, str], home: Path) -> Path:
    """The user's own folder for what can be made again, where the system keeps such things."""
    if sys.platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(environment.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "make-brief" / __version__


def _folder(name: str) -> Path:
    shipped = _PACKAGE / "data" / name
    return shipped if shipped.is_dir() else _CHECKOUT / name
