"""A volume on several processors: chapters by whoever is idle, bound in their order by one."""

from __future__ import annotations

from penholder.errors import EnvironmentFault, PenholderError
from penholder.publish.pressroom import Outcome, Pressroom, Printed
from penholder.publish.presswork import Job
from penholder.publish.volume_jobs import BindJob, LayoutJob, PaintJob, VolumeJob


def bind(pressroom: Pressroom, volume: VolumeJob) -> Printed:
    """Return the outcome of a whole volume, printed by all workers of a pressroom.

    Its faults are those of ``Pressroom.render``.
    """
    bindery = _Bindery(pressroom, volume)
    try:
        return bindery.printed()
    finally:
        pressroom.start_afresh(bindery.holders())


class _Bindery:
    """One volume while the workers of a pressroom print it.

    A chapter is painted by the worker that laid it out, as soon as all before it are laid out, so
    few are held at a time. Of several faults the first in the order of the chapters is told.
    """

    def __init__(self, pressroom: Pressroom, volume: VolumeJob) -> None:
        self._pressroom = pressroom
        self._volume = volume
        # Any mapping may hold the assets, but this one pickles.
        self._means = volume.means._replace(assets=dict(volume.means.assets))
        self._texts = iter(volume.chapters)
        self._next_text: str | None = None
        self._letters: list[int] = []
        """How long each chapter is that was begun, in letters."""
        self._held: dict[int, int] = {}
        """The worker that holds each chapter that is laid out and not painted."""
        self._starts = [1]
        """The number of the first page of each chapter, as far as it is known."""
        self._counts: dict[int, int] = {}
        self._painted: dict[int, bytes] = {}
        self._faults: dict[int, PenholderError] = {}

    def printed(self) -> Printed:
        """Return the bytes of the volume, or the first fault."""
        self._employ()
        while self._pressroom.is_busy() and not self._is_lost():
            self._set_next_text()
            for worker, chapter, outcome in self._pressroom.finished():
                self._take(worker, chapter, outcome)
            self._employ()
        return self._faults[min(self._faults)] if self._faults else self._bound()

    def holders(self) -> frozenset[int]:
        """Return the workers that still hold chapters of this volume."""
        return frozenset(self._held.values())

    def _is_lost(self) -> bool:
        """Tell whether a worker ended, with all that it held."""
        return any(isinstance(fault, EnvironmentFault) for fault in self._faults.values())

    def _employ(self) -> None:
        """Give every idle worker what there is to do."""
        for worker in self._pressroom.idle():
            if found := self._next_job(worker):
                self._pressroom.begin(worker, *found)

    def _next_job(self, worker: int) -> tuple[int, Job] | None:
        held = sorted(chapter for chapter, holder in self._held.items() if holder == worker)
        if held and held[0] < len(self._starts):
            letters = self._letters[held[0]]
            return held[0], PaintJob(held[0], self._starts[held[0]], letters, self._means)
        self._set_next_text()
        if self._faults or self._next_text is None:
            return None
        place, text, self._next_text = len(self._letters), self._next_text, None
        self._letters.append(len(text))
        return place, LayoutJob(place, text, self._means)

    def _set_next_text(self) -> None:
        """Have the text of the next chapter at hand, set while the workers are busy."""
        if self._next_text is None and not self._faults:
            try:
                self._next_text = next(self._texts, None)
            except PenholderError as fault:
                self._faults[len(self._letters)] = fault

    def _take(self, worker: int, chapter: int, outcome: Outcome) -> None:
        if isinstance(outcome, PenholderError):
            self._held.pop(chapter, None)
            self._faults[chapter] = outcome
        elif isinstance(outcome, int):
            self._held[chapter] = worker
            self._counts[chapter] = outcome
            while (last := len(self._starts) - 1) in self._counts:
                self._starts.append(self._starts[last] + self._counts[last])
        else:
            del self._held[chapter]
            self._painted[chapter] = outcome

    def _bound(self) -> Printed:
        chapters = [self._painted[each] for each in range(len(self._letters))]
        volume = self._volume
        job = BindJob(volume.front, volume.back, chapters, self._means)
        return self._pressroom.done(job)
