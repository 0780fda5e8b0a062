from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from makebrief.content.bundle import CONSOLIDATED, Bundle
from makebrief.content.load import load_bundle
from makebrief.order import Order, Result
from makebrief.style.load import load_outfit
from makebrief.verdict import RefusedError
from makebrief.workers import Task, choose_jobs, set_documents
from tests.samples import BRIEF, GONGWEN, SERIES, bundle_of, write_series


def several(folder: Path) -> Bundle:
    series = SERIES.replace("[statistics]", "[statistics, water, air]")
    return load_bundle(write_series(folder, {"series.yaml": series}, water=BRIEF, air=BRIEF))


def order(*names: str, template: Path = GONGWEN) -> Order:
    return Order(names=names, layout="alternating", outfit=load_outfit(template), formats=("pdf",))


def test_several_processes_set_the_same_bytes_in_the_same_order(tmp_path: Path) -> None:
    bundle = several(tmp_path)
    names = (*bundle.briefs, CONSOLIDATED)
    told: list[Result] = []
    alone = set_documents(Task(bundle, order(*names), 1), lambda _: None)
    together = set_documents(Task(bundle, order(*names), 3), told.append)
    assert [result.name for result in together] == list(names)
    assert sorted(each.name for each in told) == sorted(names)
    for one, other in zip(alone, together, strict=True):
        assert one.rendered is not None
        assert other.rendered is not None
        assert one.rendered.files == other.rendered.files


def test_two_processes_set_many_documents_each_once(tmp_path: Path) -> None:
    names = [*(f"d{number}" for number in range(8)), "statistics"]
    series = SERIES.replace("[statistics]", f"[{', '.join(names)}]")
    bundle = load_bundle(
        write_series(tmp_path, {"series.yaml": series}, **dict.fromkeys(names, BRIEF))
    )
    told: list[Result] = []
    results = set_documents(Task(bundle, order(*names), 2), told.append)
    assert [result.name for result in results] == names
    assert all(result.rendered for result in results)
    assert sorted(each.name for each in told) == names


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_cannot_be_set_does_not_stop_the_others(tmp_path: Path, jobs: int) -> None:
    series = SERIES.replace("[statistics]", "[statistics, water]")
    water = BRIEF.replace("共有", "共有\U0001f600")
    bundle = load_bundle(write_series(tmp_path, {"series.yaml": series}, water=water))
    good, bad = set_documents(Task(bundle, order("statistics", "water"), jobs), lambda _: None)
    assert good.rendered is not None
    assert bad.rendered is None
    assert [each.message.key for each in bad.diagnostics] == ["glyph-missing"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_wrong_template_is_a_finding_also_from_another_process(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "style.yaml").write_text("extends: gongwen\n", encoding="utf-8")
    (tmp_path / "t" / "department.xml.j2").write_text("{% if %}", encoding="utf-8")
    bundle = bundle_of(tmp_path / "s")
    made = order("statistics", CONSOLIDATED, template=tmp_path / "t")
    wrong, _ = set_documents(Task(bundle, made, jobs), lambda _: None)
    assert wrong.rendered is None
    assert [each.message.key for each in wrong.diagnostics] == ["template-syntax"]


@pytest.mark.parametrize(
    ("asked", "documents", "jobs"), [(4, 2, 2), (1, 100, 1), (None, 1, 1), (None, 3, 1)]
)
def test_there_are_never_more_processes_than_documents(
    asked: int | None, documents: int, jobs: int
) -> None:
    assert choose_jobs(asked, documents) == jobs


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_done_beside_is_done_to_its_end(tmp_path: Path, jobs: int) -> None:
    steps = iter(range(50))
    task = Task(bundle_of(tmp_path), order("statistics", CONSOLIDATED), jobs)
    assert all(each.rendered for each in set_documents(task, lambda _: None, steps))
    assert list(steps) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_fails_beside_stops_the_others(tmp_path: Path, jobs: int) -> None:
    def steps() -> Iterator[None]:
        yield
        raise RefusedError

    task = Task(bundle_of(tmp_path), order("statistics", CONSOLIDATED), jobs)
    with pytest.raises(RefusedError):
        set_documents(task, lambda _: None, steps())
