"""LibreOffice asked file by file; runs in the Python that has its bridge, beside one process of it.

Each line of input names a file and a mode, accept or reject, as JSON; each line of output is the
text after that as flat OpenDocument, with the number that every paragraph of the body prints.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

_COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}
_PATIENCE = 60  # seconds until LibreOffice must have started


def main() -> None:
    """Answer until the input ends."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            _program(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _serve(Path(folder))
        finally:
            process.terminate()
            process.wait()


def _program(folder: str) -> list[str]:
    return [
        "soffice",
        f"-env:UserInstallation=file://{folder}/profile",
        f"--accept=pipe,name={_pipe(folder)};urp;",
        "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
    ]  # fmt: skip


def _pipe(folder: str) -> str:
    return Path(folder).name


def _serve(folder: Path) -> None:
    context = _connected(str(folder))
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for line in sys.stdin:
        asked = json.loads(line)
        document = desktop.loadComponentFromURL(
            Path(asked["path"]).as_uri(), "_blank", 0, (_named("Hidden", True),)
        )
        try:
            answer = _answer(document, asked, dispatcher, folder)
        finally:
            document.close(True)
        print(json.dumps(answer), flush=True)


def _answer(document: Any, asked: dict[str, str], dispatcher: Any, folder: Path) -> dict[str, Any]:
    if asked["mode"] == "pdf":
        filtered = _named("FilterName", "writer_pdf_Export")
        document.storeToURL(Path(asked["to"]).as_uri(), (filtered,))
        return {}
    frame = document.CurrentController.Frame
    dispatcher.executeDispatch(frame, _COMMANDS[asked["mode"]], "", 0, ())
    target = folder / "told.fodt"
    filtered = _named("FilterName", "OpenDocument Text Flat XML")
    document.storeToURL(target.as_uri(), (filtered,))
    return {"text": target.read_text("utf-8"), "numbers": _numbers(document.Text)}


def _numbers(text: Any) -> list[str]:
    found = []
    paragraphs = text.createEnumeration()
    while paragraphs.hasMoreElements():
        paragraph = paragraphs.nextElement()
        if paragraph.supportsService("com.sun.star.text.Paragraph"):
            found.append(paragraph.ListLabelString)
    return found


def _connected(folder: str) -> Any:
    import uno  # type: ignore[import-not-found]

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    url = f"uno:pipe,name={_pipe(folder)};urp;StarOffice.ComponentContext"
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return resolver.resolve(url)
        except Exception:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def _named(name: str, value: object) -> Any:
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main()
