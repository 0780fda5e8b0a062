"""Whole runs of make-brief against whole runs of typst, on the same text and the same page.

`texts` repeats the departments of a series: as YAML for make-brief, and as plain text for
`briefing.typ`, which `compile_with_typst.py` turns into PDF. `stopwatch` runs both in turn.
"""
