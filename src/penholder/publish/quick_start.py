"""WeasyPrint loads in a third of its usual time, and behaves as if loaded plainly.

Two thirds of a plain ``import weasyprint`` go to three things that no page of ours needs:

- its C declarations are parsed anew by pycparser, and so is each type named while drawing.
  ``pango_types`` holds the same declarations as tables that cffi's own compiler wrote;
- each library is looked for by starting ldconfig, gcc and ld. FFI objects made from tables ask
  the loader of the system itself, by the names that WeasyPrint gives;
- fontTools is loaded, which serves web fonts, variable fonts and old HarfBuzz. Stand-ins take
  its place until one of them is used, and then every one gives way to the real thing.

What is assumed of WeasyPrint: its declarations have the fingerprint in ``pango_types``; it takes
from fontTools the names in ``_DEFERRED``, at import, and only calls them or reads attributes. The
first is checked on every load, the second holds for the releases in ``TESTED``: any other gets
the real fontTools at once. Where something does not hold, ``NotAsTestedError`` is raised, nothing
of the attempt remains, and a plain import gives the same pages more slowly.
"""

from __future__ import annotations

import gc
import hashlib
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

import _cffi_backend  # type: ignore[import-untyped]
import cffi  # type: ignore[import-untyped]

from penholder.publish import pango_types

TESTED = ("70.0",)

_DEFERRED = {
    "fontTools": ("subset",),
    "fontTools.ttLib": ("TTFont", "TTLibError", "ttFont", "woff2"),
    "fontTools.varLib": (),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
}
_ASSUMPTION_FAILED = (ImportError, AttributeError, TypeError, OSError)


class NotAsTestedError(ImportError):
    """This WeasyPrint, or this machine, is not what the quick way was made for."""


@contextmanager
def quick_start() -> Iterator[None]:
    """Make ``import weasyprint`` quick inside the block; outside it, nothing stays changed.

    Raises NotAsTestedError, with every module of WeasyPrint forgotten again, where the quick way
    cannot be gone; a plain import is then the answer.
    """
    loaded_before = set(sys.modules)
    if sys.platform != "linux" or "weasyprint" in loaded_before:
        yield
        return
    try:
        with _tabled_declarations(), _stand_ins(), _garbage_left_lying():
            yield
    except _ASSUMPTION_FAILED as fault:
        _forget(loaded_before)
        raise NotAsTestedError(str(fault)) from fault
    if getattr(sys.modules.get("weasyprint"), "__version__", None) not in TESTED:
        settle()


def settle() -> None:
    """Put the real fontTools wherever WeasyPrint still holds a stand-in for it."""
    for name, module in tuple(sys.modules.items()):
        if name.partition(".")[0] == "weasyprint":
            for held, value in tuple(vars(module).items()):
                if isinstance(value, _StandIn):
                    setattr(module, held, pkgutil.resolve_name(value.target))


class _StandIn:
    """Holds the place of a name of fontTools until it is called or asked for an attribute."""

    __slots__ = ("target",)

    def __init__(self, target: str) -> None:
        self.target = target

    def __call__(self, *arguments: object, **named: object) -> object:
        settle()
        return pkgutil.resolve_name(self.target)(*arguments, **named)

    def __getattr__(self, name: str) -> object:
        settle()
        return getattr(pkgutil.resolve_name(self.target), name)


class _TabledFFI(_cffi_backend.FFI):  # type: ignore[misc]
    """An FFI whose declarations are tables; ``cdef`` checks that they are the ones wanted."""

    def __init__(self) -> None:
        super().__init__(
            "pango_types",
            _version=pango_types.VERSION,
            _types=pango_types.TYPES,
            _globals=pango_types.GLOBALS,
            _struct_unions=pango_types.STRUCT_UNIONS,
            _enums=pango_types.ENUMS,
            _typenames=pango_types.TYPENAMES,
        )

    def cdef(self, declarations: str) -> None:
        if hashlib.sha256(declarations.encode()).hexdigest() != pango_types.FINGERPRINT:
            raise NotAsTestedError("the C declarations of WeasyPrint have changed")


@contextmanager
def _tabled_declarations() -> Iterator[None]:
    plain = cffi.FFI
    cffi.FFI = _TabledFFI
    try:
        yield
    finally:
        cffi.FFI = plain


@contextmanager
def _stand_ins() -> Iterator[None]:
    if "fontTools" in sys.modules:
        yield
        return
    modules = {name: _stand_in_module(name) for name in _DEFERRED}
    sys.modules.update(modules)
    try:
        yield
    finally:
        for name in modules:
            del sys.modules[name]


def _stand_in_module(name: str) -> ModuleType:
    module = ModuleType(name)
    module.__path__ = []
    for held in _DEFERRED[name]:
        setattr(module, held, _StandIn(f"{name}.{held}"))
    return module


@contextmanager
def _garbage_left_lying() -> Iterator[None]:
    # Modules stay as long as the process: each collection, while they load or later, would only
    # walk them once more, and in forked workers also copy the memory that they share.
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _forget(loaded_before: set[str]) -> None:
    for name in set(sys.modules) - loaded_before:
        if name.partition(".")[0] == "weasyprint":
            del sys.modules[name]
