"""A text into pieces of one look: what its character style must add to its paragraph's style.

Word has one bold and one italic switch for Han and Latin together. Our Han faces have neither
(a slanted or smeared Han character is never right), so a run is divided by script wherever the
two scripts differ in them, and only there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import Run, Text
from makebrief.layout.classes import HAN, classify, han_stretches
from makebrief.messages import Language
from makebrief.style.model import TextStyle
from makebrief.typeface.catalogue import FaceFile

Kind = Literal["", "Strong", "Emphasis", "StrongEmphasis"]


class Look(Struct, frozen=True):
    """What a character style adds; `other` marks the script that is not the language's own.

    It only ever switches bold and italic on, and only where the paragraph's style has them off:
    Word would combine the two by exclusive or (ISO/IEC 29500-1, 17.7.3), LibreOffice does not.
    """

    kind: Kind
    language: Language
    other: bool = False
    han: str | None = None
    latin: str | None = None
    bold: bool = False
    italic: bool = False
    link: bool = False
    dots: bool = False

    @property
    def quotes(self) -> bool:
        """Whether it has the Han face for Latin, too, which only Chinese quotes have."""
        return self.han is not None and self.han == self.latin


class Piece(Struct, frozen=True):
    """Characters that become one run; without a look, the paragraph's style says it all.

    `source` is the content path that they come from, `figure` the typed figure that they print.
    `off` says whether the run itself must switch off the paragraph's bold and its italic.
    """

    words: str
    look: Look | None = None
    link: str | None = None
    source: str = ""
    figure: str | None = None
    off: tuple[bool, bool] = (False, False)
    footnote: str | None = None


def is_bold(file: FaceFile) -> bool:
    """Whether a face is the bold of its family."""
    return "Bold" in file.style


def is_italic(file: FaceFile) -> bool:
    """Whether a face is the italic of its family."""
    return "Italic" in file.style


def own_face(style: TextStyle, language: Language) -> str:
    """The face of the language's own script: it decides the switches of the paragraph's style."""
    return style.han if language == "zh" else style.latin


def text_pieces(text: Text, style: TextStyle, faces: Mapping[str, FaceFile]) -> Iterator[Piece]:
    """The pieces of a text in its style, as few as its looks allow."""
    pieces = _divide(text, style, faces)
    for _, group in groupby(pieces, key=_likeness):
        same = list(group)
        yield replace(same[0], words="".join(each.words for each in same))


def _likeness(piece: Piece) -> tuple[object, ...]:
    return piece.look, piece.link, piece.source, piece.figure, piece.off, piece.footnote


def _divide(text: Text, style: TextStyle, faces: Mapping[str, FaceFile]) -> Iterator[Piece]:
    classes = classify(text.printed, text.language)
    start = 0
    for run in text.runs:
        end = start + len(run.text)
        if run.footnote:
            yield Piece(run.text, None, run.link, run.source, footnote=run.footnote)
            start = end
            continue
        han, latin = (faces[name] for name in _face_names(run, style))
        dotted = run.emphasis and style.emphasis == "dots"
        if dotted:
            parts = _scripts(run.text, classes[start:end])
        elif (is_bold(han), is_italic(han)) == (is_bold(latin), is_italic(latin)):
            parts = [(run.text, text.language == "zh")] if run.text else []
        else:
            parts = _scripts(run.text, classes[start:end])
        for words, is_han in parts:
            dress = _Dress(style, han, latin, faces)
            look = _look(run, text.language, is_han, dress)
            off = _switched_off(text.language, is_han, dress)
            whole = Piece(words, look, run.link, run.source, run.figure, off)
            for piece in _dotted(whole) if dotted and is_han else (whole,):
                yield from _quotes_apart(piece, text, start, han.family)
                start += len(piece.words)
        start = end


def _dotted(piece: Piece) -> Iterator[Piece]:
    """An emphasised piece divided into Han characters, which have dots, and marks between them."""
    for _, stretch, han in han_stretches(piece.words):
        look = replace(piece.look, dots=True) if piece.look and han else piece.look
        yield replace(piece, words=stretch, look=look)


def _quotes_apart(piece: Piece, text: Text, start: int, han: str) -> Iterator[Piece]:
    """A piece with those Chinese quotes apart that not every program takes from the Han face.

    Word goes by the hint; LibreOffice takes a quote as it takes the character before it, and one at
    the beginning as its own user reads. In these, the Han face is the Latin one, too (L11).
    """
    if text.language == "en" or not _QUOTE.search(piece.words):
        yield piece
        return
    done = 0
    for found in _QUOTE.finditer(piece.words):
        before = text.printed[: start + found.start()].rstrip(_NEUTRAL)
        if before and classify(before[-1], "zh") in HAN:
            continue
        if found.start() > done:
            yield replace(piece, words=piece.words[done : found.start()])
        look = replace(piece.look or Look("", "zh"), han=han, latin=han)
        yield replace(piece, words=found.group(), look=look)
        done = found.end()
    if done < len(piece.words):
        yield replace(piece, words=piece.words[done:])


_QUOTE = re.compile("[“”‘’]+")
_NEUTRAL = "“”‘’—…· "
"""What has no script of its own."""


class _Dress(Struct, frozen=True):
    style: TextStyle
    han: FaceFile
    latin: FaceFile
    faces: Mapping[str, FaceFile]


def _face_names(run: Run, style: TextStyle) -> tuple[str, str]:
    if run.strong:
        return style.strong_han, style.strong_latin
    if run.emphasis:
        dots = style.emphasis == "dots"
        return style.han if dots else style.emphasis_han, style.emphasis_latin
    return style.han, style.latin


def _scripts(words: str, classes: str) -> list[tuple[str, bool]]:
    parts = []
    for is_han, group in groupby(zip(words, classes, strict=True), lambda each: each[1] in HAN):
        parts.append(("".join(word for word, _ in group), is_han))
    return parts


def _look(run: Run, language: Language, is_han: bool, dress: _Dress) -> Look | None:
    paragraph = dress.faces[own_face(dress.style, language)]
    face = dress.han if is_han else dress.latin
    marked = run.strong or run.emphasis
    look = Look(
        kind=_kind(run),
        language=language,
        other=is_han != (language == "zh"),
        han=dress.han.family if marked else None,
        latin=dress.latin.family if marked else None,
        bold=is_bold(face) and not is_bold(paragraph),
        italic=is_italic(face) and not is_italic(paragraph),
        link=run.link is not None and not run.reference,
    )
    return look if marked or look.bold or look.italic or look.link else None


def _switched_off(language: Language, is_han: bool, dress: _Dress) -> tuple[bool, bool]:
    paragraph = dress.faces[own_face(dress.style, language)]
    face = dress.han if is_han else dress.latin
    return (
        is_bold(paragraph) and not is_bold(face),
        is_italic(paragraph) and not is_italic(face),
    )


def _kind(run: Run) -> Kind:
    if run.strong:
        return "StrongEmphasis" if run.emphasis else "Strong"
    return "Emphasis" if run.emphasis else ""
