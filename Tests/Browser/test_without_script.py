"""Without script everything can be read, and nothing shows that would not work."""

import pytest

from conftest import visitor
from support import EVERY_PAGE, PAGES, SEARCH


@pytest.fixture(scope="module")
def bare_page(browser, address):
    """A page that runs no script."""
    with visitor(browser, address, java_script_enabled=False) as page:
        yield page


@pytest.mark.parametrize(**EVERY_PAGE)
def test_no_text_is_hidden(bare_page, path):
    bare_page.goto(path)
    hidden = bare_page.evaluate("""() => {
      const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      const hidden = [];
      while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        // The search box needs script, so its label may wait for it.
        if (!data.trim() || parentElement.closest('search')) continue;
        if (!parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true })) {
          hidden.push(data);
        }
      }
      return hidden;
    }""")
    assert bare_page.locator("main").inner_text().strip() != ""
    assert hidden == []


@pytest.mark.parametrize(
    "path", [path for path in PAGES.values() if path != SEARCH], ids=lambda path: path
)
def test_script_adds_nothing_but_controls(page, bare_page, path):
    page.goto(path)
    bare_page.goto(path)
    # The buttons in the heads of the matrix hold what the heads say.
    controls = page.locator("main search, main button:not(th *), main input")
    controls.evaluate_all("(them) => them.forEach((it) => it.remove())")
    with_script, without = (one.locator("main").inner_text().split() for one in (page, bare_page))
    assert with_script == without


@pytest.mark.parametrize(**EVERY_PAGE)
def test_no_dead_control_shows(bare_page, path):
    bare_page.goto(path)
    controls = bare_page.locator("input, button, select, textarea").all()
    assert [one.get_attribute("id") for one in controls if one.is_visible()] == []


def test_search_page_leads_to_the_lists_instead(bare_page):
    bare_page.goto(SEARCH)
    links = bare_page.locator("main a")
    assert links.count() >= 2
    for link in links.all():
        assert link.is_visible()
    links.first.click()
    assert bare_page.locator("main h1").is_visible()


def test_search_page_does_not_say_so_where_search_works(page):
    page.goto(SEARCH)
    assert page.locator("main input[type=search]").is_visible()
    assert not page.locator("[data-without-script]").is_visible()
