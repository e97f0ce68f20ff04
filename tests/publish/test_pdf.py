import os
import re
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from penholder.errors import MissingGlyphs, PenholderError, UnsafeError
from penholder.publish.pdf import Press, render_pdf

FONT = 'html { font: 12pt "Liberation Serif" }'
RENDER = (
    "import sys, pathlib\n"
    "from penholder.publish.pdf import render_pdf\n"
    "html = pathlib.Path(sys.argv[1]).read_text('utf-8')\n"
    "sys.stdout.buffer.write(render_pdf(html))\n"
)


def page(body: str, css: str = "", head: str = "") -> str:
    """Return a short page of HTML."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>t</title>{head}'
        f"<style>{FONT} {css}</style></head><body>{body}</body></html>"
    )


def emblem() -> bytes:
    """Return a small PNG."""
    file = BytesIO()
    Image.new("L", (4, 4)).save(file, "PNG")
    return file.getvalue()


def streams_of(pdf: bytes) -> bytes:
    """Return a PDF with the streams of its objects unpacked."""
    parts = [pdf]
    for packed in re.findall(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompress(packed))
        except zlib.error:
            parts.append(packed)
    return b"\n".join(parts)


def render_elsewhere(path: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Render a file in a fresh process with more environment, and return what came of it."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", RENDER, str(path)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def placed_words(path: Path) -> list[str]:
    """Return the words of a PDF with the place of each."""
    told = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True)
    lines = told.stdout.decode().splitlines()
    found = [line for line in lines if "<word" in line or "<page" in line]
    assert len(found) > 100
    return found


def test_a_page_is_tagged_and_says_its_language(resolution_html: str) -> None:
    pdf = streams_of(render_pdf(resolution_html))
    assert pdf.startswith(b"%PDF-1.7")
    assert b"/Lang (en)" in pdf
    assert b"/MarkInfo" in pdf
    assert b"/StructTreeRoot" in pdf
    assert b'pdfuaid:part="1"' in pdf
    assert b'pdfaid:part="2"' in pdf
    assert b'pdfaid:conformance="A"' in pdf


@pytest.mark.slow
def test_the_words_stand_where_the_command_line_of_weasyprint_puts_them(
    resolution_html: str, resolution_path: Path, tmp_path: Path
) -> None:
    made, ours = tmp_path / "peer.pdf", tmp_path / "ours.pdf"
    command = [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1"]
    subprocess.run([*command, str(resolution_path), str(made)], check=True)
    ours.write_bytes(render_pdf(resolution_html))
    assert placed_words(ours) == placed_words(made)


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2"},
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/New_York"},
        {"LC_ALL": "C", "LANG": "C"},
        {"SOURCE_DATE_EPOCH": "0"},
    ],
)
def test_the_bytes_do_not_depend_on_the_surroundings(
    environment: dict[str, str], resolution_html: str, resolution_path: Path
) -> None:
    run = render_elsewhere(resolution_path, **environment)
    assert (run.stderr, run.stdout) == (b"", render_pdf(resolution_html))


@pytest.mark.slow
def test_a_press_gives_the_same_bytes_whatever_it_drew_before(resolution_html: str) -> None:
    other = page("<h1>Other</h1><ol><li>one</ol>", "@page { size: A5 } h1 { color: red }")
    press = Press()
    drawn = [press.render(html) for html in (resolution_html, other, resolution_html, other)]
    assert drawn == [render_pdf(html) for html in (resolution_html, other)] * 2


@pytest.mark.slow
def test_fifty_pages_in_another_order_have_the_same_bytes() -> None:
    pages = [
        page(f"<p>Page {i} <b>bold</b> <i>{'word ' * i}</i>", f"p {{ margin-left: {i % 7}mm }}")
        for i in range(50)
    ]
    forward, backward = Press(), Press()
    there = [forward.render(html) for html in pages]
    back = [backward.render(html) for html in reversed(pages)]
    assert there == back[::-1]


def test_counter_styles_of_one_page_do_not_reach_the_next() -> None:
    stars = '@counter-style stars { system: cyclic; symbols: "*" } ol { list-style: stars }'
    plain = page("<ol><li>one</ol>", "ol { list-style: decimal }")
    press = Press()
    press.render(page("<ol><li>one</ol>", stars))
    assert press.render(plain) == render_pdf(plain)


def test_a_named_asset_is_shown() -> None:
    html = page('<img src="asset:emblem" alt="Emblem of the workspace">')
    assert b"/Subtype /Image" in render_pdf(html, {"emblem": emblem()})


@pytest.mark.parametrize(
    "html",
    [
        page('<img src="asset:other" alt="x">'),
        page('<img src="file:///etc/passwd" alt="x">'),
        page('<img src="http://127.0.0.1:9/x.png" alt="x">'),
        page('<img src="data:image/png;base64,AAAA" alt="x">'),
        page("", "body { background: url(https://example.org/x.png) }"),
        page("", head="<style>@import url(file:///etc/passwd);</style>"),
        page("", "@font-face { font-family: x; src: url(file:///etc/hostname) }"),
        page("", head='<link rel="stylesheet" href="file:///etc/passwd">'),
        page("", head='<link rel="attachment" href="file:///etc/passwd">'),
        page("", head='<base href="file:///etc/"><link rel="attachment" href="passwd">'),
        page("", head='<link rel="attachment" href="asset:emblem">'),
        page('<a rel="attachment" href="file:///etc/passwd">x</a>'),
        page('<a rel="attachment" href="asset:emblem">x</a>'),
        page('<object data="file:///etc/passwd">x</object>'),
        page(
            '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
            '<image href="file:///etc/passwd" width="9" height="9"/></svg>'
        ),
    ],
)
def test_nothing_but_a_named_asset_is_fetched(html: str) -> None:
    with pytest.raises(UnsafeError, match="E-ASSET"):
        render_pdf(html, {"emblem": emblem()})


def test_an_unsafe_asset_is_refused() -> None:
    html = page('<img src="asset:emblem" alt="x">')
    with pytest.raises(UnsafeError, match="E-IMAGE"):
        render_pdf(html, {"emblem": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"})


def test_attributes_that_only_hint_at_looks_are_ignored() -> None:
    assert render_pdf(page('<p align="right">x')) == render_pdf(page("<p>x"))


@pytest.mark.parametrize("letters", ["\ue000", "漢", "\ue000漢\ue000"])
def test_characters_without_a_glyph_are_named(letters: str) -> None:
    with pytest.raises(MissingGlyphs, match="E-GLYPH") as caught:
        render_pdf(page(f"<p>Recalling {letters}"))
    assert caught.value.characters == tuple(sorted(set(letters)))
    assert caught.value.exit_code == 3


def test_a_family_beyond_the_allowed_ones_is_not_used_silently() -> None:
    with pytest.raises(MissingGlyphs, match=r"U\+0061, U\+0062"):
        render_pdf(page('<p style="font-family: Liberation Mono">abba'))


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (page("x", "p { colour: red }"), "colour"),
        (page("x", "p { color: reddish }"), "reddish"),
        (page("x", "@page { @nowhere { content: none } }"), "nowhere"),
        (page('<a href="#nowhere">x</a>'), "nowhere"),
        (page('<p style="colour: red">x'), "colour"),
        (page('<img src="emblem.png" alt="x">'), "emblem.png"),
    ],
)
def test_whatever_weasyprint_complains_of_is_our_mistake(html: str, said: str) -> None:
    with pytest.raises(PenholderError, match=f"E-PAGE .*{said}") as caught:
        render_pdf(html)
    assert caught.value.exit_code == 70


def test_a_faulty_style_sheet_is_told_each_time() -> None:
    press = Press()
    for _ in range(2):
        with pytest.raises(PenholderError, match="E-PAGE"):
            press.render(page("x", "p { colour: red }"))


def test_a_page_too_deep_to_lay_out_is_told() -> None:
    with pytest.raises(PenholderError, match=r"E-PAGE .*RecursionError"):
        render_pdf(page("<div>" * 600 + "x"))


def test_a_press_forgets_style_sheets_before_they_fill_its_memory() -> None:
    press = Press()
    for width in range(20):
        press.render(page("x", f"p {{ width: {width}mm }}"))
    assert press.render(page("x")) == render_pdf(page("x"))


def fontconfig_file(folder: Path, *lines: str) -> str:
    """Write a configuration of fontconfig and return its path."""
    path = folder / "fonts.conf"
    cache = f"<cachedir>{folder / 'cache'}</cachedir>"
    path.write_text(f"<fontconfig>{cache}{''.join(lines)}</fontconfig>")
    return str(path)


@pytest.mark.slow
def test_without_any_font_the_fault_is_told_and_nothing_crashes(
    resolution_path: Path, tmp_path: Path
) -> None:
    run = render_elsewhere(resolution_path, FONTCONFIG_FILE=fontconfig_file(tmp_path))
    assert run.returncode == 1
    assert b"EnvironmentFault: E-FONT Liberation Serif is not installed" in run.stderr


@pytest.mark.slow
def test_without_the_bold_italic_the_fault_names_it(resolution_path: Path, tmp_path: Path) -> None:
    fonts = "<dir>/usr/share/fonts/truetype/liberation</dir>"
    without = (
        "<selectfont><rejectfont><glob>*LiberationSerif-BoldItalic.ttf</glob>"
        "</rejectfont></selectfont>"
    )
    configuration = fontconfig_file(tmp_path, fonts, without)
    run = render_elsewhere(resolution_path, FONTCONFIG_FILE=configuration)
    assert b"E-FONT Liberation Serif is not installed (Bold Italic)" in run.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libpango-1.0.so.0", b"libpango-1.0-0"),
        ("libharfbuzz-subset.so.0", b"libharfbuzz-subset0"),
    ],
)
def test_a_missing_library_is_told_with_its_package(
    library: str, package: bytes, resolution_path: Path, tmp_path: Path
) -> None:
    (tmp_path / library).write_bytes(b"")
    run = render_elsewhere(resolution_path, LD_LIBRARY_PATH=str(tmp_path))
    assert run.stdout == b""
    assert b"EnvironmentFault: E-LIBRARY" in run.stderr
    assert package in run.stderr
