"""What a house sets with, kept in the user's folder from run to run.

A kept file holds what it was made from: the modules that make a Style, the version of Python, and
every file that was read for it. If anything differs, or the file cannot be read, it is as if there
were none. It must lie where only the user writes, since it names classes to make.
"""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from makebrief.errors import BriefError
from makebrief.files import write_whole
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
    try:
        made_from, files, absent, checksum, data = pickle.loads(_file(folder, kept).read_bytes())
        right = (
            made_from == _made_from()
            and checksum == crc32(data)
            and all(Path(path).read_bytes() == content for path, content in files.items())
            and not any(Path(path).exists() for path in absent)
        )
        outfit: Outfit | None = pickle.loads(data) if right else None
    except Exception:  # a damaged pickle may raise anything
        return None
    return outfit


def keep_outfit(outfit: Outfit, kept: Path) -> None:
    """Leaves what a house sets with for later runs, whole or not at all.

    A folder that is named from where the program runs is another one elsewhere, and is not kept.
    """
    folder = outfit.folders[0]
    if not folder.is_absolute():
        return
    read = (*(each / STYLE_FILE for each in outfit.folders), fonts_folder() / CATALOGUE_FILE)
    data = pickle.dumps(outfit)
    with suppress(BriefError, OSError):
        files = {str(path): path.read_bytes() for path in read}
        content = (_made_from(), files, _passed_over(outfit.folders), crc32(data), data)
        write_whole(_file(folder, kept), pickle.dumps(content))


def _passed_over(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """The styles that would be extended if they were there: a folder's own comes before ours."""
    beside = ((child / parent.name, parent) for child, parent in pairwise(folders))
    return tuple(str(each / STYLE_FILE) for each, parent in beside if each != parent)


def _made_from() -> bytes:
    """Everything that an outfit follows from but the files of its house."""
    modules = (_PACKAGE / name for name in MAKING)
    return b"\0".join((sys.version.encode(), *(file.read_bytes() for file in modules)))


def _file(folder: Path, kept: Path) -> Path:
    return kept / "outfits" / f"{folder.name}-{crc32(str(folder).encode()):08x}"
