"""Findings into a verdict: whether what was found in the content forbids setting it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from makebrief.errors import Diagnostic
from makebrief.messages import Message, say

if TYPE_CHECKING:
    from makebrief.content.bundle import Bundle


class Findings(Struct):
    """What was found in the content, and whether that is all and allows it to be set."""

    all: list[Diagnostic] = []
    passed: bool = False


class RefusedError(Exception):
    """What was found in the content forbids setting it."""


def forbids(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether there are errors, or under --strict warnings."""
    failing = {"error", "warning"} if strict else {"error"}
    return any(each.severity in failing for each in diagnostics)


def shown(
    diagnostics: tuple[Diagnostic, ...], *, strict: bool, quiet: bool
) -> tuple[Diagnostic, ...]:
    """The findings that are printed: under --quiet errors alone, unless warnings are errors."""
    return tuple(each for each in diagnostics if not quiet or each.severity == "error" or strict)


def summary(diagnostics: tuple[Diagnostic, ...], *, written: bool = False) -> Message | None:
    """How much was found, in a sentence; None if nothing was."""
    errors = sum(each.severity == "error" for each in diagnostics)
    warnings = sum(each.severity == "warning" for each in diagnostics)
    if errors:
        key = "summary-left" if written else "summary-errors"
        return say(key, errors=errors, warnings=warnings)
    return say("summary-warnings", warnings=warnings) if warnings else None


def check_content(bundle: Bundle, findings: Findings, *, strict: bool) -> Iterator[None]:
    """Checks the content, step by step, and adds to what was found.

    Raises RefusedError at the end if the findings forbid setting the content.
    """
    from makebrief.checks.parts import read_parts
    from makebrief.checks.references import check_shapes
    from makebrief.checks.words import check_words

    files = read_parts(bundle)
    findings.all += check_shapes(files)
    yield
    for part in check_words(bundle, files):
        findings.all += part
        yield
    if forbids(findings.all, strict=strict):
        raise RefusedError
    findings.passed = True
