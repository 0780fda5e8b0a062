"""The same paragraphs on the same page, set by make-brief, typst, WeasyPrint and LibreOffice.

All get the same faces, sizes, indents and line pitch, justified lines, and the language of each
paragraph; English is hyphenated where the typesetter can. A4, the left margin and the measure are
those of the official page.
"""

from __future__ import annotations

import html
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from docx import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from msgspec.structs import replace

from makebrief.document.model import Document, Paragraph, Section, Text
from makebrief.layout.context import Context
from makebrief.layout.layout import layout_document
from makebrief.pdf.render import render_pdf
from makebrief.resources import fonts_folder
from makebrief.style.model import MM
from tests.samples import context, pair

SIZES = {"zh": 16.0, "en": 14.0}
FACES = {"zh": "Jianbao FangSong", "en": "Liberation Serif"}
PITCH = 28.95
TOP, BOTTOM, LEFT, SHEET = 37, 35, 28, 210
INDENT = 2

_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{}</dir></fontconfig>
"""
"""Our faces as if they were installed, for programs that ask fontconfig."""

Texts = tuple[Text, ...]


def set_by_us(texts: Texts, measure: float, folder: Path) -> Path:
    """make-brief: the shipped official look with the right margin moved."""
    house = context()
    page = house.style.page
    margins = replace(page.margins, right=SHEET - LEFT - measure)
    characters = round(measure * MM / house.style.role("body").zh.size)
    page = replace(page, margins=margins, characters=characters)
    style = replace(house.style, page=page)
    blocks = tuple(Paragraph("body", (text,)) for text in texts)
    document = Document(
        pair("题"), pair("甲"), pair("事"), "2024-07-23", ("zh", "en"), (Section("body", blocks),)
    )
    narrow = Context(style, house.faces)
    data = render_pdf(document, layout_document(document, narrow), house.faces)
    return _written(folder / "make-brief.pdf", data)


def set_by_typst(texts: Texts, measure: float, folder: Path) -> Path:
    """typst: its own optimised line breaks, with the settings that its manual gives for Chinese."""
    import typst

    right = SHEET - LEFT - measure
    head = f"""
#set page(paper: "a4", margin: (top: {TOP}mm, bottom: {BOTTOM}mm, left: {LEFT}mm, right: {right}mm))
#set text(top-edge: 0.8em, bottom-edge: -0.2em, overhang: false)
#set par(justify: true, linebreaks: "optimized", first-line-indent: (amount: {INDENT}em, all: true))
"""
    parts = [head]
    for text in texts:
        size = SIZES[text.language]
        family = '(name: "Liberation Serif", covers: "latin-in-cjk"), ' if _zh(text) else ""
        region = "cn" if _zh(text) else "gb"
        space = f"{PITCH - size}pt"
        parts.append(
            f"#block(spacing: {space})[#set par(leading: {space}); #set text(font: ({family}"
            f'"{FACES[text.language]}",), size: {size}pt, lang: "{text.language}", '
            f'region: "{region}"); #par({_typst_string(text.plain)})]'
        )
    source = folder / "typst.typ"
    source.write_text("\n".join(parts), encoding="utf-8")
    output = folder / "typst.pdf"
    typst.compile(
        str(source), str(output), font_paths=[str(fonts_folder())], ignore_system_fonts=True
    )
    return output


def _zh(text: Text) -> bool:
    return text.language == "zh"


def _typst_string(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def set_by_weasyprint(texts: Texts, measure: float, folder: Path) -> Path:
    """WeasyPrint: CSS for print, hyphens on, in a process of its own that may lack it."""
    right = SHEET - LEFT - measure
    faces = "\n".join(_font_faces())
    rules = f"""{faces}
@page {{ size: A4; margin: {TOP}mm {right}mm {BOTTOM}mm {LEFT}mm }}
p {{ margin: 0; text-align: justify; text-indent: {INDENT}em; line-height: {PITCH}pt;
     hyphens: auto; widows: 2; orphans: 2; line-break: strict }}
:lang(zh) {{ font: {SIZES["zh"]}pt/{PITCH}pt "Liberation Serif", "Jianbao FangSong" }}
:lang(en) {{ font: {SIZES["en"]}pt/{PITCH}pt "Liberation Serif" }}
p:lang(zh) {{ unicode-range: normal }}"""
    body = "\n".join(
        f'<p lang="{"zh-CN" if _zh(text) else "en-GB"}">{html.escape(text.plain)}</p>'
        for text in texts
    )
    page = f"<!doctype html><meta charset=utf-8><style>{rules}</style>{body}"
    source = _written(folder / "weasyprint.html", page.encode())
    output = folder / "weasyprint.pdf"
    subprocess.run(["weasyprint", "--quiet", str(source), str(output)], check=True)
    return output


def _font_faces() -> Iterable[str]:
    """The faces by file; quotes and dashes of Chinese must not fall to the Latin face."""
    latin = "U+0020-00FF"
    for family, file in _files().items():
        span = f"unicode-range: {latin};" if family == "Liberation Serif" else ""
        yield f'@font-face {{ font-family: "{family}"; src: url("{file.as_uri()}"); {span} }}'


def _files() -> Mapping[str, Path]:
    names = {
        "Jianbao FangSong": "JianbaoFangSong-Regular",
        "Liberation Serif": "LiberationSerif-Regular",
    }
    return {
        family: next(fonts_folder().rglob(f"{name}.ttf")).resolve()
        for family, name in names.items()
    }


def set_by_libreoffice(texts: Texts, measure: float, folder: Path) -> Path:
    """LibreOffice: a Word file as a careful person would type it, printed as PDF."""
    word = WordDocument()
    sheet = word.sections[0]
    sheet.page_width, sheet.page_height = Mm(SHEET), Mm(297)
    sheet.top_margin, sheet.bottom_margin = Mm(TOP), Mm(BOTTOM)
    sheet.left_margin, sheet.right_margin = Mm(LEFT), Mm(SHEET - LEFT - measure)
    hyphenation = OxmlElement("w:autoHyphenation")
    word.settings.element.insert(0, hyphenation)
    for text in texts:
        _add_paragraph(word, text)
    source = folder / "libreoffice.docx"
    word.save(str(source))
    profile = (folder / "profile").resolve().as_uri()
    fonts = _written(folder / "fonts.conf", _FONTS.format(fonts_folder().resolve()).encode())
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(source)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts.resolve())}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return folder / "libreoffice.pdf"


def _add_paragraph(word: object, text: Text) -> None:
    paragraph = word.add_paragraph()  # type: ignore[attr-defined]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    layout = paragraph.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(PITCH)
    layout.first_line_indent = Pt(INDENT * SIZES[text.language])
    run = paragraph.add_run(text.plain)
    run.font.size, run.font.name = Pt(SIZES[text.language]), FACES["en"]
    properties = run._r.get_or_add_rPr()
    properties.rFonts.set(qn("w:eastAsia"), FACES["zh"])
    if _zh(text):
        properties.rFonts.set(qn("w:hint"), "eastAsia")
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB" if not _zh(text) else "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    properties.append(language)


def _written(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file


Setter = Callable[[Texts, float, Path], Path]
TYPESETTERS: Mapping[str, Setter] = {
    "make-brief": set_by_us,
    "typst": set_by_typst,
    "WeasyPrint": set_by_weasyprint,
    "LibreOffice": set_by_libreoffice,
}


def missing(name: str) -> bool:
    """Whether a typesetter is not on this machine."""
    return {
        "make-brief": False,
        "typst": find_spec("typst") is None,
        "WeasyPrint": which("weasyprint") is None,
        "LibreOffice": which("soffice") is None,
    }[name]
