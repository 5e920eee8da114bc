"""Everything can be reached with the keyboard, and where one is can be seen."""

import pytest
from playwright.sync_api import expect

from support import COMPATIBILITY, EVERY_PAGE, GUIDE, HOME, NARROW, SEARCH, WIDE, open_page


@pytest.mark.parametrize(**EVERY_PAGE)
def test_first_stop_leads_to_the_content(page, path):
    page.goto(path)
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.get_attribute("class") == "skip-link"
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def tab_stops(page):
    """Goes through a page with Tab: of each stop, how it shows that it has the focus."""
    page.evaluate("window.passed = new Set()")
    stops = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate("""() => {
          const element = document.activeElement;
          if (element === document.body || passed.has(element)) return null;
          passed.add(element);
          const style = getComputedStyle(element);
          const onTop = ({ left, top, width, height }) => (
            element.contains(document.elementFromPoint(left + width / 2, top + height / 2)));
          return {
            html: element.outerHTML.slice(0, 120),
            // The outline that a browser draws of itself says `auto` and 1px.
            outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
            visible: [...element.getClientRects()].some(onTop),
          };
        }""")
        if stop is None:
            return stops
        stops.append(stop)


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("path", [GUIDE, HOME, COMPATIBILITY])
def test_every_stop_is_seen(page, path, width):
    open_page(page, path, width)
    stops = tab_stops(page)
    assert len(stops) > 8
    assert [stop["html"] for stop in stops if not stop["visible"]] == []
    assert [stop["html"] for stop in stops if stop["outline"] < 2] == []


def test_every_step_can_be_reached(page):
    page.goto(GUIDE)
    stops = "".join(stop["html"] for stop in tab_stops(page))
    steps = page.locator(".step-number").count()
    assert stops.count('class="step-number"') == steps
    assert stops.count('class="step-done"') == steps
    assert stops.count('class="full-size"') == page.locator("main img").count()


@pytest.mark.parametrize(
    "path, box",
    [
        (HOME, "header input[type=search]"),
        (GUIDE, "header input[type=search]"),
        (SEARCH, "main input[type=search]"),
    ],
)
def test_slash_leads_into_the_search_box_and_escape_out(page, path, box):
    page.goto(path)
    page.keyboard.press("/")
    expect(page.locator(box)).to_be_focused()
    # The key itself is no word to search for, but inside the box it is a letter like others.
    expect(page.locator(box)).to_have_value("")
    page.keyboard.type("a/b")
    expect(page.locator(box)).to_have_value("a/b")
    page.keyboard.press("Escape")
    expect(page.locator(box)).not_to_be_focused()
