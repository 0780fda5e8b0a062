"""Findings as programs read them: the same rule ids, places and words in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from makebrief.errors import Diagnostic, Span, error, warning
from makebrief.messages import say
from makebrief.reports import REPORTERS, as_github, as_json, as_sarif

HERE = Path("/home/li/office")
FOUND = (
    error(
        say("glossary-never", words="a, 100%: b", zh="京津冀"),
        Span("briefs/2024 上半年/x.yaml", 12, 7),
        say("hint-glossary", en="BTH region"),
    ),
    warning(say("end-none"), Span("/home/li/office/briefs/x.yaml", 3)),
    Diagnostic("hint", say("name-unknown", name="聊城站"), Span("/elsewhere/x.yaml", 1, 2)),
    error(say("series-none")),
)


def test_json_keeps_its_fields_in_both_languages() -> None:
    rows = json.loads(as_json(FOUND, HERE))
    assert [row["code"] for row in rows] == [each.message.key for each in FOUND]
    assert rows[0]["message"]["zh"].startswith("术语表")
    assert (rows[0]["line"], rows[0]["column"]) == (12, 7)
    assert rows[3]["file"] is None


def test_sarif_has_a_rule_for_each_kind_and_a_result_for_each_finding() -> None:
    log = json.loads(as_sarif(FOUND, HERE))
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({each.message.key for each in FOUND})
    assert run["columnKind"] == "unicodeCodePoints"
    for each, result in zip(FOUND, run["results"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == each.message.key
        assert each.message.text("zh") in result["message"]["text"]
        assert each.message.text("en") in result["message"]["text"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "error"]


def test_sarif_places_are_relative_uris_in_code_points() -> None:
    results = json.loads(as_sarif(FOUND, HERE))["runs"][0]["results"]
    places = [result["locations"][0]["physicalLocation"] for result in results[:3]]
    assert places[0]["region"] == {"startLine": 12, "startColumn": 7}
    assert [place["artifactLocation"]["uri"] for place in places] == [
        "briefs/2024%20%E4%B8%8A%E5%8D%8A%E5%B9%B4/x.yaml",
        "briefs/x.yaml",
        "file:///elsewhere/x.yaml",
    ]
    assert "locations" not in results[3]


def test_rules_are_described_without_the_braces_of_their_sentences() -> None:
    rules = json.loads(as_sarif(FOUND, HERE))["runs"][0]["tool"]["driver"]["rules"]
    for rule in rules:
        assert "{" not in rule["shortDescription"]["text"]


def test_github_annotations_are_one_line_each_and_escaped() -> None:
    lines = as_github(FOUND, HERE).split("\n")
    assert len(lines) == len(FOUND)
    assert lines[0].startswith(
        "::error file=briefs/2024 上半年/x.yaml,line=12,col=7,title=make-brief glossary-never::"
    )
    assert "a, 100%25: b" in lines[0]
    assert lines[1].startswith("::warning file=briefs/x.yaml,line=3,col=1,")
    assert lines[2].startswith("::notice ")
    assert lines[3].startswith("::error title=make-brief series-none::")


@pytest.mark.parametrize("name", REPORTERS)
def test_nothing_found_is_a_whole_report(name: str) -> None:
    text = REPORTERS[name]((), HERE)
    assert text == "" if name == "github" else json.loads(text) is not None
