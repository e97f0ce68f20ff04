import subprocess
import sys
from pathlib import Path

import pytest

from penholder.publish.fonts import find_fonts

pytestmark = pytest.mark.slow  # many processes

PLAIN = "import weasyprint\n"
QUICK = (
    "from penholder.publish.quick_start import quick_start\nwith quick_start():\n"
    "    import weasyprint\n"
)


def run(code: str, *arguments: str) -> str:
    """Run code in a fresh process in which a warning is an error, and return what it printed."""
    command = [sys.executable, "-W", "error", "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout


def digest_after(load: str, path: Path) -> str:
    """Return the digest of the PDF that WeasyPrint makes of a file, loaded in the given way."""
    code = (
        f"{load}import hashlib, sys\n"
        "pdf = weasyprint.HTML(filename=sys.argv[1]).write_pdf(pdf_variant='pdf/ua-1')\n"
        "print(hashlib.sha256(pdf).hexdigest(), 'fontTools' in sys.modules)"
    )
    return run(code, str(path))


def test_the_bytes_are_those_of_a_plain_import_without_fonttools(resolution_path: Path) -> None:
    plain = digest_after(PLAIN, resolution_path)
    assert plain.endswith("True\n")
    assert digest_after(QUICK, resolution_path) == plain.replace("True", "False")


def test_nothing_stays_changed_after_the_block() -> None:
    code = (
        "import cffi, ctypes.util, gc, sys\n"
        "before = cffi.FFI, ctypes.util.find_library, list(sys.meta_path), list(sys.path_hooks)\n"
        f"{QUICK}"
        "after = cffi.FFI, ctypes.util.find_library, list(sys.meta_path), list(sys.path_hooks)\n"
        "print(before == after, gc.isenabled(), 'fontTools' in sys.modules)"
    )
    assert run(code) == "True True False\n"


def test_a_collector_that_was_off_stays_off() -> None:
    assert run(f"import gc\ngc.disable()\n{QUICK}print(gc.isenabled())") == "False\n"


def test_the_same_modules_of_weasyprint_are_loaded() -> None:
    code = "import sys\nprint(sorted(n for n in sys.modules if n.startswith('weasyprint')))"
    assert run(QUICK + code) == run(PLAIN + code)


def test_fonttools_is_whole_when_it_is_wanted() -> None:
    code = (
        f"{QUICK}import sys\n"
        "from fontTools.ttLib import TTFont\nfrom fontTools import subset\n"
        "print(TTFont(sys.argv[1])['name'].getDebugName(1), subset.Subsetter.__module__)"
    )
    assert run(code, str(find_fonts()[0].path)) == "Liberation Serif fontTools.subset\n"


@pytest.mark.parametrize(
    "use",
    ["weasyprint.pdf.fonts.TTFont(sys.argv[1])", "weasyprint.pdf.fonts.subset.Options()"],
)
def test_the_first_use_of_a_stand_in_settles_all_of_them(use: str) -> None:
    code = (
        f"{QUICK}import sys\n{use}\n"
        "from fontTools import subset, ttLib\n"
        "from fontTools.varLib.instancer import instantiateVariableFont\n"
        "drawn, chosen = weasyprint.pdf.fonts, weasyprint.text.fonts\n"
        "print(drawn.TTFont is chosen.TTFont is ttLib.TTFont, drawn.subset is subset,\n"
        "      drawn.TTLibError is ttLib.TTLibError, drawn.ttFont is ttLib.ttFont,\n"
        "      chosen.woff2 is ttLib.woff2,\n"
        "      drawn.instantiateVariableFont is instantiateVariableFont)"
    )
    assert run(code, str(find_fonts()[0].path)) == "True True True True True True\n"


def test_a_font_that_needs_fonttools_is_drawn_as_after_a_plain_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # fontTools writes the time into a font
    page = (
        "<style>@font-face {{ font-family: web; src: url({}) }} p {{ font-family: web }}</style>"
        '<html lang="en"><title>t</title><p>web font'
    )
    code = (
        "import sys\nfrom fontTools.ttLib import TTFont\nfont = TTFont(sys.argv[1])\n"
        "font.flavor = 'woff'\nfont.save(sys.argv[2])"
    )
    web = tmp_path / "web.woff"
    run(code, str(find_fonts()[0].path), str(web))
    (tmp_path / "page.html").write_text(page.format(web.as_uri()))
    quick, plain = (digest_after(load, tmp_path / "page.html") for load in (QUICK, PLAIN))
    assert quick == plain


def test_fonttools_already_loaded_is_used_at_once() -> None:
    code = (
        f"import fontTools.ttLib\n{QUICK}"
        "print(weasyprint.pdf.fonts.TTFont is fontTools.ttLib.TTFont)"
    )
    assert run(code) == "True\n"


def test_weasyprint_already_loaded_is_left_alone() -> None:
    assert run(f"{PLAIN}first = weasyprint\n{QUICK}print(weasyprint is first)") == "True\n"


def test_a_release_that_was_not_tested_gets_the_real_fonttools() -> None:
    code = (
        "from penholder.publish import quick_start as q\nq.TESTED = ()\n"
        f"{QUICK}import fontTools.ttLib\n"
        "print(weasyprint.pdf.fonts.TTFont is fontTools.ttLib.TTFont)"
    )
    assert run(code) == "True\n"


@pytest.mark.parametrize(
    "change",
    [
        "from penholder.publish import pango_types as p\np.FINGERPRINT = '0'\n",
        "from penholder.publish import pango_types as p\np.VERSION = 1\n",
        "from penholder.publish import quick_start as q\nq._DEFERRED['fontTools.ttLib'] = ()\n",
    ],
)
def test_what_does_not_hold_is_told_and_a_plain_import_works(
    change: str, resolution_path: Path
) -> None:
    load = (
        f"import sys\n{change}"
        "from penholder.publish.quick_start import NotAsTestedError, quick_start\n"
        "try:\n    with quick_start():\n        import weasyprint\n"
        "except NotAsTestedError:\n"
        "    assert not {'weasyprint', 'weasyprint.urls', 'fontTools'} & set(sys.modules)\n"
        "    import weasyprint\n"
        "else:\n    raise SystemExit('not told')\n"
    )
    assert digest_after(load, resolution_path) == digest_after(PLAIN, resolution_path)


def test_the_door_goes_the_plain_way_where_the_quick_one_is_shut(resolution_path: Path) -> None:
    code = (
        "{}import hashlib, pathlib, sys\nfrom penholder.publish.pdf import render_pdf\n"
        "html = pathlib.Path(sys.argv[1]).read_text('utf-8')\n"
        "print(hashlib.sha256(render_pdf(html)).hexdigest(), 'fontTools' in sys.modules)"
    )
    change = "from penholder.publish import pango_types as p\np.FINGERPRINT = '0'\n"
    plain = run(code.format(change), str(resolution_path))
    assert run(code.format(""), str(resolution_path)) == plain.replace("True", "False")
