"""Pictures: inline drawings with a text in place of them, and their captions."""

from __future__ import annotations

from makebrief.document.model import Picture
from makebrief.style.model import MM, PageGeometry
from makebrief.word.captions import write_caption_below
from makebrief.word.desk import Desk
from makebrief.word.drawings import Frame, inline_drawing
from makebrief.word.stylesheet import PICTURE
from makebrief.word.text import set_plain
from makebrief.word.units import emu
from makebrief.word.xml import NAMESPACES, Element, drawing, related

_LINES_FOR_THE_CAPTION = 3


def write_picture(picture: Picture, desk: Desk) -> None:
    """A picture and its caption."""
    alt = " ".join(text.plain for text in picture.alt)
    frame = Frame("Picture", desk.next_drawing(), *_size(picture, desk.house.style.page), alt)
    inline = inline_drawing(frame, _picture(desk, picture, frame), NAMESPACES["pic"])
    desk.story.append(set_plain(desk, [inline], PICTURE, keep_with_next=bool(picture.caption)))
    write_caption_below(desk, picture)


def _size(picture: Picture, page: PageGeometry) -> tuple[float, float]:
    """The width and height in pt: as wanted, but within the type area."""
    across, down = picture.pixels
    room = (page.lines - _LINES_FOR_THE_CAPTION) * page.line_pitch
    wanted = picture.width * MM or page.measure
    width = min(wanted, page.measure, room * across / down)
    return width, width * down / across


def _picture(desk: Desk, picture: Picture, frame: Frame) -> Element:
    width, height = emu(frame.width), emu(frame.height)
    blip = related(drawing("a:blip"), "embed", desk.picture(picture.data))
    return drawing(
        "pic:pic",
        drawing(
            "pic:nvPicPr",
            drawing("pic:cNvPr", id=0, name=frame.name, descr=frame.alt),
            drawing("pic:cNvPicPr"),
        ),
        drawing("pic:blipFill", blip, drawing("a:stretch", drawing("a:fillRect"))),
        drawing(
            "pic:spPr",
            drawing("a:xfrm", drawing("a:off", x=0, y=0), drawing("a:ext", cx=width, cy=height)),
            drawing("a:prstGeom", drawing("a:avLst"), prst="rect"),
        ),
    )
