"""Modules that a library imports always and a run seldom needs: read when first used, or never."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


def import_later(package: str, name: str) -> None:
    """Puts a module of a package where imports find it; it is read at its first attribute."""
    from importlib.util import LazyLoader, find_spec, module_from_spec

    full_name = f"{package}.{name}"
    spec = find_spec(full_name)
    if full_name in sys.modules or spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[full_name] = module
    setattr(sys.modules[package], name, module)
    spec.loader.exec_module(module)


@contextmanager
def absent(name: str) -> Iterator[None]:
    """Has imports not find a module, unless it is read already, for libraries that can do so."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[name]
