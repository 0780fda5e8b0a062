"""What stands in a line of text and is no text: a picture or chart in its frame."""

from __future__ import annotations

from msgspec import Struct

from makebrief.word.units import emu
from makebrief.word.xml import Element, drawing, word


class Frame(Struct, frozen=True):
    """What a drawing is called, its size in pt, and the text in place of it."""

    kind: str
    number: int
    width: float
    height: float
    alt: str

    @property
    def name(self) -> str:
        """What Word calls the drawing."""
        return f"{self.kind} {self.number}"


def inline_drawing(frame: Frame, content: Element, vocabulary: str) -> Element:
    """A run with a drawing in it, whose content is of a vocabulary of its own."""
    return word(
        "r",
        word(
            "drawing",
            drawing(
                "wp:inline",
                drawing("wp:extent", cx=emu(frame.width), cy=emu(frame.height)),
                drawing("wp:docPr", id=frame.number, name=frame.name, descr=frame.alt),
                drawing("wp:cNvGraphicFramePr"),
                drawing("a:graphic", drawing("a:graphicData", content, uri=vocabulary)),
                distT=0,
                distB=0,
                distL=0,
                distR=0,
            ),
        ),
    )
