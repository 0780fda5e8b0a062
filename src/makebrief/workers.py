"""Documents set by several processes at once, in the order in which they were asked for."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from makebrief.content.bundle import Bundle
from makebrief.errors import BriefError
from makebrief.helper import Helper, finish
from makebrief.order import Order, Result

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from makebrief.document.model import Document
    from makebrief.template.compile import Compiler

_WORTH_A_PROCESS = 6


def choose_jobs(asked: int | None, documents: int) -> int:
    """How many processes to use: as asked, else by the work and the cores."""
    if asked is not None:
        return max(1, min(asked, documents))
    return max(1, min(os.cpu_count() or 1, documents // _WORTH_A_PROCESS))


class Task(Struct, frozen=True):
    """An order to be carried out: on which content, in how many processes, by which helper."""

    bundle: Bundle
    order: Order
    jobs: int
    helper: Helper | None = None


def set_documents(
    task: Task, told: Callable[[Result], None], beside: Iterable[object] = ()
) -> list[Result]:
    """Every document of a task; `told` is called with each one when it is done.

    What is done `beside` is done step by step, if there is a helper while that sets the documents,
    else before; if it raises, no document comes of it.
    """
    beside = iter(beside)
    if task.helper:
        task.helper.begin(task.order, task.jobs, _first_document(task))
        results = task.helper.results(beside)
    else:
        finish(beside)
        results = set_all(task.bundle, task.order, task.jobs)
    found = {result.name: _told(result, told) for result in results}
    finish(beside)
    return [found[name] for name in task.order.names]


def _first_document(task: Task) -> Document | None:
    """The first document of an order that one other process sets: that has enough to load.

    None where each of several processes compiles its own, and if something is wrong with it: the
    other process finds that, too, and says it when the content has been checked.
    """
    if task.jobs > 1:
        return None
    from makebrief.compiling import compile_document, furnish_house
    from makebrief.template.compile import Compiler

    order = task.order
    with suppress(Exception):
        compiler = Compiler(task.bundle, furnish_house(order.outfit, order.kept))
        return compile_document(compiler, order.names[0], order.layout)
    return None


def set_all(
    bundle: Bundle, order: Order, jobs: int, first: Document | None = None
) -> Iterator[Result]:
    """Every document of an order as it is done, in this process or in so many others.

    `first` is the first one, if it is compiled.
    """
    if jobs == 1:
        return set_each(bundle, order, order.names, first)
    return _in_processes(bundle, order, jobs)


def _told(result: Result, told: Callable[[Result], None]) -> Result:
    told(result)
    return result


def set_each(
    bundle: Bundle, order: Order, names: Iterable[str], first: Document | None = None
) -> Iterator[Result]:
    """Documents of an order, one after another in this process."""
    from makebrief.pipeline import furnish_workshop, set_document

    workshop = furnish_workshop(order.outfit, order.kept)

    @cache
    def compiler() -> Compiler:
        from makebrief.template.compile import Compiler

        return Compiler(bundle, workshop.house)

    def compiled(name: str) -> Document:
        from makebrief.compiling import compile_document

        return compile_document(compiler(), name, order.layout)

    for name in names:
        started = time.monotonic()
        try:
            document = first if first and name == order.names[0] else compiled(name)
            rendered = set_document(document, name, bundle, order, workshop)
            yield Result(name, rendered, seconds=time.monotonic() - started)
        except BriefError as failure:
            yield Result(name, None, failure.diagnostics)


def _in_processes(bundle: Bundle, order: Order, jobs: int) -> Iterator[Result]:
    import multiprocessing

    import makebrief.compiling
    import makebrief.pipeline  # noqa: F401

    # A forked process has the content and the modules at once; elsewhere forking is not safe.
    context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    names = iter(order.names)
    connections: list[Connection] = []
    processes = []
    for name in islice(names, jobs):
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(bundle, order, theirs), daemon=True)
        process.start()
        theirs.close()
        ours.send(name)
        connections.append(ours)
        processes.append(process)
    try:
        yield from _receive(connections, names)
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _receive(connections: list[Connection], names: Iterator[str]) -> Iterator[Result]:
    """Results as they come; who sends one gets the next name, so that none is left with the rest.

    A process that dies without a word raises EOFError's cause here.
    """
    from multiprocessing.connection import wait

    while connections:
        for ready in wait(connections):
            connection: Any = ready
            message: Result | Exception | None = connection.recv()
            if message is None:
                connections.remove(connection)
            elif isinstance(message, Result):
                connection.send(next(names, None))
                yield message
            else:
                raise message


def _work(bundle: Bundle, order: Order, connection: Connection) -> None:
    """Sets the documents whose names come, until None comes."""
    try:
        for result in set_each(bundle, order, iter(connection.recv, None)):
            connection.send(result)
        connection.send(None)
    except Exception as failure:
        failure.add_note("in a worker process")
        connection.send(failure)
