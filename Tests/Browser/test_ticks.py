"""Steps can be ticked off, and stay so as long as the guide stays what it is."""

import re

import pytest
from playwright.sync_api import expect

from support import GUIDE

BOXES = ".steps input[type=checkbox]"


def box_of(page, step):
    """The box beside a step's number."""
    return page.locator(f"#{step} + input[type=checkbox]")


@pytest.fixture
def guide(page):
    """The guide, opened by somebody who was never here."""
    page.goto(GUIDE)
    page.evaluate("localStorage.clear()")
    page.reload()
    return page


def ticked(page):
    """The ids of the steps that are ticked."""
    return page.locator(f"{BOXES}:checked").evaluate_all(
        "(boxes) => boxes.map((box) => box.previousElementSibling.id)"
    )


def test_each_step_has_one_box_with_a_label_of_its_own(guide):
    numbers = guide.locator(".steps .step-number")
    assert numbers.count() > 10
    for number in numbers.all():
        box = box_of(guide, number.get_attribute("id"))
        expect(box).to_have_accessible_name(re.compile(rf"(?<!\d){number.inner_text()}(?!\d)"))
    assert guide.locator(BOXES).count() == numbers.count()


def test_nothing_is_ticked_at_first(guide):
    assert ticked(guide) == []


def test_ticks_are_still_there_after_reload(guide):
    box_of(guide, "step-1").check()
    box_of(guide, "step-3").check()
    guide.reload()
    assert ticked(guide) == ["step-1", "step-3"]


def test_ticks_can_be_taken_back(guide):
    box_of(guide, "step-1").check()
    box_of(guide, "step-3").check()
    box_of(guide, "step-1").uncheck()
    guide.reload()
    assert ticked(guide) == ["step-3"]


def test_ticks_of_setup_and_of_everyday_use_are_kept_together(guide):
    box_of(guide, "step-1").check()
    box_of(guide, "operation-1").check()
    guide.reload()
    assert ticked(guide) == ["step-1", "operation-1"]


def test_ticks_are_the_same_by_the_address_of_the_folder(guide):
    box_of(guide, "step-1").check()
    guide.goto(GUIDE.removesuffix("index.html"))
    assert ticked(guide) == ["step-1"]


def test_other_guides_are_not_ticked(guide):
    box_of(guide, "step-1").check()
    guide.goto("clients/thunderbird/index.html")
    assert guide.locator(BOXES).count() > 0
    assert ticked(guide) == []


def test_changed_guide_begins_without_ticks(new_page, site):
    new_page.goto(GUIDE)
    box_of(new_page, "step-1").check()
    html = (site / GUIDE).read_text()
    changed = re.sub(r'data-revision="[^"]*"', 'data-revision="changed"', html)
    assert changed != html
    changed_page = {"body": changed, "content_type": "text/html"}
    new_page.route(f"**/{GUIDE}", lambda route: route.fulfill(**changed_page))
    new_page.reload()
    assert new_page.locator(BOXES).count() > 0
    assert ticked(new_page) == []


def test_ticks_work_for_the_visit_where_nothing_may_be_stored(new_page):
    errors = []
    new_page.on("pageerror", lambda error: errors.append(str(error)))
    new_page.add_init_script("""
      Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed'); } });
    """)
    new_page.goto(GUIDE)
    box_of(new_page, "step-1").check()
    assert ticked(new_page) == ["step-1"]
    assert errors == []
