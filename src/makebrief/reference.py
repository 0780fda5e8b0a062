"""Models, vocabulary, styles and wording into the tables and schemas that the documentation shows.

`python -m makebrief.reference` rewrites, in a checkout, what stands between
`<!-- generated: NAME -->` and `<!-- end -->`, and the JSON Schemas in `briefs/`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

import click
from msgspec.structs import replace

from makebrief import cli
from makebrief.checks.references import check_bundle
from makebrief.content import models
from makebrief.content.aspects import aspect_words
from makebrief.content.figures import figure_words
from makebrief.content.load import load_bundle
from makebrief.content.parse import parse_source
from makebrief.content.schema import SCHEMAS, json_schema
from makebrief.errors import BriefError, Diagnostic, Span
from makebrief.messages import LANGUAGES, Language, wording
from makebrief.reference_words import (
    ASPECT_EXAMPLES,
    ELEMENTS,
    FIELDS,
    FIGURES,
    KINDS,
    MISTAKES,
    PAIR_RULES,
    Mistake,
)
from makebrief.reports import rule_sentence
from makebrief.resources import templates_folder
from makebrief.style import model as style_models
from makebrief.style.load import load_style
from makebrief.style.model import BUILT_IN_ROLES, TextStyle
from makebrief.template.vocabulary import VOCABULARY, Element
from makebrief.validation.definition import define
from makebrief.validation.model import Model
from makebrief.validation.validator import validate

CHECKOUT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = ("README.md", "README.zh.md", "briefs/README.md", "templates/README.md")
_EXAMPLE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)
_GENERATED = re.compile(r"(<!-- generated: (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)
_Words = tuple[str, str]


def main() -> None:
    """Rewrites the generated parts of a checkout's documents, and its schemas."""
    for path, text in render_files(CHECKOUT).items():
        path.write_text(text, encoding="utf-8", newline="\n")


def render_files(checkout: Path) -> dict[Path, str]:
    """What each document and schema of a checkout should hold."""
    files = {checkout / name: _filled(checkout / name) for name in DOCUMENTS}
    schemas = {checkout / "briefs" / f"{name}.schema.json": json_schema(name) for name in SCHEMAS}
    return {**files, **schemas}


def _filled(document: Path) -> str:
    text = document.read_text(encoding="utf-8")
    return _GENERATED.sub(lambda found: f"{found[1]}{_part(found[2])}{found[3]}", text)


def _part(name: str) -> str:
    """The generated part of a name: a table of its own, or the fields of a model."""
    kind, _, rest = name.partition(" of ")
    lines = _fields(rest) if kind == "fields" else PARTS[name]()
    return "\n".join(lines) + "\n"


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield _row(head)
    yield _row(("---",) * len(head))
    for row in rows:
        yield _row(row)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def _code(text: object) -> str:
    return f"`{text}`"


# The fields of a model.


def _fields(name: str) -> Iterator[str]:
    model: type[Model] = getattr(models, name, None) or getattr(style_models, name)
    schema = define(model).model_json_schema(by_alias=True)
    schema = schema["$defs"][name] if "$ref" in schema else schema
    required = schema.get("required", ())
    rows = (
        (_field_name(field, field in required), _field_kind(node), _meaning(name, field, node))
        for field, node in schema["properties"].items()
    )
    return _table(("field 字段", "write 写什么", "meaning 含义"), rows)


def _field_name(name: str, required: bool) -> str:
    return f"**`{name}`**" if required else _code(name)


def _field_kind(node: Mapping[str, Any]) -> str:
    english, chinese = _kind(node)
    return english if english == chinese else f"{english} {chinese}"


def _meaning(model: str, field: str, node: Mapping[str, Any]) -> str:
    english, chinese = FIELDS[f"{model}.{field}"]
    default = node.get("default")
    given = default not in (None, (), [], {}) and not isinstance(default, dict)
    absent = f" Default 默认：{_shown(default)}" if given else ""
    return f"{english}<br>{chinese}{absent}"


def _shown(value: object) -> str:
    if isinstance(value, list | tuple):
        return " ".join(_code(each) for each in value)
    return _code(str(value).lower() if isinstance(value, bool) else value)


def _kind(node: Mapping[str, Any]) -> _Words:
    """What a field takes, in English and Chinese, from its JSON Schema."""
    if "$ref" in node:
        return KINDS.get(node["$ref"].rpartition("/")[2], KINDS["object"])
    if "enum" in node or "const" in node:
        choices = ", ".join(_code(each or '""') for each in node.get("enum", (node.get("const"),)))
        return choices, choices
    for key in ("anyOf", "oneOf"):
        if key in node:
            return _either([each for each in node[key] if each != {"type": "null"}])
    if "items" in node or "prefixItems" in node:
        item = node["items"] if "items" in node else node["prefixItems"][0]
        return _joined("list: {}", "列表：{}", _kind(item))
    for key in ("additionalProperties", "patternProperties"):
        if isinstance(inner := node.get(key), dict):
            inner = next(iter(inner.values())) if key == "patternProperties" else inner
            return _joined("names, each with {}", "名称，各含{}", _kind(inner))
    return KINDS.get(node.get("format") or node.get("pattern", ""), KINDS[node["type"]])


def _either(choices: list[Mapping[str, Any]]) -> _Words:
    if any("$ref" in each and each["$ref"].endswith("TextBlock") for each in _flat(choices)):
        return KINDS["block"]
    kinds = sorted(dict.fromkeys(map(_kind, choices)), key=lambda kind: kind[0].startswith("list"))
    if KINDS["number"] in kinds:
        kinds = [each for each in kinds if each not in {KINDS["integer"], KINDS["string"]}]
    return " or ".join(each[0] for each in kinds), "或".join(each[1] for each in kinds)


def _flat(choices: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for each in choices:
        yield from _flat(each["oneOf"]) if "oneOf" in each else (each,)


def _joined(english: str, chinese: str, inner: _Words) -> _Words:
    return english.format(inner[0]), chinese.format(inner[1])


# What figures print, and what mistakes say.


def _figures() -> Iterator[str]:
    rows = ((_code(each), *_printed(each)) for each in FIGURES)
    return _table(("in the file 写法", "中文", "English"), rows)


def _printed(written: str) -> tuple[str, str]:
    figure = _read_figure(written)
    return figure_words(figure, "zh"), figure_words(figure, "en")


def _read_figure(written: str) -> models.Figure:
    return validate(models.Figure, parse_source(written, "figure").data)


def _aspects() -> Iterator[str]:
    rows = (
        (_code(written), _code(f"{{name:{aspect}}}"), *_said(aspect, written))
        for aspect, written in ASPECT_EXAMPLES
    )
    return _table(("in the file 写法", "in a text 引用", "中文", "English"), rows)


def _said(aspect: str, written: str) -> tuple[str, str]:
    figure = _read_figure(written)
    chinese, english = (aspect_words(figure, aspect, each) for each in LANGUAGES)
    return chinese or "", english or ""


def _mistakes() -> Iterator[str]:
    for mistake in MISTAKES:
        found = find_mistake(mistake)
        written = dedent(mistake.wrong or mistake.right).strip()
        yield from (f"**{mistake.english} {mistake.chinese}**", "")
        yield from ("```yaml", written, "```", "", "```text")
        yield from (each.text(language) for language in _LANGUAGES for each in found)
        yield from ("```", "")


_LANGUAGES: tuple[Language, ...] = ("en", "zh")


def find_mistake(mistake: Mistake) -> tuple[Diagnostic, ...]:
    """What make-brief says about a mistake made in the README's first series."""
    with TemporaryDirectory() as home:
        for name, text in read_examples(CHECKOUT / "README.md").items():
            path = Path(home) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            wrong = text.replace(mistake.right, mistake.wrong)
            path.write_text(wrong if path.name == mistake.file else text, encoding="utf-8")
        found = _findings(path.parent)
    return tuple(_from(Path(home), each) for each in found)


def _findings(folder: Path) -> tuple[Diagnostic, ...]:
    try:
        return check_bundle(load_bundle(folder))
    except BriefError as failure:
        return failure.diagnostics


def _from(home: Path, found: Diagnostic) -> Diagnostic:
    """A finding whose file is named from a folder, as a user there would see it."""
    span = found.span or Span("")
    return replace(found, span=replace(span, file=span.file.removeprefix(f"{home.as_posix()}/")))


def read_examples(document: Path) -> dict[str, str]:
    """The whole files that a document shows under `<!-- file: PATH -->`, by their paths."""
    text = document.read_text(encoding="utf-8")
    return {found[1]: found[2] for found in _EXAMPLE.finditer(text)}


# The vocabulary and the styles.


def _elements() -> Iterator[str]:
    rows = (
        (_code(f"<{name}>"), _holds(each), _attributes(each), f"{each.purpose}<br>{ELEMENTS[name]}")
        for name, each in VOCABULARY.items()
    )
    return _table(("element 元素", "holds 可含", "attributes 属性", "meaning 含义"), rows)


def _holds(element: Element) -> str:
    names = " ".join(_code(each) for each in element.children)
    if not element.words:
        return names or "nothing 空"
    return f"words 文字 {names}".rstrip()


def _attributes(element: Element) -> str:
    return "<br>".join(
        _code(name)
        + (f": {', '.join(choices)}" if choices else "")
        + (" (required 必填)" if name in element.required else "")
        for name, choices in element.attributes.items()
    )


def _roles() -> Iterator[str]:
    shipped = templates_folder()
    style = load_style(shipped / "gongwen", shipped)
    rows = (
        (
            f"**`{name}`**" if name in BUILT_IN_ROLES else _code(name),
            f"{role.name.en} {role.name.zh}",
            _setting(role.zh, role.zh.han),
            _setting(role.en, role.en.latin),
        )
        for name, role in style.roles.items()
    )
    return _table(("role 角色", "in Word 样式名", "中文", "English"), rows)


def _setting(style: TextStyle, face: str) -> str:
    return f"`{face}` {style.size:g} pt, {style.align}"


# The commands.


def _pair_rules() -> Iterator[str]:
    rows = (
        (_code(key), f"{rule_sentence(key, 'en')}<br>{rule_sentence(key, 'zh')}")
        for key in PAIR_RULES
    )
    return _table(("id 编号", "finding 提示"), rows)


def _commands(language: Language) -> Iterator[str]:
    words = wording(language)
    heads = {"en": ("option", "meaning"), "zh": ("选项", "含义")}
    for name, command in cli.cli.commands.items():
        yield from (f"#### `make-brief {' '.join((name, *_arguments(command)))}`", "")
        yield from (words[command.help or ""], "")
        options = [each for each in command.params if isinstance(each, click.Option)]
        rows = ((_code(_option(each)), _plain(words[each.help or ""])) for each in options)
        yield from _table(heads[language], rows)
        yield ""


def _arguments(command: click.Command) -> Iterator[str]:
    for each in command.params:
        if isinstance(each, click.Argument):
            yield f"[{_choices(each) or (each.name or '').upper()}]"


def _choices(parameter: click.Parameter) -> str:
    kind = parameter.type
    return "|".join(map(str, kind.choices)) if isinstance(kind, click.Choice) else ""


def _plain(text: str) -> str:
    """A text whose angle brackets are no HTML."""
    return text.replace("<", "&lt;")


def _option(option: click.Option) -> str:
    names = ", ".join(option.opts)
    if option.is_flag:
        return names
    return f"{names} {_choices(option) or option.metavar}"


PARTS: Mapping[str, Callable[[], Iterator[str]]] = {
    "aspects": _aspects,
    "figures": _figures,
    "mistakes": _mistakes,
    "elements": _elements,
    "roles": _roles,
    "rules of pairs": _pair_rules,
    "commands": lambda: _commands("en"),
    "commands in Chinese": lambda: _commands("zh"),
}
"""The parts that can stand between markers, by name; `fields of MODEL` is one for every model."""


if __name__ == "__main__":
    main()
