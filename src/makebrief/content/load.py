"""A series' folder into frozen models, or every mistake in all its files at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import TypeVar

from makebrief.content.bundle import RESERVED, SERIES, SERIES_FILE, Bundle, Loaded
from makebrief.content.models import Brief, Series
from makebrief.content.parse import load_source
from makebrief.content.source import closest
from makebrief.content.wording import explain
from makebrief.errors import BriefError, Diagnostic, Span, error
from makebrief.messages import say
from makebrief.validation.core import ValidationError
from makebrief.validation.model import Model
from makebrief.validation.validator import validate

Content = TypeVar("Content", bound=Model)


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
