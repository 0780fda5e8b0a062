"""The closed vocabulary that templates yield: elements, what they may hold, and their attributes.

One table; `templates/README.md` is generated from it where it lists the elements.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Element(Struct, frozen=True):
    """What an element may hold and be told: `children` by name, and whether it holds words."""

    purpose: str
    children: tuple[str, ...] = ()
    words: bool = False
    attributes: Mapping[str, tuple[str, ...] | None] = {}
    required: tuple[str, ...] = ()


PAIR = ("zh", "en")
INLINE = ("part", "missing", "strong", "em", "a", "num", "fn", "br", "ref")
BLOCKS = (
    "p",
    "heading",
    "list",
    "figures",
    "table",
    "chart",
    "image",
    "contents",
    "index",
    "masthead",
    "signature",
    "annexes",
    "page-break",
    "space",
)

VOCABULARY: Mapping[str, Element] = {
    "document": Element("The whole.", ("meta", "running", "imprint", "section")),
    "running": Element("What each page carries besides its text.", ("head", "watermark")),
    "head": Element("A mark at the head of each page; the first at the left.", PAIR),
    "watermark": Element("Pale words behind the text of each page.", PAIR),
    "imprint": Element("The foot of the last page.", ("copies", "organ", "day")),
    "copies": Element("Who is sent a copy.", PAIR),
    "organ": Element("Who signs or issues it.", PAIR),
    "day": Element("The day on which it is signed or issued.", PAIR),
    "meta": Element("What the file's properties say.", ("title", "author", "subject")),
    "title": Element("The document's title.", PAIR),
    "author": Element("Who issues it.", PAIR),
    "subject": Element("What it is about.", PAIR),
    "section": Element(
        "Pages of one kind; it begins on a new page.",
        BLOCKS,
        attributes={"page": ("body", "cover")},
    ),
    "p": Element(
        "A paragraph in a role.", PAIR, attributes={"role": None, "lines": None}, required=("role",)
    ),
    "heading": Element(
        "A heading; level 0 is a title, levels 1 to 4 are numbered unless told otherwise.",
        PAIR,
        attributes={"level": ("0", "1", "2", "3", "4"), "numbered": ("yes", "no")},
        required=("level",),
    ),
    "list": Element("A list.", ("item",), attributes={"numbered": ("yes", "no")}),
    "item": Element("An item of a list.", PAIR),
    "figures": Element("A panel of large numbers.", ("entry",)),
    "entry": Element(
        "A number of a panel, or a line of the figure index.",
        ("value", "label"),
        attributes={"figure": None},
    ),
    "value": Element("A number in words.", PAIR, attributes={"number": None}),
    "label": Element("What a number counts.", PAIR),
    "table": Element(
        "A table; `total` sets its last row strong, `landscape` turns it to pages of its own.",
        ("caption", "column", "row", "note", "source"),
        attributes={"name": None, "total": ("yes", "no"), "landscape": ("yes", "no")},
    ),
    "column": Element(
        "A column: its heading; `auto` aligns numbers of one unit on the decimal point.",
        (*PAIR, "group"),
        attributes={"align": ("auto", "left", "center", "right", "decimal"), "width": None},
    ),
    "group": Element("A heading over neighbouring columns that have the same.", PAIR),
    "row": Element("A row of a table.", ("cell",)),
    "cell": Element(
        "A cell; one that takes more columns or rows covers cells that are then left out.",
        PAIR,
        attributes={"across": None, "down": None},
    ),
    "caption": Element("What a table, chart or picture shows.", PAIR),
    "note": Element("A remark under a table or chart.", PAIR),
    "source": Element("Where the numbers of a table or chart come from.", PAIR),
    "chart": Element(
        "A chart.",
        ("caption", "unit", "category", "series", "note", "source"),
        attributes={"name": None, "kind": ("bar", "stacked_bar", "line", "pie")},
        required=("kind",),
    ),
    "unit": Element("The unit of a chart's values.", PAIR),
    "category": Element("A category of a chart.", PAIR),
    "series": Element("A series of a chart.", ("label", "value")),
    "image": Element(
        "A picture from the series' folder.",
        ("caption", "alt"),
        attributes={"name": None, "file": None, "width": None},
        required=("file", "width"),
    ),
    "alt": Element("What a picture shows, in words.", PAIR),
    "contents": Element("The list of headings.", attributes={"depth": ("0", "1", "2")}),
    "index": Element("The index of figures.", ("entry",)),
    "masthead": Element("The red header: mark, number, rule.", ("mark", "number")),
    "mark": Element("The organ's name.", PAIR),
    "number": Element("The document's number.", PAIR),
    "signature": Element("Who signs, and when.", ("organ", "day")),
    "annexes": Element("The names of the annexes, under the text.", ("item",)),
    "page-break": Element("What follows begins a new page."),
    "space": Element("Blank lines of the grid.", attributes={"lines": None}),
    "zh": Element("Chinese text.", INLINE, words=True, attributes={"src": None}),
    "en": Element(
        "English text; `missing` when it is not translated yet.",
        INLINE,
        words=True,
        attributes={"src": None, "missing": ("yes",)},
    ),
    "part": Element(
        "One content text inside a text that the template composes.",
        INLINE,
        words=True,
        attributes={"src": None},
        required=("src",),
    ),
    "missing": Element("Stands where a composed text's English is not translated yet."),
    "strong": Element("Strong words.", INLINE, words=True),
    "em": Element("Emphasised words.", INLINE, words=True),
    "a": Element("A link.", INLINE, words=True, attributes={"href": None}, required=("href",)),
    "br": Element("Where the author begins a new line, if the text is set as a title."),
    "fn": Element(
        "A footnote, where its mark stands; notes of one name are one note.",
        PAIR,
        attributes={"name": None},
        required=("name",),
    ),
    "ref": Element(
        "The number of a table or figure: `table:` or `figure:` and its name.",
        attributes={"target": None},
        required=("target",),
    ),
    "num": Element("A number that is kept whole.", words=True, attributes={"figure": None}),
}
