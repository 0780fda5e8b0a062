from __future__ import annotations

import pickle

import pytest

from makebrief.errors import BriefError, Span, error, raise_errors, warning
from makebrief.messages import say

FINDING = error(
    say("unknown-field", name="titel"),
    Span("briefs/2024-h1/x.yaml", 12, 7),
    say("hint-did-you-mean", name="title"),
)


def test_a_finding_prints_its_place_its_message_and_its_hints() -> None:
    assert FINDING.text("en") == (
        "briefs/2024-h1/x.yaml:12:7: error: unknown field 'titel'\n  hint: did you mean 'title'?"
    )
    assert FINDING.text("zh").startswith("briefs/2024-h1/x.yaml:12:7: 错误")


def test_a_message_inside_a_message_is_put_into_the_same_language() -> None:
    message = say("wrong-kind", expected=say("kind-text"))
    assert message.text("en") == "this must be a text"
    assert "a text" not in message.text("zh")


def test_findings_travel_between_processes() -> None:
    failure = pickle.loads(pickle.dumps(BriefError([FINDING])))
    assert failure.diagnostics == (FINDING,)


def test_a_warning_alone_does_not_raise() -> None:
    raise_errors([warning(say("untranslated", words="甲"))])
    with pytest.raises(BriefError) as caught:
        raise_errors([warning(say("untranslated", words="甲")), FINDING])
    assert len(caught.value.diagnostics) == 2


def test_findings_sort_by_place() -> None:
    spans = [Span("b", 1, 1), Span("a", 10, 2), Span("a", 9, 30)]
    assert sorted(spans) == [spans[2], spans[1], spans[0]]
