"""How often the laws are tried: a few times at random while working, many times in `make test`.

There the examples are the same on each run, so that it judges the change and not the day.
`make laws` tries others on each run, EXAMPLES of each law.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_PATIENT = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("quick", max_examples=5, deadline=None, suppress_health_check=_PATIENT)
settings.register_profile(
    "thorough",
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=_PATIENT,
)
settings.register_profile(
    "random",
    max_examples=int(os.environ.get("EXAMPLES", "1000")),
    deadline=None,
    print_blob=True,
    suppress_health_check=_PATIENT,
)
settings.load_profile("quick")
