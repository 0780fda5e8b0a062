"""The catalogue as a table for people: faces, files, licences, and what a text would lack."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from makebrief.resources import fonts_folder
from makebrief.typeface.catalogue import load_catalogue
from makebrief.typeface.codes import code_point
from makebrief.typeface.face import Face

_INVISIBLE = frozenset("\t\n")


def font_table(text: str) -> list[dict[str, Any]]:
    """A row for each face, with the characters of the text that it lacks."""
    folder = fonts_folder()
    rows = []
    for name, file in load_catalogue(folder).items():
        face = Face(file)
        wanted = dict.fromkeys(text)
        rows.append(
            {
                "face": name,
                "family": file.family,
                "family_zh": file.family_zh,
                "style": file.style,
                "file": file.path.relative_to(folder).as_posix(),
                "official": file.official,
                "licence": file.licence,
                "upstream": file.upstream,
                "lacks": [each for each in wanted if each not in _INVISIBLE and not face.has(each)],
            }
        )
    return rows


def font_text(table: list[dict[str, Any]], text: str, words: Callable[..., str]) -> str:
    """The table as lines in the user's language."""
    lines: list[str] = []
    for row in table:
        lines.append(f"{row['face']}  {row['family_zh']} / {row['family']} {row['style']}")
        lines.append(f"    {words('fonts-file')}: {row['file']}")
        lines.append(f"    {words('fonts-official')}: {row['official']}")
        lines.append(f"    {words('fonts-licence')}: {row['licence']}")
        lines.append(f"    {words('fonts-upstream')}: {row['upstream']}")
        if text:
            lacks = " ".join(f"{each} ({code_point(each)})" for each in row["lacks"])
            found = f"{words('fonts-lacks')}: {lacks}" if lacks else words("fonts-complete")
            lines.append(f"    {found}")
    if nobody := [
        each for each in dict.fromkeys(text) if all(each in row["lacks"] for row in table)
    ]:
        characters = " ".join(f"{each} ({code_point(each)})" for each in nobody)
        lines.append(words("fonts-nobody", characters=characters))
    return "\n".join(lines)
