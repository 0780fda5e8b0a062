"""A bundle of content and a template folder into Documents, one a department or one for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from msgspec import Struct

from makebrief.content.bundle import SERIES, Bundle
from makebrief.content.dates import day_words, in_title_case, period_words
from makebrief.content.expose import PairMarkup, Scope, expose, expose_labelled, expose_pair
from makebrief.content.models import AnnexBlock, Pair, Term
from makebrief.content.pictures import read_picture
from makebrief.content.totals import all_figures
from makebrief.content.walk import walk
from makebrief.document.model import Document
from makebrief.errors import Span
from makebrief.style.model import Style
from makebrief.template.build import Surroundings, build_document
from makebrief.template.formalities import Owner, expose_formalities
from makebrief.template.markup import TemplateFile, find_words, parse_markup
from makebrief.template.render import (
    AUDIT,
    CONSOLIDATED,
    DEPARTMENT,
    TemplateFolder,
    render_template,
)
from makebrief.template.sandbox import BoundedEnvironment

if TYPE_CHECKING:
    from makebrief.audit.sheet import AuditPart, AuditRow


class House(Struct, frozen=True):
    """A template with its style and compiled environment, used for every document of a run."""

    folder: TemplateFolder
    style: Style
    environment: BoundedEnvironment


def load_house(folder: TemplateFolder, style: Style) -> House:
    """A template folder ready to render."""
    return House(folder, style, folder.environment())


class Compiler:
    """A bundle's documents by a house's templates; what they share is exposed once."""

    def __init__(self, bundle: Bundle, house: House) -> None:
        self.bundle = bundle
        self.house = house
        self.figures = all_figures(bundle)
        self.names = tuple(_names(bundle.series.content.glossary))
        self.shared = self._shared()

    def department(self, name: str) -> Document:
        """One department's Document; raises BriefError if the template or a text is wrong."""
        series = self._owner(SERIES)
        formal = expose_formalities((self._owner(name), series), series)
        values = {**self.shared, "brief": self._brief(name), "formal": formal}
        return self._document(DEPARTMENT, values)

    def consolidated(self) -> Document:
        """The consolidated report's Document; raises BriefError as for a department."""
        series = self._owner(SERIES)
        briefs = tuple(self._brief(name) for name in self.bundle.briefs)
        indexed = tuple(self._indexed(name) for name in self.bundle.briefs)
        values = {
            **self.shared,
            "formal": expose_formalities((series,), series),
            "briefs": briefs,
            "steps": any(brief["next_steps"] for brief in briefs),
            "indexed": tuple(each for each in indexed if each["figures"]),
        }
        return self._document(CONSOLIDATED, values)

    def audit(self, parts: tuple[AuditPart, ...]) -> Document:
        """The audit sheet's Document; raises BriefError as for a department."""
        exposed = tuple(
            {
                "name": part.name and self._pair(part.file, part.name),
                "rows": tuple(map(self._audited, part.rows)),
            }
            for part in parts
        )
        return self._document(AUDIT, {**self.shared, "parts": exposed})

    def _audited(self, row: AuditRow) -> dict[str, Any]:
        file, _, own = row.figure.rpartition(".")
        label = row.label or Pair(zh=own, en=own)
        return {
            "label": self._pair(file, label),
            "words": self._pair(file, row.words),
            "pages": row.page_words,
            "source": row.source,
            "as_of": self._pair(file, day_words(row.as_of)) if row.as_of else Markup("<zh/><en/>"),
        }

    def _pair(self, file: str, pair: Pair) -> PairMarkup:
        return expose_pair(pair, self._scope(file), ())

    def _document(self, template: str, values: Mapping[str, Any]) -> Document:
        folder = self.house.folder.folder
        xml, files = render_template(self.house.environment, template, values, folder)
        root = parse_markup(xml, files)
        around = Surroundings(
            date=self.bundle.series.content.date.isoformat(),
            locate=lambda path: self._locate(path, files),
            roles=frozenset(self.house.style.roles),
            names=self.names,
            picture=lambda file: read_picture(self.bundle.folder, file),
        )
        return build_document(root, around)

    def _shared(self) -> dict[str, Any]:
        series = self.bundle.series.content
        scope = self._scope(SERIES)
        period = period_words(series.period)
        return {
            "series": expose(series, scope),
            "period": expose_pair(period, scope, ("period",)),
            "period_title": expose_pair(in_title_case(period), scope, ("period",)),
            "date": expose_pair(day_words(series.date), scope, ("date",)),
        }

    def _brief(self, name: str) -> dict[str, Any]:
        brief = self.bundle.briefs[name].content
        scope = self._scope(name)
        exposed: dict[str, Any] = {"id": name, **expose(brief, scope)}
        exposed["annexes"] = tuple(
            expose(block.annex, scope, (*path, "annex")) for path, block in walk(brief, AnnexBlock)
        )
        return exposed

    def _indexed(self, name: str) -> dict[str, Any]:
        scope = self._scope(name)
        brief = self.bundle.briefs[name].content
        figures = tuple(
            expose_labelled(own, scope, ("figures", own))
            for own, figure in brief.figures.items()
            if figure.label
        )
        department = expose_pair(brief.department, scope, ("department",))
        return {"id": name, "department": department, "figures": figures}

    def _owner(self, file: str) -> Owner:
        return Owner(self.bundle.content(file), self._scope(file))

    def _scope(self, file: str) -> Scope:
        broken = self.bundle.source(file).texts_with_line_ends()
        return Scope(
            file=file,
            figures=self.figures,
            money=self.house.style.english_money,
            broken=broken,
            footnotes=self.bundle.content(file).footnotes,
        )

    def _locate(self, path: str, templates: tuple[TemplateFile, ...]) -> Span:
        """Where a content path stands in its YAML, or a template's words in the template."""
        return self.bundle.locate(path) or find_words(path.partition(":")[2], templates)


def _names(glossary: tuple[Term, ...]) -> Iterator[str]:
    """The names of a glossary in both languages, each at full length and short."""
    for term in glossary:
        yield from (name for name in (term.zh, term.en, term.short) if name)
