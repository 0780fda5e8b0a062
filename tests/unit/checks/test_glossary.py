from __future__ import annotations

from pathlib import Path

from makebrief.checks.references import check_bundle
from tests.samples import SERIES, brief_with, bundle_of, first_line, hints_of

GLOSSARY = """\
glossary:
  - zh: 京津冀
    en: Beijing-Tianjin-Hebei region
    short: BTH region
    never: [Jing-Jin-Ji, BTH]
"""


def findings(folder: Path, english: str) -> list[str]:
    brief = brief_with(f'- text: {{zh: 京津冀。, en: "{english}"}}')
    return [first_line(each) for each in check_bundle(bundle_of(folder, brief, SERIES + GLOSSARY))]


def test_a_forbidden_rendering_is_an_error_where_it_stands(tmp_path: Path) -> None:
    brief = brief_with('- text: {zh: 京津冀。, en: "Projects in Jing-Jin-Ji."}')
    [found] = check_bundle(bundle_of(tmp_path, brief, SERIES + GLOSSARY))

    assert first_line(found) == (
        "statistics.yaml:9:43: error: “Jing-Jin-Ji” is refused by the glossary "
        "as a rendering of 京津冀"
    )
    assert hints_of(found) == ["write “Beijing-Tianjin-Hebei region”"]


def test_the_terms_own_renderings_may_hold_forbidden_words(tmp_path: Path) -> None:
    assert findings(tmp_path, "The Beijing-Tianjin-Hebei region (BTH region) grows.") == []
    assert len(findings(tmp_path, "The BTH area of the Beijing-Tianjin-Hebei region.")) == 1


def test_only_whole_words_are_refused(tmp_path: Path) -> None:
    assert findings(tmp_path, "The BTHX index of the Beijing-Tianjin-Hebei region.") == []


def test_every_occurrence_is_reported(tmp_path: Path) -> None:
    found = findings(tmp_path, "Jing-Jin-Ji and Jing-Jin-Ji.")
    assert len({line.split(" ")[0] for line in found}) == 2
