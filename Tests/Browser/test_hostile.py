"""Pages of strangers, looked at: nothing of theirs runs, no dialog opens, no other host is asked.

The pages are those of Tests/Security. The browser's own policy is switched off, so that what is seen is the
escaping alone.
"""

import sys
from pathlib import Path

import pytest

from conftest import served, visitor

sys.path.append(str(Path(__file__).parents[1] / "Security"))
import hostile  # noqa: E402


@pytest.fixture(scope="module")
def attacked(program, tmp_path_factory):
    """The hostile site, published."""
    import importlib.util
    path = Path(__file__).parents[1] / "Security/conftest.py"
    spec = importlib.util.spec_from_file_location("hostile_site", path)
    security = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(security)
    site = security.Site(tmp_path_factory.mktemp("hostile"), program)
    security.write(site)
    site.build()
    return site.folder / "site"


def pages_of(site, pattern):
    """Paths of pages that lead on to no other."""
    return sorted(p.relative_to(site).as_posix() for p in site.rglob(pattern)
                  if "source" not in p.parts and b'http-equiv="refresh"' not in p.read_bytes())


def test_nothing_of_a_page_runs(browser, attacked):
    pages = pages_of(attacked, "index.html")
    # Pages of clients show the same texts in one frame.
    pages = [p for p in pages if p.startswith("pages/")] + pages[::5]
    assert len(pages) > 200
    with served(attacked) as address, visitor(browser, address, bypass_csp=True) as page:
        dialogs, asked = [], []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url))
        for path in pages:
            page.goto(path, wait_until="load")
            # What waits for the reader: each kind of event, on everything.
            found = page.evaluate(
                """mark => {
                  for (const one of document.querySelectorAll('*')) {
                    for (const name of ['focus', 'mouseover', 'pointerenter', 'toggle', 'click'])
                      if (!one.closest('a[href], button, input, summary, form'))
                        one.dispatchEvent(new Event(name));
                  }
                  const schemes = new Set([...document.querySelectorAll('a')].map(a => a.protocol));
                  return [Object.keys(window).filter(key => key.startsWith(mark)), [...schemes]];
                }""", hostile.MARK)
            assert not found[0], path
            assert set(found[1]) <= {"http:", "https:", "ftp:", "mailto:", ":"}, path
        assert not dialogs
        assert not [url for url in asked if not url.startswith((address, "data:"))]
