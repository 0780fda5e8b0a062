"""Pydantic's findings into our own words, each pointing at the key or value it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from makebrief.content.fields import field_names
from makebrief.content.measures import unit_called
from makebrief.content.source import Path, Source, closest
from makebrief.errors import Diagnostic, error
from makebrief.messages import Message, say

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from makebrief.validation.model import Model


class ContentError(ValueError):
    """A validator's finding, already in our own words."""

    def __init__(self, message: Message, *hints: Message) -> None:
        super().__init__(message.key)
        self.message = message
        self.hints = hints


def explain(
    findings: Iterable[ErrorDetails], source: Source, model: type[Model]
) -> list[Diagnostic]:
    """Every pydantic finding of one file as a diagnostic with position and hint."""
    found = list(findings)
    return [_explain_one(each, source, model) for each in found if not _follows(each, found)]


def _follows(finding: ErrorDetails, others: list[ErrorDetails]) -> bool:
    """Whether a finding only follows from another: a list that seems too short because one of
    its items is wrong, a field that seems missing because its name is misspelled."""
    place = finding["loc"]
    if finding["type"] == "too_short":
        return any(each["loc"][: len(place)] == place != each["loc"] for each in others)
    if finding["type"] == "missing":
        unknown = [
            str(each["loc"][-1])
            for each in others
            if each["type"] == "extra_forbidden" and each["loc"][:-1] == place[:-1]
        ]
        return any(closest(name, [str(place[-1])]) for name in unknown)
    return False


def data_path(location: tuple[str | int, ...], data: Any) -> tuple[Path, tuple[str | int, ...]]:
    """A pydantic location as the path in the data, and what of it the data does not hold."""
    path: list[str | int] = []
    for index, part in enumerate(location):
        written = isinstance(data, Mapping) and part in data
        if not written and isinstance(part, str) and part.startswith("<"):
            continue
        name = "list" if part == "list_" and not written else part
        try:
            data = data[name]
        except (KeyError, IndexError, TypeError):
            return tuple(path), location[index:]
        path.append(name)
    return tuple(path), ()


def _explain_one(finding: ErrorDetails, source: Source, model: type[Model]) -> Diagnostic:
    kind = finding["type"]
    path, rest = data_path(finding["loc"], source.data)
    value_span = source.value(path)
    name = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        return _unknown_field(source, path, field_names(model, finding["loc"]))
    if kind == "missing":
        return error(say("missing-field", name=rest[0] if rest else name), source.key(path))
    if kind == "value_error":
        cause = finding["ctx"]["error"]
        if isinstance(cause, ContentError):
            return error(cause.message, value_span, *cause.hints)
    if kind == "literal_error":
        return _not_a_choice(finding, source, path)
    if kind == "string_pattern_mismatch":
        return _wrong_name(finding, source, path)
    return error(*_wrong_type(kind, finding), value_span, *_type_hints(kind, finding))


def _unknown_field(source: Source, path: Path, known: tuple[str, ...]) -> Diagnostic:
    name = str(path[-1])
    near = closest(name, list(known))
    hints = [say("hint-did-you-mean", name=near)] if near else []
    if known and not near:
        hints = [say("hint-known-fields", names=", ".join(known))]
        if source.datum(path) is None and " " in name:
            hints = [say("hint-quote-inside")]
    return error(say("unknown-field", name=name), source.key(path), *hints)


def _not_a_choice(finding: ErrorDetails, source: Source, path: Path) -> Diagnostic:
    given = str(finding["input"])
    expected = finding["ctx"]["expected"].replace(" or ", ", ").replace("'", "")
    choices = expected.split(", ")
    meant = unit_called(given)
    near = meant if meant in choices else closest(given, choices)
    hints = [say("hint-did-you-mean", name=near)] if near else []
    message = say("not-a-choice", value=given, choices=expected)
    return error(message, source.value(path), *hints)


def _wrong_name(finding: ErrorDetails, source: Source, path: Path) -> Diagnostic:
    value = str(finding["input"])
    if path and path[-1] == "day":
        return error(say("date-invalid", value=value), source.value(path))
    return error(say("bad-name", name=value), source.key(path), say("hint-name"))


_KINDS = {
    "string_type": "kind-text",
    "int_type": "kind-whole-number",
    "int_from_float": "kind-whole-number",
    "decimal_type": "kind-number",
    "bool_type": "kind-boolean",
    "tuple_type": "kind-list",
    "dict_type": "kind-mapping",
    "model_type": "kind-mapping",
    "model_attributes_type": "kind-mapping",
    "date_type": "kind-date",
    "none_required": "kind-nothing",
    "union_tag_not_found": "kind-value",
}


def _wrong_type(kind: str, finding: ErrorDetails) -> tuple[Message]:
    if kind in _KINDS:
        return (say("wrong-kind", expected=say(_KINDS[kind])),)
    context = finding.get("ctx", {})
    if kind == "too_short":
        return (say("too-few", minimum=context["min_length"], actual=context["actual_length"]),)
    if kind == "too_long":
        return (say("too-many", maximum=context["max_length"], actual=context["actual_length"]),)
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = context.get("ge", context.get("le"))
        return (say("out-of-range-" + kind.split("_", maxsplit=1)[0], bound=bound),)
    return (say("invalid-value", reason=finding["msg"]),)


def _type_hints(kind: str, finding: ErrorDetails) -> tuple[Message, ...]:
    given = finding.get("input")
    if kind == "string_type" and isinstance(given, dict) and not given:
        return (say("hint-brace-text"),)
    if kind == "string_type" and given is not None and not isinstance(given, dict | list):
        return (say("hint-quote-number", value=given),)
    if kind in {"model_type", "model_attributes_type"} and isinstance(given, str):
        return (say("hint-pair"),)
    if kind == "tuple_type":
        return (say("hint-list"),)
    return ()
