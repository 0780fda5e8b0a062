"""Plain models as pydantic defines them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from msgspec import structs
from pydantic import ValidationError

from makebrief.content.models import Brief, Figure, ListBlock, Pair, Section, Series
from makebrief.style.model import Margins, Style
from makebrief.validation.definition import define
from makebrief.validation.model import Model
from makebrief.validation.validator import validate


def all_models(base: type[Model] = Model) -> list[type[Model]]:
    return [each for model in base.__subclasses__() for each in (model, *all_models(model))]


def test_every_model_has_a_definition_of_the_same_name_and_fields() -> None:
    assert {Brief, Series, Style, Section} <= set(all_models())
    for model in all_models():
        definition = define(model)
        assert definition.__name__ == model.__name__
        assert definition.__doc__ == model.__doc__
        assert tuple(definition.model_fields) == model.__struct_fields__


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.__name__)
def test_what_may_be_left_out_has_the_default_of_the_plain_model(model: type[Model]) -> None:
    required = [name for name, each in define(model).model_fields.items() if each.is_required()]
    given: dict[str, Any] = dict.fromkeys(required, 0)
    made = model(**given)
    for name, each in define(model).model_fields.items():
        if name not in given:
            default = each.get_default(call_default_factory=True, validated_data={})
            assert default == getattr(made, name)


def test_a_section_holds_sections_and_all_are_plain() -> None:
    data = {
        "heading": {"zh": "一"},
        "sections": ({"heading": {"zh": "二"}, "blocks": ({"list": ({"zh": "三"},)},)},),
    }
    inner = Section(heading=Pair(zh="二"), blocks=(ListBlock(list_=(Pair(zh="三"),)),))
    assert validate(Section, data) == Section(heading=Pair(zh="一"), sections=(inner,))


def test_content_is_taken_as_written_and_styles_are_turned_into_their_types() -> None:
    with pytest.raises(ValidationError):
        validate(Figure, {"value": 1, "source": 2})
    assert validate(Margins, {"top": Decimal("37.5")}) == Margins(top=37.5)
    assert validate(Margins, {"top": "37.5"}) == Margins(top=37.5)


def test_all_findings_come_at_once_and_at_their_places() -> None:
    with pytest.raises(ValidationError) as failure:
        validate(Section, {"heading": "一", "blocks": ({"text": {"en": 1}},), "titel": 1})
    found = {(each["type"], each["loc"]) for each in failure.value.errors()}
    with pytest.raises(ValidationError) as expected:
        define(Section).model_validate(
            {"heading": "一", "blocks": ({"text": {"en": 1}},), "titel": 1}
        )
    assert found == {(each["type"], each["loc"]) for each in expected.value.errors()}
    assert len(found) == 4


def test_a_model_is_frozen_and_refuses_fields_it_does_not_know() -> None:
    pair = Pair(zh="一")
    with pytest.raises(AttributeError):
        pair.zh = "二"  # type: ignore[misc]
    assert structs.replace(pair, en="one") == Pair(zh="一", en="one")
    with pytest.raises(ValidationError):
        validate(Pair, {"zh": "一", "fr": "un"})
