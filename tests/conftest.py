"""How often the laws are tried: a few times while working, many times in `make test`."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

_PATIENT = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("quick", max_examples=8, deadline=None, suppress_health_check=_PATIENT)
settings.register_profile(
    "thorough", max_examples=60, deadline=None, suppress_health_check=_PATIENT
)
settings.load_profile("quick")
