"""Numbers written in the texts of a pair, read in both languages and held against each other.

`texts.py` prints a text with its figures in words; `chinese.py` and `english.py` read it into
Numbers (`reading.py`): their patterns find a number, `chinese_tails.py` and `english_tails.py` what
its unit makes of it. What the scanners share is in `scanning.py`, `joining.py` and `bounds.py`, the
units of both languages in `units.py`. `names.py` is the one table of words that hold a numeral and
state no number. `agreement.py` says when two Numbers mean the same, `periods.py` when a period is
told by its end, `compare.py` what the two texts of a pair do not share and why, `check.py` turns
that into diagnostics. Where all agree, `doubts.py` asks what is doubtful about their use, one
module a question: whether two have changed places (`exchanges.py`, `owners.py`, `composites.py`),
rise or fall (`trends.py`, `courses.py`, `opposites.py`), are part of less (`wholes.py`) or the most
(`peaks.py`), count the same things (`counted.py`, `things.py`) by the same measure (`rates.py`), on
the same day (`weekdays.py`) and in the same order (`steps.py`).
"""
