from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(scope="session")
def resolution_html() -> str:
    """A/RES/53/123 as a page: three sheets, six footnotes, running heads on both sides."""
    return (SAMPLES / "resolution.html").read_text("utf-8")


@pytest.fixture(scope="session")
def resolution_path() -> Path:
    """Where the page of A/RES/53/123 lies, for programs that want a file."""
    return SAMPLES / "resolution.html"
