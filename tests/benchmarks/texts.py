"""A series on disk into as many departments as a benchmark needs: YAML, and plain text as JSON.

The plain text is the YAML's own, figures set in as `value unit`: what the words are does not
matter to a stopwatch, how many there are does.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

# What every series has; the rest names departments that a repeated series does not have.
SHARED_FIELDS = (
    "title", "subject", "period", "issuer", "hosts", "date", "template", "layout", "glossary"
)  # fmt: skip

Content = Mapping[str, Any]
Part = dict[str, Any]
MARKUP = re.compile(r"\*+|\[([^\[\]]+)\]\([^()]+\)")
REFERENCE = re.compile(r"\{\{|\}\}|\{([^{}]+)\}")


def write_repeated_series(series: Path, folder: Path, departments: int) -> None:
    """Write a series of so many departments, d01 and on, that repeats those of another."""
    shutil.copytree(series, folder, ignore=shutil.ignore_patterns("*.yaml"))
    content = _read(series / "series.yaml")
    repeated = {field: content[field] for field in SHARED_FIELDS if field in content}
    repeated["departments"] = []
    for name, file in _repeated_departments(series, content, departments):
        text = file.read_text(encoding="utf-8-sig")
        (folder / f"{name}.yaml").write_text(_own_labels(text, name), encoding="utf-8")
        repeated["departments"].append(name)
    text = yaml.safe_dump(repeated, allow_unicode=True, sort_keys=False)
    (folder / "series.yaml").write_text(text, encoding="utf-8")


def _own_labels(text: str, name: str) -> str:
    """A briefing whose figures are not those that another department states already."""
    letters = "".join(chr(ord("A") + int(digit)) for digit in name[1:])
    return re.sub(r"(label: \{zh: [^,]+)(, en: [^}]+)\}", rf"\1（{letters}）\2 ({letters})}}", text)


def write_plain_texts(series: Path, folder: Path, departments: int) -> list[str]:
    """Write the same departments as plain text, one JSON file each; returns their names."""
    shutil.copytree(series, folder, ignore=shutil.ignore_patterns("*.yaml"))
    names = []
    content = _read(series / "series.yaml")
    for name, file in _repeated_departments(series, content, departments):
        text = json.dumps(_plain_brief(_read(file)), ensure_ascii=False)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
        names.append(name)
    return names


def _repeated_departments(
    series: Path, content: Content, departments: int
) -> Iterator[tuple[str, Path]]:
    originals = content["departments"]
    for index in range(departments):
        yield f"d{index + 1:02}", series / f"{originals[index % len(originals)]}.yaml"


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8-sig"))


def _plain_brief(brief: Content) -> Part:
    return _PlainText(brief.get("figures", {})).brief(brief)


class _PlainText:
    """Walks one department's content and yields the parts that briefing.typ draws."""

    def __init__(self, figures: Content) -> None:
        self.figures = figures
        self.blocks: dict[str, Callable[[Any], Iterator[Part]]] = {
            "text": self.paragraphs,
            "note": self.paragraphs,
            "list": self.items,
            "quote": self.quote,
            "qa": self.questions,
            "key_figures": self.key_figures,
            "table": self.table,
            "chart": self.chart,
            "image": self.image,
            "annex": self.annex,
        }

    def brief(self, brief: Content) -> Part:
        parts = [
            self.paragraph(brief["department"]),
            self.paragraph(brief["speaker"]["name"]),
            self.paragraph(brief["speaker"]["title"]),
            *self.paragraphs(brief.get("lead", [])),
        ]
        for section in brief["sections"]:
            parts += self.section(section, level=2)
        parts += self.paragraphs(brief.get("next_steps", []))
        return {"title": self.pair(brief["title"]), "parts": parts}

    def section(self, section: Content, level: int) -> Iterator[Part]:
        yield {"kind": "heading", "level": min(level, 3), **self.pair(section["heading"])}
        for block in section.get("blocks", []):
            yield from self.block(block)
        for inner in section.get("sections", []):
            yield from self.section(inner, level + 1)

    def block(self, block: Any) -> Iterator[Part]:
        if block == "page_break":
            yield {"kind": "page_break"}
            return
        ((kind, content),) = block.items()
        yield from self.blocks[kind](content)

    def paragraphs(self, content: Any) -> Iterator[Part]:
        pairs = content if isinstance(content, list) else [content]
        yield from map(self.paragraph, pairs)

    def items(self, content: Any) -> Iterator[Part]:
        yield from self.paragraphs(content["items"] if isinstance(content, dict) else content)

    def quote(self, quote: Content) -> Iterator[Part]:
        yield from self.paragraphs([quote[name] for name in ("text", "by") if name in quote])

    def questions(self, questions: list[Content]) -> Iterator[Part]:
        for question in questions:
            yield from self.paragraphs(question["q"])
            yield from self.paragraphs(question["a"])

    def key_figures(self, names: list[str]) -> Iterator[Part]:
        figures = [{"value": self.figure(name, "zh"), "label": self.label(name)} for name in names]
        yield {"kind": "figures", "figures": figures}

    def table(self, table: Content) -> Iterator[Part]:
        yield {
            "kind": "table",
            "caption": self.pair(table["caption"]),
            "columns": [self.pair(column) for column in table["columns"]],
            "rows": [[self.cell(cell) for cell in row] for row in table["rows"]],
        }
        yield from self.paragraphs(table.get("note", []))

    def chart(self, chart: Content) -> Iterator[Part]:
        values = chart["series"][0]["values"]
        labels = chart.get("categories") or [self.label(name) for name in values]
        bars = [
            {"label": self.pair(label), "value": self.number(value)}
            for label, value in zip(labels, values, strict=True)
        ]
        yield {"kind": "chart", "caption": self.pair(chart["caption"]), "bars": bars}
        yield from self.paragraphs(chart.get("note", []))

    def image(self, image: Content) -> Iterator[Part]:
        caption = self.pair(image["caption"])
        width = image.get("width", 156)
        yield {"kind": "image", "file": image["file"], "width": width, "caption": caption}

    def annex(self, annex: Content) -> Iterator[Part]:
        yield {"kind": "page_break"}
        yield {"kind": "heading", "level": 2, **self.pair(annex["title"])}
        for block in annex["blocks"]:
            yield from self.block(block)

    def paragraph(self, pair: Content) -> Part:
        return {"kind": "paragraph", **self.pair(pair)}

    def pair(self, pair: Content) -> Part:
        return {
            language: self.words(pair.get(language) or "", language) for language in ("zh", "en")
        }

    def cell(self, cell: Any) -> str:
        if isinstance(cell, dict):
            pair = self.pair(cell)
            return f"{pair['zh']}\n{pair['en']}"
        return self.words(str(cell), "zh")

    def label(self, name: str) -> Content:
        label: Content = self.figures[name].get("label") or {"zh": name, "en": name}
        return label

    def words(self, text: str, language: str) -> str:
        plain = MARKUP.sub(r"\1", text)
        return REFERENCE.sub(
            lambda found: self.figure(found[1], language) if found[1] else found[0][0], plain
        )

    def figure(self, name: str, language: str) -> str:
        figure = self.figures[name]
        value = figure.get("day", figure.get("value"))
        unit = figure.get("unit", "")
        words = unit[language] if isinstance(unit, dict) else unit
        return f"{value}{words}" if language == "zh" else f"{value} {words}".strip()

    def number(self, value: Any) -> float:
        return float(self.figures[value]["value"] if isinstance(value, str) else value)
