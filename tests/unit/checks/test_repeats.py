"""Texts of a series that share their English."""

from __future__ import annotations

from pathlib import Path

import pytest

from makebrief.checks.references import check_bundle
from tests.samples import brief_with, bundle_of


def severities(folder: Path, one: str, other: str, english: str) -> list[str]:
    """How bad it is that two Chinese texts have one English."""
    pairs = "".join(f'  - {{zh: {each}, en: "{english}"}}\n' for each in (one, other))
    found = check_bundle(bundle_of(folder, brief_with("- list:\n" + pairs)))
    return [each.severity for each in found if each.message.key == "english-twice"]


@pytest.mark.parametrize(
    ("one", "other", "english", "found"),
    [
        ("加强生态保护", "加强文物保护", "Protecting the Environment", ["warning"]),
        ("规范校外培训机构行为", "规范养老服务机构行为", "Conduct of Institutions", ["warning"]),
        ("持续改善民生", "不断改善民生", "Improving People’s Lives", []),
        ("加强生态保护", "加强生态环境保护", "Protecting the Environment", []),
        ("责任单位", "牵头单位", "Responsible department", []),
        ("部门", "单位", "Department", ["hint"]),
        (
            "带动农民增收",
            "拓宽林区群众增收渠道",
            "We raised the incomes of all farmers",
            ["warning"],
        ),
    ],
)
def test_one_english_for_two_things_is_told(
    tmp_path: Path, one: str, other: str, english: str, found: list[str]
) -> None:
    assert severities(tmp_path, one, other, english) == found
