"""The faces in `fonts/` and a house's own: which file a face id means, and what it is called."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

CATALOGUE_FILE = "catalogue.toml"
_CHINESE = "zh-cn"
_STYLES = frozenset({"Regular", "Bold", "Italic", "Bold Italic"})


class FaceFile(Struct, frozen=True):
    """A font file and its names: ours, the Chinese one, and the official font it stands in for.

    `substitute` is another name of the official font, or what systems without it have instead.
    """

    id: str
    path: Path
    family: str
    family_zh: str
    postscript: str
    style: str
    official: str
    licence: str
    upstream: str
    substitute: str = ""


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
        substitute=entry.get("substitute", ""),
    )


def name_face(name: str, path: Path) -> FaceFile:
    """A house's own font file by the names inside it: Word finds an installed font by these.

    A file that cannot be read goes by its own name; who opens the face says what is wrong.
    """
    import uharfbuzz as hb

    try:
        face = hb.Face(hb.Blob.from_file_path(str(path)))
        names = {each.name_id: face.get_name(each.name_id) for each in face.list_names()}
        chinese = face.get_name(hb.OTNameIdPredefined.FONT_FAMILY, _CHINESE)
    except (OSError, ValueError, hb.HarfBuzzError):
        names, chinese = {}, None
    stem = path.stem
    family = names.get(hb.OTNameIdPredefined.FONT_FAMILY) or stem
    postscript = names.get(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or stem.replace(" ", "")
    style = names.get(hb.OTNameIdPredefined.FONT_SUBFAMILY) or ""
    return FaceFile(
        id=name,
        path=path,
        family=chinese or family,
        family_zh=chinese or family,
        postscript=postscript,
        style=style if style in _STYLES else "Regular",
        official=chinese or family,
        licence="",
        upstream="",
        substitute=family if chinese else "",
    )


def officially_named(faces: Mapping[str, FaceFile]) -> dict[str, FaceFile]:
    """Faces under the names of the official fonts that they stand in for."""
    return {
        name: replace(file, family=file.official, family_zh=file.official)
        for name, file in faces.items()
    }
