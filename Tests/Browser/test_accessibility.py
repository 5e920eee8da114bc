"""axe finds nothing to say about any page, in light and in dark, narrow and wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from support import EVERY_PAGE, GUIDE, NARROW, SEARCH, WIDE, open_page

# Small targets are looked for as well; axe leaves that out when nobody asks.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


@pytest.fixture(params=["light", "dark"])
def page(page, request):
    page.emulate_media(color_scheme=request.param)
    return page


def complaints(page):
    """What axe says of a page: the rule, the element, and why."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:120]}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize(**EVERY_PAGE)
def test_page(page, path, width):
    open_page(page, path, width)
    assert complaints(page) == []


def test_search_results(page):
    open_page(page, f"{SEARCH}?q=送信", NARROW)
    page.locator(".search-results a").first.wait_for()
    assert complaints(page) == []


def test_open_picture(page):
    open_page(page, GUIDE, NARROW)
    page.locator("a.full-size").first.click()
    page.locator("dialog img").wait_for()
    assert complaints(page) == []
