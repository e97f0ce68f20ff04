"""The named pictures that a page may show, handed over as values."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Assets = Mapping[str, bytes]
"""Pictures by name; a page shows the one named ``emblem`` as ``asset:emblem``."""

NO_ASSETS: Assets = MappingProxyType({})
