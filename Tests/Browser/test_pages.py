"""Each page, narrow and wide: it fits, nothing fails, nothing is fetched from elsewhere."""

from dataclasses import dataclass, field

import pytest

from conftest import visitor
from support import EVERY_PAGE, GUIDE, HOME, MIDDLE, NARROW, PAGES, SEARCH, WIDE, read_through

# The browser tells the page of whatever its own policy kept from loading or running.
NOTE_VIOLATIONS = """
  window.violations = [];
  addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
  });
"""

# Where a page can be moved sideways, the elements that reach too far say where to look.
BEYOND_EDGE = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const reaching = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth)
    .map((element) => element.outerHTML.slice(0, 80));
  return [`${scrollWidth} pixels`, ...reaching];
}"""


@dataclass
class Visit:
    """What went wrong while pages were opened and read to their ends, each with its page."""

    messages: list = field(default_factory=list)
    failures: list = field(default_factory=list)
    elsewhere: list = field(default_factory=list)
    violations: list = field(default_factory=list)
    beyond_edge: list = field(default_factory=list)


def watch(page, visit, address):
    """Writes down what the page says and asks for from now on."""

    def note_request(request):
        if not request.url.startswith(address):
            visit.elsewhere.append((page.url, request.url))

    def note_failure(request):
        # What is given up because the next page is opened has not failed.
        if request.failure != "net::ERR_ABORTED":
            visit.failures.append((page.url, request.failure, request.url))

    def note_answer(answer):
        if answer.status >= 400:
            visit.failures.append((page.url, answer.status, answer.url))

    page.on("console", lambda message: visit.messages.append((page.url, message.text)))
    page.on("pageerror", lambda error: visit.messages.append((page.url, str(error))))
    page.on("request", note_request)
    page.on("requestfailed", note_failure)
    page.on("response", note_answer)
    page.add_init_script(NOTE_VIOLATIONS)


@pytest.fixture(scope="module", params=[NARROW, MIDDLE, WIDE])
def visit(request, browser, address):
    """A visit to all pages in a window of one width, made once for all the questions below."""
    visit = Visit()
    with visitor(browser, address, width=request.param) as page:
        watch(page, visit, address)
        for path in PAGES.values():
            page.goto(path)
            read_through(page)
            visit.violations += [(path, one) for one in page.evaluate("violations")]
            visit.beyond_edge += [(path, one) for one in page.evaluate(BEYOND_EDGE)]
    return visit


def test_pages_fit_the_width(visit):
    assert visit.beyond_edge == []


def test_console_stays_empty(visit):
    assert visit.messages == []


def test_no_request_fails(visit):
    assert visit.failures == []


def test_no_other_host_is_asked(visit):
    assert visit.elsewhere == []


def test_pages_keep_to_their_own_policy(visit):
    assert visit.violations == []


def test_policy_is_kept_while_pictures_open_and_words_are_searched(new_page, address):
    visit = Visit()
    watch(new_page, visit, address)
    new_page.goto(GUIDE)
    new_page.locator("a.full-size").first.click()
    new_page.locator("dialog img").wait_for()
    assert new_page.evaluate("violations") == []
    new_page.goto(f"{SEARCH}?q=送信")
    new_page.locator(".search-results a").first.wait_for()
    assert new_page.evaluate("violations") == []
    assert visit == Visit()


@pytest.mark.parametrize(**EVERY_PAGE)
def test_policy_keeps_foreign_script_out(page, path):
    # Without this, a page that lost its policy would pass all the tests above.
    page.goto(path)
    noticed = page.evaluate("""() => new Promise((done) => {
      addEventListener('securitypolicyviolation', () => done(true));
      setTimeout(() => done(false), 1000);
      const script = document.createElement('script');
      script.textContent = 'window.foreign = true';
      document.head.append(script);
    })""")
    assert noticed
    assert page.evaluate("window.foreign") is None


def test_unknown_address_shows_the_page_for_it_with_its_looks(page, address):
    answer = page.goto("clients/no/such/page.html")
    assert answer.status == 404
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 0
    page.locator(".site-title").click()
    assert page.url == address + HOME
