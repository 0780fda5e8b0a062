"""A process that makes itself ready to set documents while this one still reads the content.

What setting needs takes as long to import as what reading needs; side by side it takes half.
Where there is work for several processes they come of the helper, which is ready.
It is forked before anything is loaded, where that is safe and a second core is free; elsewhere
there is no helper, and one thing is done after the other.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from select import select
from typing import TYPE_CHECKING, BinaryIO

from makebrief.expressions import kept_expressions

if TYPE_CHECKING:
    from makebrief.content.bundle import Bundle
    from makebrief.document.model import Document
    from makebrief.order import Order, Result

_DONE = object()
_PIPE_SIZE = 1 << 20
"""Bytes: what Linux lets everyone have, and some times what a briefing needs."""

WITHOUT_SETTING = frozenset({"check", "fonts", "schema", "--help", "--version"})
"""What a command line begins with if it asks for no documents."""


class Helper:
    """The other process, and the pipes to and from it."""

    def __init__(self, process: int, orders: BinaryIO, results: BinaryIO) -> None:
        self._process: int | None = process
        self._orders = orders
        self._results = results

    def learn(self, bundle: Bundle) -> None:
        """Tells the content, so that it is known there when an order comes."""
        self._tell(bundle)

    def begin(self, order: Order, jobs: int, first: Document | None = None) -> None:
        """Has the documents of an order set, in so many processes; the first may be compiled."""
        self._tell((order, jobs, first))

    def _tell(self, what: Bundle | tuple[Order, int, Document | None]) -> None:
        with suppress(BrokenPipeError):  # it will be missed when its results are
            pickle.dump(what, self._orders, pickle.HIGHEST_PROTOCOL)
            self._orders.flush()

    def results(self, beside: Iterator[object]) -> Iterator[Result]:
        """The documents as they are done; raises what the other process raised.

        What is done `beside` is done step by step while there is no result, and to its end before
        a failure is raised, for it may find that the content is to blame.
        """
        going_on = True
        while True:
            while going_on and not self._has_written():
                going_on = next(beside, _DONE) is not _DONE
            result = self._next()
            if isinstance(result, Exception):
                finish(beside)
                raise result
            if result is None:
                break
            yield result

    def _has_written(self) -> bool:
        return bool(select([self._results], [], [], 0)[0])

    def _next(self) -> Result | Exception | None:
        try:
            result: Result | Exception | None = pickle.load(self._results)
        except EOFError as failure:
            raise RuntimeError("the helper process ended before its work was done") from failure
        return result

    def close(self) -> None:
        """Ends the process, whatever it is doing."""
        if self._process is None:
            return
        process, self._process = self._process, None
        os.kill(process, signal.SIGKILL)  # which nothing can have it ignore
        os.waitpid(process, 0)
        self._results.close()
        with suppress(BrokenPipeError):
            self._orders.close()


def finish(beside: Iterable[object]) -> None:
    """Does all steps that are left."""
    for _ in beside:
        pass


def start_helper(arguments: Sequence[str], expressions: Path | None = None) -> Helper | None:
    """A helper for a command line that asks for documents, where there can be one.

    What both processes need is imported first. `expressions` is where the helper's are kept.
    """
    if not _can_fork() or (arguments and arguments[0] in WITHOUT_SETTING):
        return None
    import makebrief.content.bundle
    import makebrief.order  # noqa: F401

    orders_read, orders_write = os.pipe()
    _widen(orders_write)
    results_read, results_write = os.pipe()
    try:
        process = os.fork()
    except OSError:  # no more processes, or no memory for one: it is done without
        for each in (orders_read, orders_write, results_read, results_write):
            os.close(each)
        return None
    if process == 0:
        os.close(orders_write)
        os.close(results_read)
        ready = partial(_get_ready, arguments, expressions)
        _help(os.fdopen(orders_read, "rb"), os.fdopen(results_write, "wb"), ready)
    os.close(orders_read)
    os.close(results_write)
    return Helper(process, os.fdopen(orders_write, "wb"), os.fdopen(results_read, "rb"))


def _widen(pipe: int) -> None:
    """Has a pipe hold a whole order, so that who gives one need not wait until it is read."""
    import fcntl

    with suppress(AttributeError, OSError):  # then it holds what it holds, and one waits
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_SIZE)


def _can_fork() -> bool:
    """Whether forking is safe, and worth it."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _help(orders: BinaryIO, results: BinaryIO, get_ready: Callable[[], None]) -> None:
    """The life of a helper: to get ready, to set what it is given, and to end without a trace."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        for each in _set_order(orders, get_ready):
            pickle.dump(each, results, pickle.HIGHEST_PROTOCOL)
            results.flush()
    finally:
        os._exit(0)


def _set_order(
    orders: BinaryIO, get_ready: Callable[[], None]
) -> Iterator[Result | Exception | None]:
    try:
        get_ready()
        if not select([orders], [], [], 0)[0]:
            import makebrief.compiling  # noqa: F401 - there is time to load what several need
        bundle = pickle.load(orders)
        order, jobs, first = pickle.load(orders)
        from makebrief.workers import set_all

        yield from set_all(bundle, order, jobs, first)
        yield None
    except EOFError:
        return
    except Exception as failure:
        from traceback import format_exc

        failure.add_note(f"in a helper process:\n{format_exc()}")
        yield failure


def _get_ready(arguments: Sequence[str], expressions: Path | None) -> None:
    """Loads what will be needed; the formats are guessed, a wrong guess only costs time."""
    with kept_expressions(expressions):
        import makebrief.pipeline
        from makebrief.layout.hyphens import british_patterns
        from makebrief.layout.senses import word_parser

        formats = {
            name for name in ("pdf", "docx") if any(each.endswith(name) for each in arguments)
        }
        if "docx" not in formats or "pdf" in formats:
            import makebrief.pdf.render
        if "pdf" not in formats or "docx" in formats:
            import makebrief.word.render  # noqa: F401
        word_parser()
        british_patterns()
