"""Charts and pictures: inline drawings with a text in place of them, and their captions."""

from __future__ import annotations

from msgspec import Struct

from makebrief.document.model import Chart, Picture, Text, Texts
from makebrief.style.model import MM, PageGeometry
from makebrief.word.desk import Desk
from makebrief.word.stylesheet import PICTURE
from makebrief.word.text import Setting, set_plain, set_text
from makebrief.word.units import emu
from makebrief.word.xml import NAMESPACES, Element, drawing, related, word

_PICTURE_NAMESPACE = NAMESPACES["pic"]
_LINES_FOR_THE_CAPTION = 3


class _Image(Struct, frozen=True):
    data: bytes
    width: float
    height: float
    alt: str


def write_chart(chart: Chart, desk: Desk) -> None:
    """A caption, the painted chart, a note."""
    for text in chart.caption:
        desk.story.append(set_text(desk, text, Setting("caption")))
    painted = desk.house.paint_chart(chart)
    image = _Image(painted.png, painted.width, painted.height, chart_in_words(chart))
    keep = bool(chart.note)
    desk.story.append(set_plain(desk, [_inline(desk, image)], PICTURE, keep_with_next=keep))
    for text in chart.note or ():
        desk.story.append(set_text(desk, text, Setting("table-note")))


def write_picture(picture: Picture, desk: Desk) -> None:
    """A picture and its caption."""
    width, height = _size(picture, desk.house.style.page)
    alt = " ".join(text.plain for text in picture.alt)
    image = _Image(picture.data, width, height, alt)
    keep = bool(picture.caption)
    desk.story.append(set_plain(desk, [_inline(desk, image)], PICTURE, keep_with_next=keep))
    last = len(picture.caption) - 1
    for at, text in enumerate(picture.caption):
        below = desk.sheet.caption_below(text.language)
        setting = Setting("caption", below, keep_with_next=at < last)
        desk.story.append(set_text(desk, text, setting))


def chart_in_words(chart: Chart) -> str:
    """A chart's caption and every value, in each of its languages, for those who cannot see it."""
    return " ".join(_in_words(chart, caption) for caption in chart.caption)


def _in_words(chart: Chart, caption: Text) -> str:
    comma, stop = ("，", "。") if caption.language == "zh" else (", ", ".")
    values = [
        " ".join(
            part
            for part in (
                _pick(series.label, caption) if series.label else "",
                _pick(category, caption),
                _pick(value.words, caption),
            )
            if part
        )
        for series in chart.series
        for category, value in zip(chart.categories, series.values, strict=True)
    ]
    colon = "：" if caption.language == "zh" else ": "
    return f"{caption.plain}{colon}{comma.join(values)}{stop}"


def _pick(texts: Texts, like: Text) -> str:
    same = [text for text in texts if text.language == like.language]
    return (same or list(texts))[0].plain if texts else ""


def _size(picture: Picture, page: PageGeometry) -> tuple[float, float]:
    """The width and height in mm: as wanted, but within the type area."""
    across, down = picture.pixels
    measure = page.measure / MM
    room = (page.lines - _LINES_FOR_THE_CAPTION) * page.line_pitch / MM
    width = min(picture.width or measure, measure, room * across / down)
    return width, width * down / across


def _inline(desk: Desk, image: _Image) -> Element:
    number = desk.next_drawing()
    width, height = emu(image.width), emu(image.height)
    name = f"Picture {number}"
    blip = related(drawing("a:blip"), "embed", desk.picture(image.data))
    picture = drawing(
        "pic:pic",
        drawing(
            "pic:nvPicPr",
            drawing("pic:cNvPr", id=number, name=name, descr=image.alt),
            drawing("pic:cNvPicPr"),
        ),
        drawing("pic:blipFill", blip, drawing("a:stretch", drawing("a:fillRect"))),
        drawing(
            "pic:spPr",
            drawing(
                "a:xfrm",
                drawing("a:off", x=0, y=0),
                drawing("a:ext", cx=width, cy=height),
            ),
            drawing("a:prstGeom", drawing("a:avLst"), prst="rect"),
        ),
    )
    return word(
        "r",
        word(
            "drawing",
            drawing(
                "wp:inline",
                drawing("wp:extent", cx=width, cy=height),
                drawing("wp:docPr", id=number, name=name, descr=image.alt),
                drawing("a:graphic", drawing("a:graphicData", picture, uri=_PICTURE_NAMESPACE)),
                distT=0,
                distB=0,
                distL=0,
                distR=0,
            ),
        ),
    )
