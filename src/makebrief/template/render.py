"""Content and a Jinja template into the XML of the closed vocabulary."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from msgspec import Struct

from makebrief.errors import BriefError, Diagnostic, Span, error
from makebrief.files import write_whole
from makebrief.messages import say
from makebrief.template.markup import TemplateFile
from makebrief.template.sandbox import BoundedEnvironment

_FAILURES = (
    jinja2.TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    MemoryError,
)
DEPARTMENT = "department.xml.j2"
CONSOLIDATED = "consolidated.xml.j2"
AUDIT = "audit.xml.j2"


class TemplateFolder(Struct, frozen=True):
    """A template's folder, then those it extends, then that of the shipped ones.

    A file that a folder lacks is taken from the next; macros may be imported from all.
    `compiled` is where compiled templates are kept from run to run. It must be a folder that only
    the user writes to: what lies there is run as code, so a template's own folder will not do.
    """

    folders: tuple[Path, ...]
    compiled: Path | None = None

    @property
    def folder(self) -> Path:
        """The template's own folder."""
        return self.folders[0]

    def environment(self) -> BoundedEnvironment:
        """A sandbox that sees these folders' templates and nothing else."""
        loader = jinja2.FileSystemLoader(self.folders)
        return BoundedEnvironment(
            loader=loader,
            bytecode_cache=CompiledTemplates(self.compiled) if self.compiled else None,
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )


class CompiledTemplates(jinja2.BytecodeCache):
    """Compiled templates in a folder; one that cannot be read or written is compiled again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills a bucket from its file; a stale or broken one is left out."""
        try:
            with (self.folder / bucket.key).open("rb") as file:
                bucket.load_bytecode(file)
        except (OSError, EOFError, ValueError, TypeError, pickle.UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a bucket in its file, whole or not at all."""
        if sys.dont_write_bytecode:
            return
        with suppress(BriefError):
            write_whole(self.folder / bucket.key, bucket.bytecode_to_string())


def render_template(
    environment: BoundedEnvironment, name: str, values: Mapping[str, Any], folder: Path
) -> tuple[str, tuple[TemplateFile, ...]]:
    """The XML that a template yields and the template files for positions; raises BriefError."""
    environment.restart()
    try:
        template = environment.get_template(name)
        xml = template.render(values)
    except jinja2.TemplateNotFound as failure:
        missing = failure.name or name
        span = Span((folder / name).as_posix())
        raise BriefError([error(say("template-missing", name=missing), span)]) from failure
    except jinja2.TemplateSyntaxError as failure:
        span = Span(failure.filename or failure.name or name, failure.lineno)
        message = say("template-syntax", problem=failure.message or "")
        raise BriefError([error(message, span)]) from failure
    except SecurityError as failure:
        raise BriefError([_failed("template-unsafe", failure, folder / name)]) from failure
    except jinja2.UndefinedError as failure:
        raise BriefError([_failed("template-undefined", failure, folder / name)]) from failure
    except _FAILURES as failure:
        raise BriefError([_failed("template-failed", failure, folder / name)]) from failure
    return xml, template_files(environment, folder)


def template_files(environment: jinja2.Environment, folder: Path) -> tuple[TemplateFile, ...]:
    """The template folder's own files first, then the shipped ones that it may have imported."""
    loader = environment.loader
    paths = sorted(folder.glob("*.j2"))
    if isinstance(loader, jinja2.FileSystemLoader):
        for other in map(Path, loader.searchpath[1:]):
            more = (*sorted(other.glob("*.j2")), *sorted(other.glob("*/*.j2")))
            paths += [path for path in more if path not in paths]
    return tuple(
        TemplateFile(path.as_posix(), path.read_text("utf-8", "replace")) for path in paths
    )


def _failed(key: str, failure: BaseException, template: Path) -> Diagnostic:
    """A failure while a template ran, at the template's line that Jinja left in the traceback."""
    file, line = template.as_posix(), 1
    trace = failure.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".j2"):
            file, line = name, trace.tb_lineno
        trace = trace.tb_next
    return error(say(key, problem=str(failure)), Span(Path(file).as_posix(), line))
