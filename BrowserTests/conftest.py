"""One demonstration server and one browser for the whole run; a fresh context for each visitor."""

import os
import pathlib
import socket
import subprocess
import time
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

from support.site import Site
from support.visitor import Visitors

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXECUTABLE = pathlib.Path(os.environ.get("HORNBOOK", ROOT / ".build" / "debug" / "hornbook")).absolute()
CHROMIUM = os.environ.get("HORNBOOK_CHROMIUM", "/usr/bin/chromium")


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    if not os.access(EXECUTABLE, os.X_OK):
        pytest.exit(f"There is no program at {EXECUTABLE}: run `swift build`, or name it in HORNBOOK.", returncode=1)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("hornbook")
    log = open(folder / "server.log", "w")
    command = [EXECUTABLE, "demo", "--port", str(port), "--data", folder / "data"]
    server = subprocess.Popen([str(part) for part in command], stdout=log, stderr=subprocess.STDOUT)
    base = f"http://localhost:{port}"
    try:
        wait_for(f"{base}/health", server, folder / "server.log")
        yield Site(base=base, executable=EXECUTABLE)
    finally:
        server.terminate()
        server.wait(timeout=30)
        log.close()


def wait_for(address, server, log):
    end = time.monotonic() + 90
    while time.monotonic() < end:
        if server.poll() is not None:
            pytest.exit(f"The demonstration stopped before it answered: {log.read_text()}", returncode=1)
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    pytest.exit("The demonstration did not answer within 90 seconds.", returncode=1)


@pytest.fixture(scope="session")
def browser():
    if not os.access(CHROMIUM, os.X_OK):
        pytest.exit(f"There is no Chromium at {CHROMIUM}: install it, or name it in HORNBOOK_CHROMIUM.", returncode=1)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visitors(site, browser):
    """Opens browsers as people of a school. Whatever a page complained about on its console fails the test."""
    visitors = Visitors(site, browser)
    yield visitors
    visitors.close()
    assert visitors.complaints == []
