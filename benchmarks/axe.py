"""Whether axe-core finds anything in the HTML we write, light and dark, narrow and wide.

    python -m benchmarks.axe [FOLDER]      further .html files below FOLDER are looked at too

Documents, working copies, a volume, redlines in all views, three versions and an import report are
made by the program itself and opened in headless Chromium at 320 and 1,440 pixels. axe-core comes
from npm into a folder that is deleted again. A page wider than its window is a finding too
(WCAG 1.4.10). Skipped, with the reason, where chromium or npm is missing.
"""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import TypedDict, get_args

from benchmarks.conforming.samples import ARABIC
from benchmarks.timing import PENHOLDER, SYMBOL, run, workspace

from penholder.publish.page import View
from penholder.store.write import write_document

DRAFT = "drafts/follow-up-cis-conference"
WIDTHS = (320, 1440)
SCHEMES = ("light", "dark")
_POLICY = 'http-equiv="Content-Security-Policy"'
_PATIENCE = 30_000  # milliseconds of the page's own clock

_INSIDE = """
axe.run(document, {resultTypes: ["violations"]}).then(found => {
  parent.document.getElementById("found").textContent = JSON.stringify({
    width: innerWidth,
    wide: document.documentElement.scrollWidth,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    passed: found.passes.length,
    violations: found.violations.map(each => ({
      id: each.id, help: each.help, nodes: each.nodes.map(node => node.html.slice(0, 120))
    }))
  })
})
"""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a page: at what width and in which scheme."""

    page: Path
    width: int
    scheme: str


class Violation(TypedDict):
    """A rule of axe-core that a page breaks, and where."""

    id: str
    help: str
    nodes: list[str]


class Seen(TypedDict):
    """What was seen: how wide the window and the page were, and what axe-core says."""

    width: int
    wide: int
    dark: bool
    passed: int
    violations: list[Violation]


def main(arguments: Sequence[str] | None = None) -> int:
    """Look and print; return 0 where nothing is found, or where nothing can be looked at."""
    asked = sys.argv[1:] if arguments is None else arguments
    missing = [name for name in ("chromium", "npm") if shutil.which(name) is None]
    if missing:
        print(f"skipped: {' and '.join(missing)} missing")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        axe = axe_core(folder)
        if not axe:
            print("skipped: npm does not give axe-core")
            return 0
        further = (page for each in asked for page in sorted(Path(each).rglob("*.html")))
        pages = [*made_pages(folder), *further]
        looks = [Look(*each) for each in product(pages, WIDTHS, SCHEMES)]
        count = 0
        for look in looks:
            for finding in findings(look, axe, folder):
                count += 1
                print(f"{look.page.name} at {look.width} px, {look.scheme}: {finding}", flush=True)
    verdict = "ok" if not count else "MISSED"
    print(f"{len(pages)} pages, {len(looks)} looks: {count} findings, target 0 {verdict}")
    return 1 if count else 0


def axe_core(folder: Path) -> str:
    """Return the script of axe-core as npm gives it; empty where it does not."""
    command = ["npm", "pack", "axe-core@4", "--silent"]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if ended.returncode:
        return ""
    with tarfile.open(folder / ended.stdout.split()[-1]) as archive:
        script = archive.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode("utf-8")


def made_pages(folder: Path) -> list[Path]:
    """Have the program make a page of every kind; return their files."""
    root = workspace(folder / "workspace")
    made = root / "pages"
    made.mkdir()
    forms = ("paragraph-ids", "double-spaced", "watermark", "large-print")
    orders: list[tuple[str, ...]] = [("build", SYMBOL), ("build", DRAFT)]
    orders += [("build", "drafts/amendment-cis-conference")]
    orders += [("build", DRAFT, "--working", form) for form in forms]
    orders += [("diff", SYMBOL, DRAFT, "--view", view) for view in get_args(View)]
    orders += [("diff", SYMBOL, DRAFT, SYMBOL)]
    (root / "content/drafts/lamps.ar.yaml").write_text(write_document(ARABIC), "utf-8")
    fewer = replace(ARABIC, operative=ARABIC.operative[1:])
    (root / "content/drafts/fewer.ar.yaml").write_text(write_document(fewer), "utf-8")
    orders += [("build", "drafts/lamps.ar"), ("diff", "drafts/lamps.ar", "drafts/fewer.ar")]
    for number, order in enumerate(orders):
        name = f"{number}-{'-'.join(order)}.html".replace("/", "-").replace("--", "-")
        run([PENHOLDER, *order, "-o", str(made / name)], root)
    listed = f"volume: A volume\ndocuments: [{SYMBOL}, drafts/*]\n"
    (root / "volume.yaml").write_text(listed, "utf-8")
    run([PENHOLDER, "build", "--volume", "volume.yaml", "-o", str(made / "volume.html")], root)
    run([PENHOLDER, "build", SYMBOL, "--format", "pdf"], root)
    source = root / f"build/{SYMBOL}.pdf"
    report = ["import", str(source), "--symbol", "A/RES/53/900", "--report"]
    before = set(root.rglob("*.html"))
    run([PENHOLDER, *report], root)
    return [*sorted(made.glob("*.html")), *sorted(set(root.rglob("*.html")) - before)]


def findings(look: Look, axe: str, folder: Path) -> Iterator[str]:
    """Yield what is wrong with a page at a width and in a scheme."""
    found = seen(look, axe, folder)
    if found is None:
        yield "the page was not looked at: axe-core gave no answer"
        return
    if (found["width"], found["dark"]) != (look.width, look.scheme == "dark"):
        yield f"looked at otherwise than asked: {found['width']} px, dark {found['dark']}"
    if not found["passed"]:
        yield "axe-core looked at nothing"
    if found["wide"] > look.width:
        yield f"the page is {found['wide']} px wide"
    for each in found["violations"]:
        yield f"{each['id']}: {each['help']}: {'; '.join(each['nodes'][:2])}"


def seen(look: Look, axe: str, folder: Path) -> Seen | None:
    """Return what axe-core says of a page, which stands in a frame as wide as asked.

    A window of Chromium is never narrower than 500 pixels. The page's policy, which forbids
    every other script, is taken out of the copy that is looked at.
    """
    text = look.page.read_text("utf-8").replace(_POLICY, 'name="policy"')
    script = f"<script>{axe}</script><script>{_INSIDE}</script>"
    inner = html.escape(text.replace("</body>", f"{script}</body>", 1))
    outer = folder / "frame.html"
    outer.write_text(
        '<!DOCTYPE html><html><head><meta charset="utf-8"><style>:root{color-scheme:light dark}'
        f"iframe{{width:{look.width}px;height:1000px;border:0}}</style></head>"
        f'<body><pre id="found"></pre><iframe srcdoc="{inner}"></iframe></body></html>',
        "utf-8",
    )
    return _dumped(outer, look, folder)


def _dumped(outer: Path, look: Look, folder: Path) -> Seen | None:
    profile = folder / "profile"
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", f"--user-data-dir={profile}",
        f"--blink-settings=preferredColorScheme={0 if look.scheme == 'dark' else 1}",
        "--window-size=1600,1200", f"--virtual-time-budget={_PATIENCE}", "--dump-dom",
        outer.as_uri(),
    ]  # fmt: skip
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    _, _, rest = ended.stdout.partition('<pre id="found">')
    told = html.unescape(rest.partition("</pre>")[0])
    found: Seen | None = json.loads(told) if told else None
    return found


if __name__ == "__main__":
    sys.exit(main())
