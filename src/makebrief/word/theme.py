"""A theme with our faces, so that a chart or shape that somebody adds in Word has them too."""

from __future__ import annotations

from makebrief.style.model import Style
from makebrief.word.house import House
from makebrief.word.xml import Element, drawing, root

_PLAIN_COLOURS = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "1F1F1F", "lt2": "F2F2F2"}
_ACCENTS = 6
_HAIRLINE = 6350
_NAME = "make-brief"


def render_theme(house: House) -> Element:
    """The theme part: the chart's colours, the title's and the body's faces."""
    made = root(
        "a:theme",
        drawing(
            "a:themeElements",
            drawing("a:clrScheme", *_colours(house.style), name=_NAME),
            drawing(
                "a:fontScheme",
                _fonts(house, "a:majorFont", "title"),
                _fonts(house, "a:minorFont", "body"),
                name=_NAME,
            ),
            _plain_formats(),
        ),
    )
    made.set("name", _NAME)
    return made


def _colours(style: Style) -> list[Element]:
    chart = style.chart.colours
    colours = dict(_PLAIN_COLOURS)
    for number in range(_ACCENTS):
        colours[f"accent{number + 1}"] = chart[number % len(chart)]
    colours |= {"hlink": "000000", "folHlink": "000000"}
    return [
        drawing(f"a:{name}", drawing("a:srgbClr", val=value.upper()))
        for name, value in colours.items()
    ]


def _fonts(house: House, name: str, role: str) -> Element:
    style = house.style.role(role).zh
    latin, han = house.faces[style.latin].family, house.faces[style.han].family
    return drawing(
        name,
        drawing("a:latin", typeface=latin),
        drawing("a:ea", typeface=han),
        drawing("a:cs", typeface=""),
        drawing("a:font", script="Hans", typeface=han),
    )


def _plain_formats() -> Element:
    """The least that the schema wants: three of each, all plain."""
    lines = (drawing("a:ln", _placeholder_fill(), w=_HAIRLINE * factor) for factor in (1, 2, 3))
    effects = (drawing("a:effectStyle", drawing("a:effectLst")) for _ in range(3))
    return drawing(
        "a:fmtScheme",
        drawing("a:fillStyleLst", *(_placeholder_fill() for _ in range(3))),
        drawing("a:lnStyleLst", *lines),
        drawing("a:effectStyleLst", *effects),
        drawing("a:bgFillStyleLst", *(_placeholder_fill() for _ in range(3))),
        name=_NAME,
    )


def _placeholder_fill() -> Element:
    return drawing("a:solidFill", drawing("a:schemeClr", val="phClr"))
