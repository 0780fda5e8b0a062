"""Modules that a library imports always and a run seldom needs: read when first used."""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def import_later(package: str, name: str) -> None:
    """Puts a module of a package where imports find it; it is read at its first attribute."""
    full_name = f"{package}.{name}"
    spec = find_spec(full_name)
    if full_name in sys.modules or spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[full_name] = module
    setattr(sys.modules[package], name, module)
    spec.loader.exec_module(module)
