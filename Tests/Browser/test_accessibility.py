"""axe finds nothing to say about any page, in light and in dark, narrow and wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import served, visitor
from support import EVERY_PAGE, GUIDE, HEIGHT, NARROW, SEARCH, WIDE

# Small targets are looked for as well; axe leaves that out when nobody asks.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


def complaints(page):
    """What axe says of an open page: how it was shown, the rule, the element, and why."""
    complaints = []
    for width in (NARROW, WIDE):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.emulate_media(color_scheme=scheme)
            for rule in Axe().run(page, options=OPTIONS).response["violations"]:
                for node in rule["nodes"]:
                    html, why = node["html"][:120], node["failureSummary"]
                    complaints.append((width, scheme, rule["id"], html, why))
    return complaints


@pytest.mark.parametrize(**EVERY_PAGE)
def test_page(page, path):
    page.goto(path)
    assert complaints(page) == []


def test_wide_code(browser, publish, tmp_path):
    """Code is moved by keys where it is wider than the page, and there alone."""
    (tmp_path / "Code.md").write_text("# Code\n\n```\n" + "wide " * 200 + "\n```\n\n```\nok\n```\n")
    with served(publish(tmp_path)) as address, visitor(browser, address) as page:
        page.goto("pages/Code/index.html")
        page.locator("pre[tabindex]").wait_for()
        assert page.locator("pre[tabindex]").count() == 1
        assert complaints(page) == []


def test_search_results(page):
    page.goto(f"{SEARCH}?q=送信")
    page.locator(".search-results a").first.wait_for()
    assert complaints(page) == []


def test_open_picture(page):
    page.goto(GUIDE)
    page.locator("a.full-size").first.click()
    page.locator("dialog img").wait_for()
    assert complaints(page) == []
