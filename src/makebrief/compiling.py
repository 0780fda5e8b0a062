"""Content into Documents by a house's templates: what needs no faces and no pages.

It is apart from `pipeline.py`, so that a process can compile that sets nothing, or set what another
has compiled.
"""

from __future__ import annotations

from pathlib import Path

from makebrief.content.bundle import CONSOLIDATED
from makebrief.document.arrange import arrange
from makebrief.document.model import Document
from makebrief.resources import templates_folder
from makebrief.style.model import Outfit
from makebrief.template.compile import Compiler, House, load_house
from makebrief.template.render import TemplateFolder


def furnish_house(outfit: Outfit, kept: Path | None = None) -> House:
    """A house's templates, ready to render; `kept` is the user's folder for what they become."""
    folders = (*outfit.folders, templates_folder())
    return load_house(TemplateFolder(folders, kept / "templates" if kept else None), outfit.style)


def compile_document(compiler: Compiler, name: str, layout: str) -> Document:
    """A department's document, or the consolidated one, in the languages of a layout.

    Raises BriefError if a template or a text is wrong.
    """
    whole = compiler.consolidated() if name == CONSOLIDATED else compiler.department(name)
    style = compiler.house.style
    return arrange(whole, layout, style.spanning, style.captions)
