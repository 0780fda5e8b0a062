"""The kinds of value in a style, as pydantic checks them: what its models' annotations name."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, StrictStr

from makebrief.style import patterns

__all__ = ["Field", "StrictStr"]

Positive = Annotated[float, Field(gt=0, le=2000)]
Length = Annotated[float, Field(ge=0, le=2000)]
Colour = Annotated[str, Field(pattern="^[0-9a-fA-F]{6}$")]
NumberPattern = Annotated[StrictStr, AfterValidator(patterns.check_number_pattern)]
MoneyPattern = Annotated[StrictStr, AfterValidator(patterns.check_money_pattern)]
LabelPattern = Annotated[StrictStr, AfterValidator(patterns.check_label_pattern)]
ContinuedPattern = Annotated[StrictStr, AfterValidator(patterns.check_continued_pattern)]
