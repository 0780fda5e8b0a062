"""A series' folder into frozen models, or every mistake in all its files at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Generic, TypeVar

from msgspec import Struct
from pydantic_core import ValidationError

from makebrief.content.models import Brief, Series
from makebrief.content.source import Path, Source, closest, load_source
from makebrief.content.wording import explain
from makebrief.errors import BriefError, Diagnostic, Span, error
from makebrief.messages import say
from makebrief.validation.model import Model
from makebrief.validation.validator import validate

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


def load_bundle(folder: FilePath, kept: FilePath | None = None) -> Bundle:
    """Reads a series' folder; raises BriefError with all that is wrong in any of its files.

    `kept` is the user's folder for what pydantic makes of the models, if it is to be kept.
    """
    diagnostics: list[Diagnostic] = []
    series = _collect(folder / SERIES_FILE, Series, kept, diagnostics)
    briefs: dict[str, Loaded[Brief]] = {}
    for name in sorted(_department_files(folder)):
        path = folder / f"{name}.yaml"
        if brief := _collect(path, Brief, kept, diagnostics):
            briefs[name] = brief
    if series is None:
        raise BriefError(diagnostics)
    diagnostics += _departments_listed(folder, series)
    if diagnostics:
        raise BriefError(diagnostics)
    order = series.content.departments
    return Bundle(folder, series, {name: briefs[name] for name in order})


def load_file(
    path: FilePath, model: type[Content], kept: FilePath | None = None
) -> Loaded[Content]:
    """One YAML file as a model; raises BriefError with every finding in it."""
    source = load_source(path)
    try:
        return Loaded(validate(model, source.data, kept), source)
    except ValidationError as failure:
        findings = failure.errors(include_url=False)
        raise BriefError(explain(findings, source, model)) from failure


def _collect(
    path: FilePath,
    model: type[Content],
    kept: FilePath | None,
    diagnostics: list[Diagnostic],
) -> Loaded[Content] | None:
    try:
        return load_file(path, model, kept)
    except BriefError as failure:
        diagnostics += failure.diagnostics
        return None


def _department_files(folder: FilePath) -> set[str]:
    if not folder.is_dir():
        return set()
    files = {path.stem for path in folder.iterdir() if path.suffix == ".yaml"}
    return files - {SERIES}


def _departments_listed(folder: FilePath, series: Loaded[Series]) -> Iterator[Diagnostic]:
    present = _department_files(folder)
    listed = series.content.departments
    for index, name in enumerate(listed):
        span = series.source.value(("departments", index))
        if name in RESERVED:
            yield error(say("department-reserved", name=name), span)
        if name in listed[:index]:
            yield error(say("department-twice", name=name), span)
        elif name not in present:
            near = closest(name, sorted(present - set(listed)))
            hints = [say("hint-did-you-mean", name=near)] if near else []
            yield error(say("department-absent", name=f"{name}.yaml"), span, *hints)
    for path in sorted(folder.glob("*.yml")):
        yield error(say("file-yml", name=f"{path.stem}.yaml"), Span(path.as_posix()))
    for name in sorted(present - set(listed)):
        span = Span((folder / f"{name}.yaml").as_posix())
        yield error(say("department-unlisted", name=name), span, say("hint-list-department"))


def show_path(path: Path) -> str:
    """A path as people write it: `sections[2].blocks[0].text.zh`."""
    shown = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return shown.lstrip(".")


_PATH_PART = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def read_path(shown: str) -> Path:
    """The path that `show_path` wrote."""
    parts = _PATH_PART.finditer(shown)
    return tuple(int(found[1]) if found[1] else found[2] for found in parts)
