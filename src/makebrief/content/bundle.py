"""A series with its departments' briefings, and the paths by which its texts are named."""

from __future__ import annotations

import re
from pathlib import Path as FilePath
from typing import Generic, TypeVar

from msgspec import Struct

from makebrief.content.models import Brief, Series
from makebrief.content.source import Path, Source
from makebrief.errors import Span
from makebrief.validation.model import Model

SERIES = "series"
"""The file id under which the series' own texts and totals are named."""

CONSOLIDATED = "consolidated"
"""The name of the consolidated report, as a department's id is that of its briefing."""

RESERVED = frozenset({SERIES, CONSOLIDATED, "template", "audit"})
"""Ids that a department cannot have, because files or paths of ours are called so."""

SERIES_FILE = f"{SERIES}.yaml"
Content = TypeVar("Content", bound=Model)


class Loaded(Struct, Generic[Content], frozen=True):
    """A validated file and the source that its positions come from."""

    content: Content
    source: Source


class Bundle(Struct, frozen=True):
    """A series with its departments' briefings, in the order of the series."""

    folder: FilePath
    series: Loaded[Series]
    briefs: dict[str, Loaded[Brief]]

    def content(self, file: str) -> Series | Brief:
        """The content of a file by its id: a department's, or `series`."""
        return self.series.content if file == SERIES else self.briefs[file].content

    def source(self, file: str) -> Source:
        """The source of a file by its id: a department's, or `series`."""
        return self.series.source if file == SERIES else self.briefs[file].source

    def locate(self, path: str, words: str = "") -> Span | None:
        """Where words stand in the text of a full content path; None if it is not content."""
        file, _, inside = path.partition(":")
        if file != SERIES and file not in self.briefs:
            return None
        return self.source(file).within(read_path(inside), words)

    @property
    def name(self) -> str:
        """The folder's name, which names the output folder too."""
        return self.folder.resolve().name


def show_path(path: Path) -> str:
    """A path as people write it: `sections[2].blocks[0].text.zh`."""
    shown = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return shown.lstrip(".")


_PATH_PART = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def read_path(shown: str) -> Path:
    """The path that `show_path` wrote."""
    parts = _PATH_PART.finditer(shown)
    return tuple(int(found[1]) if found[1] else found[2] for found in parts)
