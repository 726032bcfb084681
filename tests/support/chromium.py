"""A headless Chromium that a test talks to over two pipes: an address in, pictures and answers out.

The DevTools protocol over pipes needs no package and no port (chromium: --remote-debugging-pipe).
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image

ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
    "about:blank",
]
PATIENCE = 30.0
"""Seconds that a page may take."""


@dataclass
class Tab:
    """The one tab of a browser."""

    send_to: int
    read_from: int
    session: str = ""
    count: int = 0
    waiting: bytes = b""
    said: list[dict[str, object]] = field(default_factory=list)

    def ask(self, method: str, **params: object) -> dict[str, object]:
        """Return the result of a command of the protocol."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.send_to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self.count:
                assert "error" not in answer, answer
                return answer["result"]

    def show(self, address: str, width: int, height: int, *, dark: bool = False) -> None:
        """Load a page into a window of a size in CSS pixels, and wait until it has loaded."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.ask("Emulation.setDeviceMetricsOverride", **metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[scheme])
        self.ask("Page.navigate", url=address)
        end = time.perf_counter() + PATIENCE
        while self.evaluate("document.readyState") != "complete":
            assert time.perf_counter() < end, f"{address} does not load"
            time.sleep(0.05)

    def evaluate(self, script: str) -> object:
        """Return the value of an expression of JavaScript; of a promise, what it comes to."""
        done = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def picture(self) -> Image.Image:
        """Return what the window shows."""
        data = self.ask("Page.captureScreenshot", format="png")["data"]
        return Image.open(BytesIO(base64.b64decode(data))).convert("RGB")

    def picture_once(self, ready: Callable[[Image.Image], bool]) -> Image.Image:
        """Return what the window shows as soon as *ready* says so, and it no longer changes."""
        end = time.perf_counter() + PATIENCE
        before = None
        while time.perf_counter() < end:
            now = self.picture()
            if ready(now) and before is not None and now.tobytes() == before.tobytes():
                return now
            before = now
            time.sleep(0.25)
        raise AssertionError("the window never showed what was waited for")

    def _next(self) -> dict[str, object]:
        while b"\0" not in self.waiting:
            more = os.read(self.read_from, 1 << 20)
            assert more, "the browser has gone"
            self.waiting += more
        message, _, self.waiting = self.waiting.partition(b"\0")
        return json.loads(message)


@contextmanager
def browser() -> Iterator[Tab]:
    """Start a browser with a profile of its own, give its tab, and end it."""
    commands, send_to = os.pipe()
    read_from, answers = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = _start(Path(profile), commands, answers)
        os.close(commands)
        os.close(answers)
        try:
            tab = Tab(send_to, read_from)
            target = tab.ask("Target.createTarget", url="about:blank")["targetId"]
            tab.session = tab.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            tab.ask("Page.enable")
            yield tab
        finally:
            os.close(send_to)
            process.wait(PATIENCE)
            os.close(read_from)


def _start(profile: Path, commands: int, answers: int) -> subprocess.Popen[bytes]:
    """Start the program, which reads commands from descriptor 3 and answers on 4."""
    program = shutil.which("chromium")
    assert program
    put = "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4)"
    return subprocess.Popen(
        [
            *(sys.executable, "-c", f"{put}; os.execv(sys.argv[3], sys.argv[3:])"),
            *(str(commands), str(answers), program, f"--user-data-dir={profile}", *ARGUMENTS),
        ],
        pass_fds=(commands, answers),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
