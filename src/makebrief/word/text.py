"""Texts into paragraphs: the one place where a content text becomes Word's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import Footnote, Run, Text
from makebrief.layout.paragraphs import Box
from makebrief.messages import Language
from makebrief.style.model import TextStyle
from makebrief.typeface.scripts import RAISED_OR_LOWERED
from makebrief.word.controls import Home, home_path
from makebrief.word.desk import Desk, Lead
from makebrief.word.fields import enclose_in_field
from makebrief.word.footnotes import ROLE
from makebrief.word.formats import language_properties
from makebrief.word.looks import Look, Piece, text_pieces
from makebrief.word.stylesheet import APART, LOWEST, SPACER
from makebrief.word.units import twips
from makebrief.word.xml import Element, on_off, related, word, words

_SWITCHES = ("b", "i")


class Setting(Struct, frozen=True):
    """How a text is set: its role, and the style of it if it is a variant.

    `number` is membership of a list that the style does not give by itself. A copy of what stands
    elsewhere has no content control: the field that made it will make it anew. `before` stands
    before its words. `box` is where our layout sets it, if that is narrower than the page.
    """

    role: str
    style_id: str | None = None
    keep_with_next: bool = False
    number: Element | None = None
    bookmark: str | None = None
    is_copy: bool = False
    before: tuple[Element, ...] = ()
    box: Box | None = None


def set_text(desk: Desk, text: Text, setting: Setting) -> Element:
    """The paragraph of a text; takes the lead that waits on the desk."""
    style = desk.sheet.text_style(setting.role, text.language)
    if desk.house.style.role(setting.role).by_sense and not setting.is_copy:
        box = setting.box or Box(setting.role, desk.house.style.page.measure)
        text = _in_lines(text, desk.house.break_title(text, box))
    runs = [*setting.before, *_text_content(desk, text, style, setting)]
    if setting.bookmark:
        runs = desk.enclose_in_bookmark(setting.bookmark, runs)
    if text.untranslated:
        runs = desk.comments.enclose_untranslated(runs)
    style_id = setting.style_id or desk.sheet.paragraph(setting.role, text.language)
    lead = desk.take_lead()
    properties = word(
        "pPr",
        word("pStyle", val=style_id),
        word("keepNext") if setting.keep_with_next else None,
        word("pageBreakBefore") if lead.new_page else None,
        setting.number,
        _blank_lines(desk, style.before, lead),
    )
    return word("p", properties, *runs)


def _in_lines(text: Text, starts: tuple[int, ...]) -> Text:
    """A title with a line end before each start, in the place of a space if there is one (P4)."""
    runs: list[Run] = []
    begun = 0
    for run in text.runs:
        words = run.text
        for start in reversed([at - begun for at in starts if begun < at <= begun + len(words)]):
            words = f"{words[:start].rstrip(' ')}\n{words[start:]}"
        begun += len(run.text)
        runs.append(replace(run, text=words))
    return replace(text, runs=tuple(runs))


def set_plain(
    desk: Desk, content: list[Element], style_id: str, keep_with_next: bool = False
) -> Element:
    """A paragraph of what is not a content text: a picture, a field, a page number."""
    lead = desk.take_lead()
    properties = word(
        "pPr",
        word("pStyle", val=style_id),
        word("keepNext") if keep_with_next else None,
        word("pageBreakBefore") if lead.new_page else None,
        _blank_lines(desk, 0, lead),
    )
    return word("p", properties, *content)


def spacer(desk: Desk) -> Element:
    """A paragraph where one has to be, as low as can be: exactly the lead that waits on the desk.

    Before a table that is blank lines or a new page; between two tables and after the last
    nothing.
    """
    lead = desk.take_lead()
    room = lead.lines * desk.house.style.page.line_pitch - LOWEST
    properties = word(
        "pPr",
        word("pStyle", val=SPACER),
        word("pageBreakBefore") if lead.new_page else None,
        word("spacing", before=twips(room)) if lead.lines else None,
    )
    return word("p", properties)


def air(desk: Desk, *, over: bool = False) -> Element:
    """The gap over a panel, which is not left alone by it, or under a table or panel."""
    return set_plain(desk, [], APART, keep_with_next=over)


def reference_bookmark(anchor: str, language: Language) -> str:
    """The bookmark round the number of a table or figure, by a name that Word hides."""
    return f"_Ref{hashlib.sha256(anchor.encode()).hexdigest()[:12]}_{language}"


def plain_run(text: str, language: Language, style_id: str | None = None) -> Element:
    """A run of generated characters."""
    return word("r", _run_properties(language, style_id), words("t", text))


def generated_runs(desk: Desk, words: str, text: Text, role: str) -> list[Element]:
    """Runs of generated characters in a text, in the faces that its role has for them."""
    style = desk.sheet.text_style(role, text.language)
    pieces = text_pieces(replace(text, runs=(Run(words),)), style, desk.house.faces)
    return [_run(desk, piece, text.language) for piece in pieces]


def _blank_lines(desk: Desk, before: int, lead: Lead) -> Element | None:
    """Blank lines as space before, on top of what the style has; the rest stays the style's."""
    if not lead.lines:
        return None
    lines = before + lead.lines
    pitch = desk.house.style.page.line_pitch
    return word("spacing", beforeLines=lines * 100, before=twips(lines * pitch))


def _text_content(desk: Desk, text: Text, style: TextStyle, setting: Setting) -> Iterator[Element]:
    """The runs of a text, each stretch from one place of the content in a control of its own."""
    pieces = text_pieces(text, style, desk.house.faces)
    for source, group in groupby(pieces, key=lambda piece: piece.source):
        stretch = list(group)
        lacking = _untranslated_notes(desk, stretch)
        yield from _stretch(desk, stretch, text, "" if setting.is_copy else home_path(text, source))
        for note in lacking:
            yield from desk.comments.untranslated_note(note.mark)


def _stretch(desk: Desk, pieces: list[Piece], text: Text, path: str) -> Iterator[Element]:
    """The runs of what stands at a content path, in a control; without one if it has no path."""
    if not path:
        yield from _linked(desk, pieces, text, None)
        return
    words = "".join(piece.words for piece in pieces if piece.footnote is None)
    tag = desk.controls.open(Home(path, text.language), words)
    runs: list[Element] = []
    for part, enclosed in _parts_for_controls(desk, pieces):
        made = list(_linked(desk, part, text, tag))
        runs += [desk.controls.control(tag, made)] if enclosed else made
    yield from desk.enclose_in_bookmark(f"_{tag}", runs)


def _parts_for_controls(desk: Desk, pieces: list[Piece]) -> list[tuple[list[Piece], bool]]:
    """The pieces that a control encloses, all or those before and after the document's first note.

    LibreOffice reads all notes at the first mark: with the controls in them it loses the tag of
    one that is open there. The parts have one tag, as those of a text have that Enter divides.
    """
    first = next((at for at, piece in enumerate(pieces) if piece.footnote), None)
    if desk.footnotes or first is None:
        return [(pieces, True)]
    mark = first + 1
    parts = [(pieces[:first], True), (pieces[first:mark], False), (pieces[mark:], True)]
    return [(part, enclosed) for part, enclosed in parts if part]


def _untranslated_notes(desk: Desk, pieces: list[Piece]) -> list[Footnote]:
    """The notes that these pieces mark first and that lack a language.

    What says so stands behind the control, so that nothing but the text is in it.
    """
    names = dict.fromkeys(piece.footnote for piece in pieces if piece.footnote)
    new = [desk.footnotes.notes[name] for name in names if desk.footnotes.is_new(name)]
    return [note for note in new if any(text.untranslated for text in note.texts)]


def _linked(desk: Desk, pieces: list[Piece], text: Text, tag: str | None) -> Iterator[Element]:
    for link, group in groupby(pieces, key=lambda piece: piece.link):
        runs = list(_figures(desk, group, text, tag))
        if link is None:
            yield from runs
        elif link.startswith("#"):
            name = reference_bookmark(link[1:], desk.caption_language(link[1:], text.language))
            yield from enclose_in_field(rf"REF {name} \h", runs)
        else:
            yield related(word("hyperlink", *runs, history=1), "id", desk.link(link))


def _figures(desk: Desk, pieces: Iterable[Piece], text: Text, tag: str | None) -> Iterator[Element]:
    """Runs with a bookmark round each typed figure, so that it is told from digits in the text."""
    for figure, group in groupby(pieces, key=lambda piece: piece.figure):
        runs = [run for piece in group for run in _piece(desk, piece, text.language)]
        if figure and tag:
            name = desk.controls.name_figure(tag, figure)
            if desk.part is not desk.footnotes.part:
                desk.figures.add(figure, text, name)
            yield from desk.enclose_in_bookmark(name, runs)
        else:
            yield from runs


def _piece(desk: Desk, piece: Piece, language: Language) -> list[Element]:
    if piece.footnote:
        return _footnote(desk, piece.footnote)
    return [_run(desk, part, spoken) for part, spoken in _parts(piece, language)]


def _footnote(desk: Desk, name: str) -> list[Element]:
    """The mark of a note, which is written where it is marked first."""
    notes = desk.footnotes
    note = notes.notes[name]
    desk.characters.update(note.mark)
    if not notes.is_new(name):
        return notes.repeated_mark(note)
    with desk.writing_in(notes.part):
        number = notes.add(name, list(_note_paragraphs(desk, note)))
    desk.figures.add_all(note.texts, notes.bookmark(name))
    return desk.enclose_in_bookmark(notes.bookmark(name), [notes.mark(note, number)])


def _note_paragraphs(desk: Desk, note: Footnote) -> Iterator[Element]:
    """A note's languages, a paragraph each; its number hangs before the first.

    The comment on what it lacks stands near its mark: Word has none inside of notes.
    """
    lead = desk.take_lead()
    for at, written in enumerate(note.texts):
        text = replace(written, untranslated=False)
        if at:
            yield set_text(desk, text, Setting(ROLE, desk.sheet.flush(ROLE, text.language)))
        else:
            yield set_text(desk, text, Setting(ROLE, before=tuple(desk.footnotes.number(note))))
    desk.lead = lead


def _parts(piece: Piece, language: Language) -> Iterator[tuple[Piece, Language]]:
    """A Chinese piece with ₂ and its like apart: the hint would take them from the Han face."""
    if language == "en" or not RAISED_OR_LOWERED.search(piece.words):
        yield piece, language
        return
    for raised, group in groupby(piece.words, lambda each: bool(RAISED_OR_LOWERED.match(each))):
        yield replace(piece, words="".join(group)), "en" if raised else language


def _run(desk: Desk, piece: Piece, language: Language) -> Element:
    desk.characters.update(piece.words)
    style_id = desk.sheet.character(piece.look) if isinstance(piece.look, Look) else None
    properties = _run_properties(language, style_id, piece.off)
    return word("r", properties, *_characters(piece.words))


def _run_properties(
    language: Language, style_id: str | None, off: tuple[bool, bool] = (False, False)
) -> Element:
    """Marks that both languages use (“ ” … —) follow the hint to the Han face (L11)."""
    return word(
        "rPr",
        word("rStyle", val=style_id) if style_id else None,
        word("rFonts", hint="eastAsia") if language == "zh" else None,
        *(on_off(name, False) for name, needed in zip(_SWITCHES, off, strict=True) if needed),
        language_properties(language),
    )


def _characters(text: str) -> Iterator[Element]:
    if "\n" not in text and "\t" not in text:
        yield words("t", text)
        return
    breaks = {"\n": "br", "\t": "tab"}
    for control, group in groupby(text, key=breaks.get):
        if control is None:
            yield words("t", "".join(group))
        else:
            yield from (word(control) for _ in group)
