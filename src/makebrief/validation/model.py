"""The base of all that people write: a frozen class, unknown fields refused when it is read."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar, dataclass_transform

from msgspec import Struct, StructMeta, field


class _ModelMeta(StructMeta):
    def __new__(
        cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **_: bool
    ) -> _ModelMeta:
        made: _ModelMeta = super().__new__(cls, name, bases, namespace, frozen=True, kw_only=True)
        return made


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
class Model(Struct, metaclass=_ModelMeta, frozen=True):
    """A frozen piece of what people write, whose fields are given by name.

    Its annotations are pydantic's, and evaluated only when a definition is asked for: with the
    names of the class's own module and of the module `kinds` beside it.
    """

    strict: ClassVar[bool] = True
    """Whether a value must have the type asked for; else it may be turned into it."""


_Made = TypeVar("_Made", bound=Model)


def construct(model: type[_Made], validated: tuple[dict[str, Any], Any, Any]) -> _Made:
    """A model from what pydantic's core makes of its fields: values, extra values, names given."""
    return model(**validated[0])
