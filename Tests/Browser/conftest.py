"""The built site on a port of this machine, and a browser to look at it.

Scripts/browser-tests says which site and which browser; by hand it is
`pytest Tests/Browser --site output --browser chromium`.
"""

import os
import shutil
import subprocess
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from support import HEIGHT, WIDE


def pytest_addoption(parser):
    parser.addoption("--site", default="output", help="the folder of the built site")
    parser.addoption("--program", default=".build/debug/wikiguide", help="builds other sites")
    parser.addoption("--browser", default="chromium", help="the program of a Chromium browser")


@pytest.fixture(scope="session")
def site(request):
    """The folder of the built site."""
    folder = Path(request.config.getoption("--site")).resolve()
    assert (folder / "index.html").is_file(), f"{folder} is not a built site"
    return folder


@pytest.fixture(scope="session")
def program(request):
    """The program, for tests that build a site of their own."""
    return Path(request.config.getoption("--program")).resolve()


class SiteRequestHandler(SimpleHTTPRequestHandler):
    """Serves files as a web host does: an unknown address is answered with 404.html."""

    protocol_version = "HTTP/1.1"

    def send_error(self, code, message=None, explain=None):
        if code != 404:
            return super().send_error(code, message, explain)
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_):
        """Says nothing: what goes wrong shows in the tests."""


@contextmanager
def served(site):
    """Where the site in a folder can be visited, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SiteRequestHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def address(site):
    """Where the site can be visited, with a slash at the end."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def publish(program, tmp_path_factory):
    """Publishes a folder of pages of a test's own; gives the folder of the site."""

    def publish(content):
        site = tmp_path_factory.mktemp("site") / "output"
        subprocess.run(
            [program, "build", content, "--output", site, "--as-of", "2026-11-25"]
            + ["--fail-on", "never"],
            check=True, capture_output=True,
        )
        return site

    return publish


@pytest.fixture(scope="session")
def browser(request):
    """A browser that reaches this machine and nothing else."""
    name = request.config.getoption("--browser")
    options = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    # Chromium refuses to run as root inside its sandbox.
    if os.geteuid() == 0:
        options.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which(name), args=options)
        yield browser
        browser.close()


@contextmanager
def visitor(browser, address, width=WIDE, **preferences):
    """An empty page for somebody who was never here, with preferences such as color_scheme."""
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": HEIGHT}, **preferences
    )
    context.set_default_timeout(5000)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def page(browser, address):
    """One page for all tests of a file, which saves time: for those that leave nothing behind."""
    with visitor(browser, address) as page:
        yield page


@pytest.fixture
def new_page(browser, address):
    """A page for one test alone: for those that answer or change something in between."""
    with visitor(browser, address) as page:
        yield page
