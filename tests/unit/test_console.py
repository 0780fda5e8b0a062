from __future__ import annotations

import pytest

from makebrief.console import user_language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "zh_CN.UTF-8", "LANG": "de_DE"}, "zh"),
        ({"MAKE_BRIEF_LANG": "zh", "LC_ALL": "en_GB.UTF-8"}, "zh"),
        ({"MAKE_BRIEF_LANG": "EN", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"MAKE_BRIEF_LANG": "fr", "LANG": "zh_CN.UTF-8"}, "zh"),
    ],
)
def test_the_users_language_is_the_one_asked_for_or_the_locales(
    environment: dict[str, str], language: str
) -> None:
    assert user_language(environment) == language
