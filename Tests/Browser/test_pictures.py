"""Pictures open in full size, take their room before they come, and come when they are near."""

import time
from html.parser import HTMLParser

import pytest
from playwright.sync_api import expect

from conftest import visitor
from support import EVERY_PAGE, GUIDE, NARROW, WIDE, open_page, read_through

PICTURE = "a.full-size"


@pytest.fixture
def guide(page):
    page.goto(GUIDE)
    return page


def open_first_picture(page):
    page.locator(PICTURE).first.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


# ---- In full size


def test_picture_opens_above_the_page(guide):
    dialog = open_first_picture(guide)
    expect(dialog.locator("img")).to_be_visible()
    picture = guide.locator(f"{PICTURE} img").first
    expect(dialog).to_have_accessible_name(picture.get_attribute("alt"))
    assert guide.evaluate("document.querySelector('dialog').contains(document.activeElement)")


def test_escape_closes_the_picture_and_leads_back_to_it(guide):
    dialog = open_first_picture(guide)
    guide.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(guide.locator(PICTURE).first).to_be_focused()


def test_button_closes_the_picture_and_leads_back_to_it(guide):
    dialog = open_first_picture(guide)
    dialog.get_by_role("button").click()
    expect(dialog).to_have_count(0)
    expect(guide.locator(PICTURE).first).to_be_focused()


def test_links_are_the_pictures_themselves(guide, site):
    links = guide.locator(PICTURE).evaluate_all("(links) => links.map((link) => link.pathname)")
    assert len(links) > 10
    for link in links:
        assert link.startswith("/images/")
        assert (site / link[1:]).is_file()


@pytest.mark.parametrize("click", [{"modifiers": ["ControlOrMeta"]}, {"button": "middle"}], ids=str)
def test_picture_can_be_opened_in_another_tab(guide, click):
    link = guide.locator(PICTURE).first
    with guide.context.expect_page() as tab:
        link.click(**click)
    assert tab.value.url == link.evaluate("(link) => link.href")
    tab.value.close()
    assert guide.locator("dialog").count() == 0


# ---- On the page


class PictureParser(HTMLParser):
    """Finds the pictures of a page, and which of them stand in its main part."""

    def __init__(self):
        super().__init__()
        self.in_main = False
        self.pictures = []

    def handle_starttag(self, tag, attributes):
        if tag == "main":
            self.in_main = True
        elif tag == "img":
            self.pictures.append((self.in_main, dict(attributes)))

    def handle_endtag(self, tag):
        if tag == "main":
            self.in_main = False


@pytest.fixture(scope="module")
def pictures(site):
    """The pictures of each built page, by the page's path."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        parser = PictureParser()
        parser.feed(file.read_text())
        found[file.relative_to(site).as_posix()] = parser.pictures
    assert any(found.values())
    return found


def test_every_picture_has_its_size_and_a_text(pictures):
    wrong = [
        (path, picture)
        for path, all_of_page in pictures.items()
        for _, picture in all_of_page
        if not {"width", "height", "alt"} <= picture.keys()
    ]
    assert wrong == []


def test_pictures_from_the_third_on_come_late(pictures):
    early = [
        (path, picture["src"])
        for path, all_of_page in pictures.items()
        for picture in [picture for in_main, picture in all_of_page if in_main][2:]
        if picture.get("loading") != "lazy"
    ]
    assert early == []


def arrive_late(page, files, seconds):
    """Lets files come as from a slow host: the text can be seen before them."""

    def wait(route):
        time.sleep(seconds)
        route.continue_()

    page.route(files, wait)


@pytest.fixture(scope="module")
def slow_page(browser, address):
    """A page that measures how far what one reads is moved by what comes later."""
    with visitor(browser, address) as page:
        arrive_late(page, "**/*.js", 0.2)
        arrive_late(page, "**/*.svg", 0.02)
        page.add_init_script("""
          window.shift = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
        """)
        yield page


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize(**EVERY_PAGE)
def test_nothing_jumps(slow_page, path, width):
    open_page(slow_page, path, width)
    read_through(slow_page)
    # The browser tells of the last frame a little later.
    slow_page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
    assert slow_page.evaluate("shift") <= 0.01
