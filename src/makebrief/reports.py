"""Findings into what programs read: JSON, SARIF 2.1.0, annotations of GitHub."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from makebrief import __version__
from makebrief.checks.layout import facts_of
from makebrief.errors import Diagnostic, Severity, Span
from makebrief.messages import LANGUAGES, Language, wording

SARIF_VERSION = "2.1.0"
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "hint": "note"}
_ANNOTATIONS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "hint": "notice"}
_FIELD = re.compile(r"\{\w+\}")


def as_json(found: tuple[Diagnostic, ...], _here: Path) -> str:
    """A list with one object a finding; its sentences in both languages."""
    rows = [
        {
            "severity": each.severity,
            "code": each.message.key,
            "file": each.span.file if each.span else None,
            "line": each.span.line if each.span else None,
            "column": each.span.column if each.span else None,
            "message": {"zh": each.message.text("zh"), "en": each.message.text("en")},
            "hints": [{"zh": hint.text("zh"), "en": hint.text("en")} for hint in each.hints],
            **facts_of(each),
        }
        for each in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_sarif(found: tuple[Diagnostic, ...], here: Path) -> str:
    """A log of one run: a rule for each kind of finding, a result for each finding."""
    keys = sorted({each.message.key for each in found})
    driver = {
        "name": "make-brief",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(key) for key in keys],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, keys.index(each.message.key), here) for each in found],
    }
    log = {"$schema": SARIF_SCHEMA, "version": SARIF_VERSION, "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(key: str) -> dict[str, Any]:
    """A kind of finding: its sentence in both languages."""
    english, chinese = (rule_sentence(key, each) for each in reversed(LANGUAGES))
    return {"id": key, "shortDescription": {"text": f"{english} / {chinese}"}}


def rule_sentence(key: str, language: Language) -> str:
    """What findings of a kind say, with … for what differs from one to the next."""
    return _FIELD.sub("…", wording(language)[key]).replace("{{", "{").replace("}}", "}")


def _result(each: Diagnostic, rule: int, here: Path) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": each.message.key,
        "ruleIndex": rule,
        "level": _LEVELS[each.severity],
        "message": {"text": both_languages(each)},
    }
    if each.span:
        result["locations"] = [{"physicalLocation": _location(each.span, here)}]
    return result


def _location(span: Span, here: Path) -> dict[str, Any]:
    file = relative(span.file, here)
    uri = Path(file).as_uri() if Path(file).is_absolute() else quote(file)
    return {
        "artifactLocation": {"uri": uri},
        "region": {"startLine": span.line, "startColumn": span.column},
    }


def both_languages(each: Diagnostic) -> str:
    """A finding's sentence and hints, in English and then in Chinese."""
    return "\n".join(
        " → ".join((each.message.text(language), *(hint.text(language) for hint in each.hints)))
        for language in reversed(LANGUAGES)
    )


def as_github(found: tuple[Diagnostic, ...], here: Path) -> str:
    """A workflow command for each finding, which shows beside the line in a change."""
    return "\n".join(_annotation(each, here) for each in found)


def _annotation(each: Diagnostic, here: Path) -> str:
    values = {"title": f"make-brief {each.message.key}"}
    if each.span:
        file = relative(each.span.file, here)
        values = {"file": file, "line": str(each.span.line), "col": str(each.span.column), **values}
    properties = ",".join(f"{name}={_property(value)}" for name, value in values.items())
    return f"::{_ANNOTATIONS[each.severity]} {properties}::{_data(both_languages(each))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def relative(file: str, here: Path) -> str:
    """A file's path from a folder, with slashes; its own if it lies elsewhere."""
    path = Path(file)
    if path.is_absolute() and path.is_relative_to(here):
        path = path.relative_to(here)
    return path.as_posix()


REPORTERS: Mapping[str, Callable[[tuple[Diagnostic, ...], Path], str]] = {
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
"""How findings are printed for programs, by the name of the format."""
