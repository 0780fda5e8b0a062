from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from makebrief.content.cells import Span, merge_cells


def test_marks_join_cells_to_the_left_and_above() -> None:
    merging = merge_cells([["a", "<", "b"], ["^", "^", "c"], ["d", "e", "^"]])
    assert merging.spans == {(0, 0): Span(2, 2), (1, 2): Span(1, 2)}
    assert merging.covered == {(0, 1), (1, 0), (1, 1), (2, 2)}
    assert merging.wrong == ()


def test_a_mark_that_leads_out_of_the_table_is_wrong() -> None:
    assert merge_cells([["<", "^"]]).wrong == (((0, 0), "merge-outside"), ((0, 1), "merge-outside"))


def test_merged_cells_that_are_no_rectangle_are_wrong() -> None:
    assert merge_cells([["a", "<"], ["^", "b"]]).wrong == (((0, 0), "merge-ragged"),)


def test_a_cell_joined_from_its_own_left_is_no_rectangle() -> None:
    ragged = merge_cells([["a", "b", "<"], ["c", "^", "^"], ["d", "<", "^"]])
    assert [key for _, key in ragged.wrong] == ["merge-ragged"]


ROWS = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.sampled_from(["a", "<", "^", 1]), min_size=columns, max_size=columns),
        min_size=1,
        max_size=6,
    )
)


@given(ROWS)
def test_tables_without_findings_are_tiled_by_their_cells(rows: list[list[object]]) -> None:
    merging = merge_cells(rows)
    if merging.wrong:
        return
    seen: list[tuple[int, int]] = []
    for row, cells in enumerate(rows):
        for column in range(len(cells)):
            if (row, column) in merging.covered:
                continue
            span = merging.spans.get((row, column), Span(1, 1))
            seen += [
                (row + down, column + across)
                for down in range(span.down)
                for across in range(span.across)
            ]
    assert sorted(seen) == [(row, at) for row, cells in enumerate(rows) for at in range(len(cells))]
