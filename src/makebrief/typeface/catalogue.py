"""The faces in `fonts/` and a house's own: which file a face id means, and what it is called."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

CATALOGUE_FILE = "catalogue.toml"


class FaceFile(Struct, frozen=True):
    """A font file and its names: ours, the Chinese one, and the official font it stands in for."""

    id: str
    path: Path
    family: str
    family_zh: str
    postscript: str
    style: str
    official: str
    licence: str
    upstream: str


def load_catalogue(fonts: Path) -> dict[str, FaceFile]:
    """Every face of a `fonts/` folder by its id."""
    import tomllib

    table = tomllib.loads((fonts / CATALOGUE_FILE).read_text(encoding="utf-8"))
    return {name: _face_file(name, entry, fonts) for name, entry in table.items()}


def _face_file(name: str, entry: Mapping[str, str], fonts: Path) -> FaceFile:
    return FaceFile(
        id=name,
        path=fonts / entry["file"],
        family=entry["family"],
        family_zh=entry.get("family_zh", entry["family"]),
        postscript=entry["postscript"],
        style=entry["style"],
        official=entry["official"],
        licence=entry["licence"],
        upstream=entry["upstream"],
    )
