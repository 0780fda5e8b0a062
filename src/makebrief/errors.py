"""What went wrong and where: the types that every stage reports with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from makebrief.messages import Language, Message

Severity = Literal["error", "warning", "hint"]


class Span(Struct, frozen=True, order=True):
    """A place in a file that a person can go to; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Diagnostic(Struct, frozen=True):
    """One finding: how bad it is, what it says, where it is, and what to do about it."""

    severity: Severity
    message: Message
    span: Span | None = None
    hints: tuple[Message, ...] = ()

    def text(self, language: Language) -> str:
        """The finding as it is printed: `file:line:column: error: message`, then its hints."""
        severity = Message(f"severity-{self.severity}").text(language)
        place = f"{self.span}: " if self.span else ""
        lines = [f"{place}{severity}: {self.message.text(language)}"]
        label = Message("severity-hint").text(language)
        lines += [f"  {label}: {hint.text(language)}" for hint in self.hints]
        return "\n".join(lines)


class BriefError(Exception):
    """The content, a template or a font is wrong; carries every diagnostic found so far."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(each.text("en") for each in self.diagnostics))

    def __reduce__(self) -> tuple[type[BriefError], tuple[tuple[Diagnostic, ...]]]:
        return type(self), (self.diagnostics,)


def error(message: Message, span: Span | None = None, *hints: Message) -> Diagnostic:
    """A finding that fails the build."""
    return Diagnostic("error", message, span, hints)


def warning(message: Message, span: Span | None = None, *hints: Message) -> Diagnostic:
    """A finding that fails the build only under `--strict`."""
    return Diagnostic("warning", message, span, hints)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings by their places; files stay in the order in which they first come."""
    found = tuple(diagnostics)
    files: dict[str, int] = {}
    for each in found:
        files.setdefault(each.span.file if each.span else "", len(files))

    def place(each: Diagnostic) -> tuple[int, int, int]:
        span = each.span or Span("")
        return files[span.file], span.line, span.column

    return tuple(sorted(found, key=place))


def raise_errors(diagnostics: Iterable[Diagnostic]) -> None:
    """Raises BriefError with all findings if one of them is an error."""
    found = tuple(diagnostics)
    if any(each.severity == "error" for each in found):
        raise BriefError(found)
