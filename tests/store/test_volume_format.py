import pytest

from penholder.model.volume import Volume, VolumePart
from penholder.store.volume_format import read_volume

GOOD = "volume: Rivers\nparts:\n- part: First\n  documents: [A/RES/53/1, drafts/*]\n"


def test_a_volume_is_read_with_the_place_of_each_name() -> None:
    found = read_volume(GOOD.encode(), "v.yaml")
    part = VolumePart("First", ("A/RES/53/1", "drafts/*"))
    assert found.volume == Volume("Rivers", parts=(part,))
    assert found.place(0, 1) == (4, 27)
    flat = read_volume(b"volume: Rivers\ndocuments:\n- A/RES/53/1\n", "v.yaml")
    assert flat.volume == Volume("Rivers", documents=("A/RES/53/1",))
    assert flat.place(0, 0) == (3, 3)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "v.yaml:1:1: E-EMPTY"),
        ("volume: R\n", "v.yaml:1:1: E-MISSING the volume has no documents"),
        ("documents: [A/RES/53/1]\n", "v.yaml:1:1: E-MISSING the key volume is missing"),
        ("volume: R\ndocuments: A/RES/53/1\n", "v.yaml:2:12: E-TYPE a text where a list belongs"),
        ("volume: R\ndokuments: [a]\n", "v.yaml:2:1: E-KEY unknown key 'dokuments'"),
        ("volume: R\nvolume: S\ndocuments: [a]\n", "v.yaml:2:1: E-DUP"),
        (f"{GOOD}documents: [a]\n", "v.yaml:5:12: E-KEY documents stand beside parts"),
        ("volume: &a R\ndocuments: [a]\n", "v.yaml:1:9: E-ALIAS"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, told: str) -> None:
    found = read_volume(text.encode(), "v.yaml")
    assert found.volume is None
    assert told in "\n".join(map(str, found.problems))
