"""Every sentence that a user reads, once in English and once in Chinese, found by its key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Literal

from msgspec import Struct

Language = Literal["zh", "en"]

LANGUAGES: tuple[Language, ...] = ("zh", "en")
"""Both languages, in the order in which a pair is printed."""


class Message(Struct, frozen=True):
    """A sentence by its key and the values that fill it; put into words only when shown."""

    key: str
    values: tuple[tuple[str, object], ...] = ()

    def text(self, language: Language) -> str:
        """The sentence in a language; raises KeyError for a key that has no wording."""
        values = {
            name: value.text(language) if isinstance(value, Message) else value
            for name, value in self.values
        }
        return wording(language)[self.key].format_map(values)


def say(key: str, **values: object) -> Message:
    """A message with its values, in a form that compares and hashes."""
    return Message(key, tuple(sorted(values.items())))


@cache
def wording(language: Language) -> Mapping[str, str]:
    """The table of sentences of one language, loaded when the first is needed."""
    table: Mapping[str, str] = import_module(f"makebrief.wording.{language}").WORDING
    return table
