"""What is said of a figure's name that nobody defined."""

from __future__ import annotations

from makebrief.checks.parts import FileParts
from makebrief.content.source import closest
from makebrief.messages import Message, say


def undefined_figure(name: str) -> Message:
    """That nobody defines the figure."""
    return say("figure-undefined", name=name)


def figure_hints(name: str, file: FileParts) -> list[Message]:
    """The name that was probably meant, or how a figure is defined."""
    own = {full.removeprefix(f"{file.id}."): full for full in file.figures}
    near = closest(name, list(own))
    return [say("hint-did-you-mean", name=near)] if near else [say("hint-define-figure")]
