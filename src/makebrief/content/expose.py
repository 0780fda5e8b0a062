"""Validated content into what a template may see: plain data, its texts already marked up.

A template gets dicts, tuples, numbers and strings, never our objects. Each pair of texts becomes
`<zh src="…">…</zh><en src="…">…</en>` with its content path, so that the path survives into the
Document, and through it into diagnostics, PDF tags and Word content controls.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from makebrief.content.aspects import aspect_words
from makebrief.content.bundle import SERIES, show_path
from makebrief.content.figures import figure_words, plain_number
from makebrief.content.inline import (
    BlockReference,
    FootnoteReference,
    Piece,
    Words,
    full_target,
    parse_inline,
)
from makebrief.content.leads import LEADS, NO_LEAD, Lead, is_number, list_lead
from makebrief.content.models import (
    FOOTNOTES,
    ChartContent,
    Column,
    Figure,
    Image,
    ItemList,
    KeyFiguresBlock,
    ListBlock,
    Pair,
    TableContent,
    Unit,
)
from makebrief.content.source import Path
from makebrief.content.walk import children
from makebrief.content.written import with_line_ends
from makebrief.messages import LANGUAGES, Language
from makebrief.validation.model import Model


class Scope(Struct, frozen=True):
    """What the names in a file's texts mean: the file's id and the figures it can name.

    `broken` holds the texts that are written on several lines, as they are written.
    """

    file: str
    figures: Mapping[str, Figure]
    money: str
    broken: Mapping[Path, str] = {}
    footnotes: Mapping[str, Pair] = {}

    def lines(self, text: str, path: Path) -> str:
        """A text with a line end where its author begins a new line."""
        written = self.broken.get(path)
        return with_line_ends(text, written) if written else text

    def find(self, name: str) -> tuple[str, Figure]:
        """A figure by the name a text uses, with its full name `department.figure`."""
        full = name if name in self.figures else f"{self.file}.{name}"
        return full, self.figures[full]


class PairMarkup(Markup):
    """A pair as `<zh>…</zh><en>…</en>`; `.zh` and `.en` are its parts for composed texts."""

    zh: Markup
    en: Markup


def expose(content: Any, scope: Scope, path: Path = ()) -> Any:
    """Content as a template sees it; figures named in texts are put into words."""
    special = _SPECIAL.get(type(content))
    if special:
        return special(content, scope, path)
    if isinstance(content, Model):
        return {
            name: expose_field(content, name, child, scope, (*path, name))
            for name, child in children(content)
        }
    if isinstance(content, tuple):
        return tuple(expose(child, scope, (*path, index)) for index, child in enumerate(content))
    if isinstance(content, Mapping):
        return {name: expose(child, scope, (*path, name)) for name, child in content.items()}
    return content.isoformat() if isinstance(content, date) else content


def expose_field(owner: Model, name: str | int, child: Any, scope: Scope, path: Path) -> Any:
    """A field of a model; its text, or the first of its texts, without what the look prints."""
    lead = LEADS.get((type(owner), str(name)))
    if lead and isinstance(child, Pair):
        return expose_pair(child, scope, path, lead)
    exposed = expose(child, scope, path)
    if lead and isinstance(child, tuple):
        return (expose_pair(child[0], scope, (*path, 0), lead), *exposed[1:])
    return exposed


def expose_pair(pair: Pair | Column, scope: Scope, path: Path, lead: Lead = NO_LEAD) -> PairMarkup:
    """Both texts of a pair, marked up; a missing translation is an empty `<en missing="yes"/>`."""
    chinese = _inside(lead.without(scope.lines(pair.zh, (*path, "zh")), "zh"), "zh", scope)
    source = source_of(scope, path)
    both = f'<zh src="{source}.zh">{chinese}</zh>'
    if pair.en is None:
        markup = PairMarkup(f'{both}<en missing="yes"/>')
        markup.en = Markup("<missing/>")
    else:
        english = _inside(lead.without(scope.lines(pair.en, (*path, "en")), "en"), "en", scope)
        markup = PairMarkup(f'{both}<en src="{source}.en">{english}</en>')
        markup.en = Markup(f'<part src="{source}.en">{english}</part>')
    markup.zh = Markup(f'<part src="{source}.zh">{chinese}</part>')
    return markup


def _expose_table(table: TableContent, scope: Scope, path: Path) -> dict[str, Any]:
    from makebrief.content.expose_tables import expose_table  # which needs this module's texts

    return expose_table(table, scope, path)


def _expose_list(block: ListBlock, scope: Scope, path: Path) -> dict[str, Any]:
    """A list; one whose items begin with their numbers is a numbered one without them."""
    written, home, numbered = block.list_, (*path, "list"), False
    if isinstance(written, ItemList):
        items, home, numbered = written.items, (*home, "items"), written.numbered
    else:
        items = written
    lead = list_lead(items)
    texts = tuple(expose_pair(each, scope, (*home, at), lead) for at, each in enumerate(items))
    if numbered or is_number(lead):
        return {"list": {"items": texts, "numbered": True}}
    return {"list": texts}


def _expose_key_figures(block: KeyFiguresBlock, scope: Scope, path: Path) -> dict[str, Any]:
    figures = tuple(
        expose_labelled(name, scope, (*path, "key_figures", index))
        for index, name in enumerate(block.key_figures)
    )
    return {"key_figures": figures}


def _expose_chart(chart: ChartContent, scope: Scope, path: Path) -> dict[str, Any]:
    series = tuple(
        {
            "label": expose(each.label, scope, (*path, "series", index, "label")),
            "values": tuple(
                _expose_value(value, scope, (*path, "series", index, "values", place))
                for place, value in enumerate(each.values)
            ),
        }
        for index, each in enumerate(chart.series)
    )
    categories = expose(chart.categories, scope, (*path, "categories"))
    return {
        "name": f"{scope.file}.{chart.name}" if chart.name else "",
        "kind": chart.kind,
        "caption": expose_pair(chart.caption, scope, (*path, "caption")),
        "categories": categories or tuple(value["label"] for value in series[0]["values"]),
        "series": series,
        "unit": expose(chart.unit, scope, (*path, "unit")),
        "note": expose_field(chart, "note", chart.note, scope, (*path, "note")),
        "source": expose_field(chart, "source", chart.source, scope, (*path, "source")),
    }


def _expose_image(image: Image, scope: Scope, path: Path) -> dict[str, Any]:
    return {
        "name": f"{scope.file}.{image.name}" if image.name else "",
        "file": image.file,
        "width": image.width,
        "caption": expose_pair(image.caption, scope, (*path, "caption")),
        "alt": expose_pair(image.alt, scope, (*path, "alt")),
    }


def _expose_value(value: str | int | Decimal, scope: Scope, path: Path) -> dict[str, Any]:
    if isinstance(value, str):
        return expose_figure(value, scope, path)
    return {"name": "", "words": expose_cell(value, scope, path), "label": None, "value": value}


def expose_cell(cell: Pair | str | int | Decimal, scope: Scope, path: Path) -> Markup:
    """A table cell: a pair, one text for both languages, or a number."""
    if isinstance(cell, Pair):
        return expose_pair(cell, scope, path)
    if isinstance(cell, str):
        source = source_of(scope, path)
        return Markup(
            "".join(
                f'<{language} src="{source}">{_inside(cell, language, scope)}</{language}>'
                for language in LANGUAGES
            )
        )
    words = {each: plain_number(cell, each) for each in LANGUAGES}
    return number_markup(words, source_of(scope, path))


def number_markup(words: Mapping[Language, str], source: str, figure: str = "") -> Markup:
    """A number in the words of each language, with the figure's full name if it is one.

    One that was computed has no source: nobody typed it.
    """
    home = f' src="{source}"' if source else ""
    named = f' figure="{figure}"' if figure else ""
    return Markup(
        "".join(
            f"<{language}{home}><num{named}>{escape(words[language])}</num></{language}>"
            for language in LANGUAGES
        )
    )


def expose_figure(name: str, scope: Scope, path: Path) -> dict[str, Any]:
    """A figure by name: its words in both languages, its label, its value and its full name."""
    return _exposed(scope.find(name), scope, path)


def expose_labelled(name: str, scope: Scope, path: Path) -> dict[str, Any]:
    """The same for where the label stands beside the words, and need not be said by them again."""
    full, figure = scope.find(name)
    return _exposed((full, _beside_label(figure)), scope, path)


def _beside_label(figure: Figure) -> Figure:
    """A figure without the English noun that its label begins with: `Canteens supplied: 14`."""
    unit, label = figure.unit, figure.label and figure.label.en
    if not isinstance(unit, Unit) or not label or not unit.en:
        return figure
    named = f"{label} ".casefold().startswith(f"{unit.en} ".casefold())
    return replace(figure, unit=replace(unit, en="", one="")) if named else figure


def _exposed(named: tuple[str, Figure], scope: Scope, path: Path) -> dict[str, Any]:
    full, figure = named
    source = source_of(scope, path)
    words = "".join(
        f'<{language} src="{source}">{_number(full, figure, language, scope)}</{language}>'
        for language in LANGUAGES
    )
    file, _, own = full.rpartition(".")
    home = Scope(file, scope.figures, scope.money)
    label = expose(figure.label, home, ("totals" if file == SERIES else "figures", own, "label"))
    return {"name": full, "words": Markup(words), "label": label, "value": figure.value}


def source_of(scope: Scope, path: Path) -> str:
    """Where a text stands in the content, as a template carries it: `file:path`."""
    return f"{scope.file}:{show_path(path)}"


def _inside(text: str, language: Language, scope: Scope) -> str:
    return "".join(_piece(piece, language, scope) for piece in parse_inline(text))


def _piece(piece: Piece, language: Language, scope: Scope) -> str:
    if isinstance(piece, Words):
        inside = str(escape(piece.text)).replace("\n", "<br/>")
    elif isinstance(piece, FootnoteReference):
        inside = _footnote(piece.name, scope)
    elif isinstance(piece, BlockReference):
        inside = f'<ref target="{full_target(piece, scope.file)}"/>'
    else:
        inside = _number(*scope.find(piece.name), language, scope, piece.aspect)
    if piece.emphasis:
        inside = f"<em>{inside}</em>"
    if piece.strong:
        inside = f"<strong>{inside}</strong>"
    return f'<a href="{escape(piece.link)}">{inside}</a>' if piece.link else inside


def _number(name: str, figure: Figure, language: Language, scope: Scope, aspect: str = "") -> str:
    if aspect:
        words = aspect_words(figure, aspect, language, scope.money) or ""
    else:
        words = figure_words(figure, language, scope.money)
    return f'<num figure="{name}">{escape(words)}</num>'


def _footnote(name: str, scope: Scope) -> str:
    """A footnote where its mark stands: the texts of the note in both languages."""
    texts = expose_pair(scope.footnotes[name], replace(scope, footnotes={}), (FOOTNOTES, name))
    return f'<fn name="{scope.file}.{name}">{texts}</fn>'


_SPECIAL: Mapping[type, Callable[[Any, Scope, Path], Any]] = {
    Pair: expose_pair,
    TableContent: _expose_table,
    ListBlock: _expose_list,
    KeyFiguresBlock: _expose_key_figures,
    ChartContent: _expose_chart,
    Image: _expose_image,
}
