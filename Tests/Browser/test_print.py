"""A printed guide is few sheets, all of its pictures, and nothing that only a screen needs."""

import re

import pytest

from support import GUIDE, HOME, SEARCH


@pytest.fixture
def guide(page):
    # What another test has set would also count on paper: "null" takes it back.
    page.emulate_media(media="null")
    page.goto(GUIDE)
    return page


def print_sheets(page):
    """How many sheets of A4 the page takes, with the edges that Chromium leaves free."""
    edge = "10mm"
    pdf = page.pdf(format="A4", margin={"top": edge, "right": edge, "bottom": edge, "left": edge})
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_guide_is_at_most_eight_sheets(guide):
    assert 2 <= print_sheets(guide) <= 8


def test_pictures_that_nobody_scrolled_to_are_printed(guide):
    print_sheets(guide)
    missing = guide.evaluate("""() => [...document.images]
      .filter((image) => !image.complete || !image.naturalWidth).map((image) => image.src)""")
    assert missing == []


@pytest.mark.parametrize("path", [HOME, GUIDE, SEARCH])
def test_what_only_a_screen_needs_is_left_out(page, path):
    page.goto(path)
    page.emulate_media(media="print")
    shown = page.locator("nav, search, input, button, .site-menu, .skip-link, .breadcrumbs")
    assert [one.get_attribute("class") for one in shown.all() if one.is_visible()] == []
    assert page.locator("h1").is_visible()


def test_steps_and_pictures_are_not_torn(guide):
    guide.emulate_media(media="print")
    parts = guide.locator(".steps > ol > li, .steps figure")
    assert parts.count() > 20
    breaks = "(parts) => parts.map((part) => getComputedStyle(part).breakInside)"
    assert set(parts.evaluate_all(breaks)) == {"avoid"}
