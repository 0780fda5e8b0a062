"""What a house sets with, kept in the user's folder from run to run.

A kept file holds what it was made from: the modules that make a Style, the version of Python, and
every file that was read for it. If anything differs, or the file cannot be read, it is as if there
were none.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from makebrief.keeping import read_kept, write_kept
from makebrief.resources import fonts_folder
from makebrief.style.model import STYLE_FILE, Outfit
from makebrief.typeface.catalogue import CATALOGUE_FILE

_PACKAGE = Path(__file__).parents[1]
MAKING = (
    *("style/load.py", "style/model.py", "style/kinds.py", "style/patterns.py"),
    *("typeface/catalogue.py", "content/parse.py", "validation/model.py"),
)
"""The modules that a Style and a catalogue of faces are made by."""


def kept_outfit(folder: Path, kept: Path) -> Outfit | None:
    """What a template folder sets with as an earlier run left it, if it is still right."""
    outfit: Outfit | None = read_kept(_file(folder, kept), _is_right)
    return outfit


def keep_outfit(outfit: Outfit, kept: Path) -> None:
    """Leaves what a house sets with for later runs, whole or not at all.

    A folder that is named from where the program runs is another one elsewhere, and is not kept.
    """
    folder = outfit.folders[0]
    if not folder.is_absolute():
        return
    read = (*(each / STYLE_FILE for each in outfit.folders), fonts_folder() / CATALOGUE_FILE)
    with suppress(OSError):
        files = {str(path): path.read_bytes() for path in read}
        made_from = (_makers(), files, _passed_over(outfit.folders))
        write_kept(_file(folder, kept), made_from, outfit)


def _is_right(made_from: tuple[bytes, dict[str, bytes], tuple[str, ...]]) -> bool:
    makers, files, absent = made_from
    return (
        makers == _makers()
        and all(Path(path).read_bytes() == content for path, content in files.items())
        and not any(Path(path).exists() for path in absent)
    )


def _passed_over(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """The styles that would be extended if they were there: a folder's own comes before ours."""
    beside = ((child / parent.name, parent) for child, parent in pairwise(folders))
    return tuple(str(each / STYLE_FILE) for each, parent in beside if each != parent)


def _makers() -> bytes:
    """Everything that an outfit follows from but the files of its house."""
    modules = (_PACKAGE / name for name in MAKING)
    return b"\0".join((sys.version.encode(), *(file.read_bytes() for file in modules)))


def _file(folder: Path, kept: Path) -> Path:
    return kept / "outfits" / f"{folder.name}-{crc32(str(folder).encode()):08x}"
