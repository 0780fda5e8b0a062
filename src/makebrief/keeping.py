"""What is made again only if what it was made from has changed: kept whole, or as if never kept.

A kept file must lie where only the user writes, since it names what to make.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from makebrief.errors import BriefError


def read_kept(file: Path, is_right: Callable[[Any], bool]) -> Any | None:
    """What an earlier run kept, if what it was made from is right still and the file is whole."""
    try:
        made_from, checksum, data = pickle.loads(file.read_bytes())
        whole = is_right(made_from) and checksum == crc32(data)
        return pickle.loads(data) if whole else None
    except Exception:  # a damaged pickle may raise anything
        return None


def write_kept(file: Path, made_from: object, made: object) -> None:
    """Keeps something for later runs with what it was made from, whole or not at all."""
    from makebrief.files import write_whole

    data = pickle.dumps(made)
    with suppress(BriefError):
        write_whole(file, pickle.dumps((made_from, crc32(data), data)))
