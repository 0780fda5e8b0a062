"""A chart in words, for those who cannot see it."""

from __future__ import annotations

from makebrief.document.model import Chart, Text, Texts


def chart_in_words(chart: Chart) -> str:
    """A chart's caption and every value, in each of its languages, for those who cannot see it."""
    return " ".join(_in_words(chart, caption) for caption in chart.caption)


def _in_words(chart: Chart, caption: Text) -> str:
    comma, stop = ("，", "。") if caption.language == "zh" else (", ", ".")
    values = [
        " ".join(
            part
            for part in (
                _pick(series.label, caption) if series.label else "",
                _pick(category, caption),
                _pick(value.words, caption),
            )
            if part
        )
        for series in chart.series
        for category, value in zip(chart.categories, series.values, strict=True)
    ]
    colon = "：" if caption.language == "zh" else ": "
    return f"{caption.plain}{colon}{comma.join(values)}{stop}"


def _pick(texts: Texts, like: Text) -> str:
    same = [text for text in texts if text.language == like.language]
    return (same or list(texts))[0].plain if texts else ""
