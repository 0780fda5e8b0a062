"""Whole processes, run in turn, into the seconds that each of their runs took."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Contestant:
    """A program under the stopwatch, and the folder that it writes to."""

    name: str
    command: tuple[str, ...]
    output: Path


def run_in_turn(contestants: Sequence[Contestant], rounds: int) -> list[list[float]]:
    """The seconds of each contestant's runs; they take turns, so that a slow minute hits all."""
    for contestant in contestants:
        _run(contestant)  # warm-up: files in the cache, bytecode written
    times: list[list[float]] = [[] for _ in contestants]
    for _ in range(rounds):
        for contestant, seconds in zip(contestants, times, strict=True):
            seconds.append(_run(contestant))
    return times


def _run(contestant: Contestant) -> float:
    shutil.rmtree(contestant.output, ignore_errors=True)
    environment = dict(os.environ)
    # An installed program has its bytecode; one that must compile itself is not what users run.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    run = subprocess.run(
        contestant.command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    seconds = time.perf_counter() - start
    if run.returncode != 0:
        raise SystemExit(f"{contestant.name} failed:\n{run.stdout}{run.stderr}")
    return seconds
