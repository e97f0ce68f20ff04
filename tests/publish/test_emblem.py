from pathlib import Path

from penholder.publish.emblem import Emblem, find_emblem


def test_the_place_is_empty_until_a_workspace_fills_it(tmp_path: Path) -> None:
    empty = find_emblem((tmp_path,))
    assert empty == Emblem()
    assert (empty.screen_address, empty.print_address) == ("", "")


def test_a_picture_is_carried_by_the_page_or_given_to_the_printer(tmp_path: Path) -> None:
    (tmp_path / "emblem.png").write_bytes(b"png")
    found = find_emblem((tmp_path / "none", tmp_path))
    assert found == Emblem(b"png", "image/png")
    assert found.screen_address == "data:image/png;base64,cG5n"
    assert found.print_address == "asset:emblem"
    (tmp_path / "emblem.svg").write_bytes(b"<svg/>")
    assert find_emblem((tmp_path,)).mime_type == "image/svg+xml"
