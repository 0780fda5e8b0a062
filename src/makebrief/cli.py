"""The make-brief command: arguments in, files, findings and exit codes out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
from msgspec import Struct

from makebrief import __version__
from makebrief.console import (
    LocalCommand,
    LocalGroup,
    colour,
    styled,
    tell,
    user_language,
    words,
)
from makebrief.document.layouts import LAYOUTS
from makebrief.endings import CONTENT_WRONG, run_to_end
from makebrief.errors import BriefError, Diagnostic, in_order
from makebrief.typeface.embedding import EMBEDDINGS, Embedding
from makebrief.verdict import Findings, RefusedError, check_content, forbids, shown, summary

if TYPE_CHECKING:
    from makebrief.content.bundle import Bundle
    from makebrief.files import Staging
    from makebrief.helper import Helper
    from makebrief.inspection import Inspection
    from makebrief.order import Order, Result, Written

FORMATS = ("pdf", "docx")
FINDINGS = ("text", "json", "sarif", "github")
REPORTS = ("departments", "consolidated", "all")


def main(helper: Helper | None = None) -> NoReturn:
    """Runs the command line and exits: 0 done, 1 content or template wrong, 2 usage."""
    run_to_end(cli, helper)


def report(diagnostics: Iterable[Diagnostic]) -> None:
    """Prints findings on stderr in the user's language, in the order of their places."""
    for diagnostic in in_order(diagnostics):
        tell(styled(diagnostic.text(user_language())))


def _summarise(diagnostics: tuple[Diagnostic, ...], *, written: bool = False) -> None:
    if message := summary(diagnostics, written=written):
        tell(message.text(user_language()))


class ReportingCommand(LocalCommand):
    """A command that prints what is wrong with content, in the colours it was asked for."""

    def invoke(self, context: click.Context) -> Any:
        """Runs the command; 1 if the content or a template is wrong."""
        try:
            return super().invoke(context)
        except BriefError as failure:
            report(failure.diagnostics)
            return CONTENT_WRONG


@click.group(cls=LocalGroup, help="help-group")
@click.version_option(__version__, prog_name="make-brief", help="help-version")
def cli() -> None:
    """Bilingual press briefings from YAML."""


class BuildOptions(Struct, frozen=True):
    """What the build command was told."""

    series: str | None
    formats: tuple[str, ...]
    report: str
    departments: tuple[str, ...]
    layout: str | None
    template: str | None
    output: str
    jobs: int | None
    embed_fonts: Embedding | None
    official_fonts: bool
    strict: bool
    quiet: bool
    verbose: bool


@cli.command(cls=ReportingCommand, help="help-build", short_help="help-build-short")
@click.argument("series", required=False)
@click.option(
    "-f", "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="help-format"
)
@click.option(
    "-r", "--report", type=click.Choice(REPORTS), default="departments", help="help-report"
)
@click.option(
    "-d", "--department", "departments", multiple=True, metavar="ID", help="help-department"
)
@click.option("-l", "--layout", type=click.Choice(tuple(LAYOUTS)), help="help-layout")
@click.option("-t", "--template", metavar="NAME", help="help-template")
@click.option("-o", "--output", default="out", metavar="DIR", help="help-output")
@click.option("-j", "--jobs", type=click.IntRange(1, 256), metavar="N", help="help-jobs")
@click.option("--embed-fonts", type=click.Choice(EMBEDDINGS), help="help-embed-fonts")
@click.option("--official-fonts", is_flag=True, help="help-official-fonts")
@click.option("--strict", is_flag=True, help="help-strict")
@click.option("-q", "--quiet", is_flag=True, help="help-quiet")
@click.option("-v", "--verbose", is_flag=True, help="help-verbose")
@colour
def build(**options: Any) -> int:
    """Sets the briefings of a series."""
    return run_build(BuildOptions(**options), click.get_current_context().obj)


def run_build(options: BuildOptions, helper: Helper | None = None) -> int:
    """Loads, checks, sets and writes; nothing is written unless everything could be set."""
    from makebrief.content.load import load_bundle

    bundle = load_bundle(_find(options.series, quiet=options.quiet), _kept())
    if helper:
        helper.learn(bundle)
    from makebrief.files import Staging

    with closing(Staging()) as staging:
        return _build(bundle, options, helper, staging)


def _build(bundle: Bundle, options: BuildOptions, helper: Helper | None, staging: Staging) -> int:
    """Checks, sets and writes what was loaded."""
    from makebrief.order import stage_rendered, write_rendered

    findings = Findings()
    folder = Path(options.output) / bundle.name
    waiting: list[Result] = []

    def stage(result: Result) -> None:
        waiting.append(result)
        while findings.passed and waiting:
            if rendered := waiting.pop().rendered:
                stage_rendered(rendered, folder, staging)

    results: list[Result] = []
    with suppress(RefusedError):
        checking = check_content(bundle, findings, strict=options.strict)
        results = _set(bundle, options, helper, checking, stage)
    if _refused(tuple(findings.all), strict=options.strict, quiet=options.quiet):
        return CONTENT_WRONG
    wrong = tuple(dict.fromkeys(each for result in results for each in result.diagnostics))
    if wrong:
        report(wrong)
        _summarise(wrong)
        return CONTENT_WRONG
    if options.verbose:
        for result in results:
            tell(words("verbose-time", name=result.name, seconds=f"{result.seconds:.2f}"))
    documents = [result.rendered for result in results if result.rendered]
    for written in write_rendered(documents, folder, staging):
        if not options.quiet:
            _echo_written(written)
    return 0


def _set(
    bundle: Bundle,
    options: BuildOptions,
    helper: Helper | None,
    checking: Iterator[None],
    stage: Callable[[Result], None],
) -> list[Result]:
    """The documents, set by other processes where there are any while this one checks the texts."""
    from makebrief.progress import Progress
    from makebrief.workers import Task, choose_jobs, set_documents

    order = _order(bundle, options)
    task = Task(bundle, order, choose_jobs(options.jobs, len(order.names)), helper)
    if options.verbose:
        name, template = bundle.name, order.outfit.folders[0].name
        tell(words("verbose-series", name=name, template=template, layout=order.layout))
    with Progress(len(order.names), shown=not options.quiet) as progress:

        def done(result: Result) -> None:
            progress.done(result.name)
            stage(result)

        return set_documents(task, done, checking)


def _echo_written(written: Written) -> None:
    pages = words("written-pages", pages=written.pages) if written.pages else ""
    size = f"{written.size / 1024:,.0f} KB"
    click.echo(words("written", path=written.path, pages=pages, size=size))


def _find(series: str | None, *, quiet: bool) -> Path:
    """The folder of the series that is meant; says which if there was a choice."""
    from makebrief.content.find import find_series

    found = find_series(series, Path())
    if found.among > 1 and not quiet:
        tell(words("series-chosen", name=found.folder.name, count=found.among))
    return found.folder


def _refused(diagnostics: tuple[Diagnostic, ...], *, strict: bool, quiet: bool) -> bool:
    """Prints errors and warnings; whether they forbid going on."""
    diagnostics = tuple(each for each in diagnostics if each.severity != "hint")
    report(shown(diagnostics, strict=strict, quiet=quiet))
    refused = forbids(diagnostics, strict=strict)
    if refused:
        if not any(each.severity == "error" for each in diagnostics):
            tell(words("strict"))
        _summarise(diagnostics)
    return refused


def _kept() -> Path:
    """The user's folder for what can be made again."""
    from makebrief.resources import cache_folder

    return cache_folder(os.environ, Path.home())


def _order(bundle: Bundle, options: BuildOptions) -> Order:
    from makebrief.content.bundle import CONSOLIDATED
    from makebrief.order import Order
    from makebrief.style.load import choose_template, load_outfit

    series = bundle.series.content
    for name in options.departments:
        if name not in bundle.briefs:
            known = ", ".join(bundle.briefs)
            problem = words("department-option", name=name, known=known)
            raise click.UsageError(problem, click.get_current_context())
    departments = tuple(
        name for name in bundle.briefs if name in (options.departments or bundle.briefs)
    )
    names = departments if options.report in {"departments", "all"} else ()
    if options.report in {"consolidated", "all"}:
        names = (*names, CONSOLIDATED)
    return Order(
        names=names,
        layout=options.layout or series.layout,
        outfit=load_outfit(choose_template(options.template, bundle), _kept()),
        formats=tuple(name for name in FORMATS if name in (options.formats or FORMATS)),  # type: ignore[misc]
        kept=_kept(),
        embedding=_embedding(options),
        official_fonts=options.official_fonts,
    )


def _embedding(options: BuildOptions) -> Embedding:
    """Which faces Word files carry: none if they name the official fonts, whose files we lack."""
    if not options.official_fonts:
        return options.embed_fonts or "edit"
    if options.embed_fonts not in {None, "none"}:
        raise click.UsageError(words("fonts-option"), click.get_current_context())
    return "none"


class CheckOptions(Struct, frozen=True):
    """What the check command was told."""

    series: str | None
    layout: bool
    audit: bool
    output: str
    fix: bool
    accept: bool
    only: tuple[str, ...]
    strict: bool
    output_format: str
    template: str | None
    quiet: bool

    @property
    def silent(self) -> bool:
        """Whether nothing but findings may be printed."""
        return self.quiet or self.output_format != "text"


@cli.command(cls=ReportingCommand, help="help-check", short_help="help-check-short")
@click.argument("series", required=False)
@click.option("--layout", is_flag=True, help="help-check-layout")
@click.option("--audit", is_flag=True, help="help-check-audit")
@click.option("-o", "--output", default="out", metavar="DIR", help="help-check-output")
@click.option("--fix", is_flag=True, help="help-check-fix")
@click.option("--accept", is_flag=True, help="help-check-accept")
@click.option("--only", multiple=True, metavar="PLACE", help="help-check-only")
@click.option("--strict", is_flag=True, help="help-strict")
@click.option(
    "--output-format", type=click.Choice(FINDINGS), default="text", help="help-output-format"
)
@click.option("--json", "output_format", flag_value="json", help="help-json")
@click.option("-t", "--template", metavar="NAME", help="help-template")
@click.option("-q", "--quiet", is_flag=True, help="help-quiet")
@colour
def check(**options: Any) -> int:
    """Checks a series; without --fix, --accept and --audit nothing is written."""
    return run_check(CheckOptions(**options))


def run_check(options: CheckOptions) -> int:
    """Loads and checks, mends, confirms and reads the finished pages if asked; reports.

    The audit sheet, if asked for, is written only if nothing is wrong.
    """
    try:
        done = _inspect(options)
        diagnostics = done.found
    except BriefError as failure:
        done, diagnostics = None, failure.diagnostics
    if options.output_format == "text":
        report(shown(diagnostics, strict=options.strict, quiet=options.quiet))
        _summarise(diagnostics, written=options.fix or options.accept)
        if done and not diagnostics and not options.quiet:
            for praise in done.praise():
                click.echo(praise.text(user_language()))
    else:
        from makebrief.reports import REPORTERS

        click.echo(REPORTERS[options.output_format](in_order(diagnostics), Path.cwd()))
    if done and options.audit and not any(each.severity == "error" for each in diagnostics):
        _write_audit(done.bundle, options)
    return CONTENT_WRONG if forbids(diagnostics, strict=options.strict) else 0


def _inspect(options: CheckOptions) -> Inspection:
    from makebrief.inspection import Request, UnknownPlaceError, inspect_series
    from makebrief.pipeline import check_documents
    from makebrief.style.load import choose_template

    def set_and_check(bundle: Bundle) -> tuple[Diagnostic, ...]:
        template = choose_template(options.template, bundle)
        return check_documents(bundle, template, _kept(), layout=options.layout)

    request = Request(options.only, options.fix, options.accept)
    folder = _find(options.series, quiet=options.silent)
    try:
        done = inspect_series(folder, request, _kept(), set_and_check)
    except UnknownPlaceError as failure:
        problem = words("place-unknown", place=str(failure))
        raise click.UsageError(problem, click.get_current_context()) from failure
    for deed in () if options.silent else done.deeds(request):
        click.echo(deed.text(user_language()))
    return done


def _write_audit(bundle: Bundle, options: CheckOptions) -> None:
    from makebrief.files import Staging
    from makebrief.order import write_rendered
    from makebrief.pipeline import audit_series
    from makebrief.style.load import choose_template

    sheet = audit_series(bundle, choose_template(options.template, bundle))
    with closing(Staging()) as staging:
        for written in write_rendered([sheet], Path(options.output) / bundle.name, staging):
            if not options.silent:
                _echo_written(written)


@cli.command(cls=ReportingCommand, help="help-schema", short_help="help-schema-short")
@click.argument("name", type=click.Choice(("series", "brief")), default="brief")
@colour
def schema(name: str) -> int:
    """Prints a JSON Schema."""
    from makebrief.content.schema import json_schema

    click.echo(json_schema(name), nl=False)
    return 0


@cli.command(cls=ReportingCommand, help="help-fonts", short_help="help-fonts-short")
@click.argument("text", required=False)
@click.option("--json", "as_json", is_flag=True, help="help-json")
@colour
def fonts(text: str | None, *, as_json: bool) -> int:
    """Shows the fonts, and what a text would lack."""
    from makebrief.typeface.overview import font_table, font_text

    table = font_table(text or "")
    if as_json:
        import json

        click.echo(json.dumps(table, ensure_ascii=False, indent=2))
    else:
        click.echo(font_text(table, text or "", words))
    nobody = bool(table) and bool(set.intersection(*(set(each["lacks"]) for each in table)))
    return CONTENT_WRONG if nobody else 0
