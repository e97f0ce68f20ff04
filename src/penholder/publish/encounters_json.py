"""Three versions as the record that other programs read."""

from __future__ import annotations

from collections.abc import Sequence

from penholder.compare.encounters import Deed, Encounter, Encounters
from penholder.model.change import FieldChange, NoteChange
from penholder.publish.records import (
    DeedRecord,
    EncounterRecord,
    EncountersRecord,
)
from penholder.publish.redline_json import (
    change_record,
    field_record,
    note_record,
    title_record,
)


def encounters_record(found: Encounters, names: tuple[str, str, str]) -> EncountersRecord:
    """Return the record of three versions; ``names`` are those of the base, mine and theirs."""
    counts = found.counts
    return {
        "algorithm": found.algorithm,
        "base": names[0],
        "mine": names[1],
        "theirs": names[2],
        "masthead": [_record(each) for each in found.fields],
        "encounters": [_record(each) for each in found.text],
        "footnotes": [_record(each) for each in found.notes],
        "counts": {
            "meet": counts["meet"],
            "beside": counts["beside"],
            "agree": counts["agree"],
            "mine": counts["mine"],
            "theirs": counts["theirs"],
        },
    }


def _record(encounter: Encounter) -> EncounterRecord:
    return {
        "place": encounter.place,
        "standing": encounter.standing,
        "mine": _deeds(encounter.mine),
        "theirs": _deeds(encounter.theirs),
        "spans": [
            {
                "standing": span.standing,
                "base": span.base,
                "mine": span.mine,
                "theirs": span.theirs,
            }
            for span in encounter.spans
        ],
    }


def _deeds(deeds: Sequence[Deed]) -> list[DeedRecord]:
    return [_deed(deed) for deed in deeds]


def _deed(deed: Deed) -> DeedRecord:
    if isinstance(deed, NoteChange):
        return note_record(deed)
    if isinstance(deed, FieldChange):
        return title_record(deed) if deed.name == "title" else field_record(deed)
    return change_record(deed)
