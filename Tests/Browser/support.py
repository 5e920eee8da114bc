"""Names of the pages that the tests look at, and what a reader does on any page."""

HOME = "index.html"
GUIDE = "clients/outlook-express/index.html"
COMPATIBILITY = "compatibility/index.html"
SEARCH = "search/index.html"

# One page of each kind that the site has.
PAGES = {
    "home": HOME,
    "English home": "en/index.html",
    "clients": "clients/index.html",
    "guide": GUIDE,
    "compatibility": COMPATIBILITY,
    "wiki page": "pages/Thunderbird/index.html",
    "source": "pages/Thunderbird/source/index.html",
    "search": SEARCH,
    "not found": "404.html",
}

NARROW, MIDDLE, WIDE = 320, 768, 1280
HEIGHT = 800

# The parameters of a test that looks at each of these pages.
EVERY_PAGE = {"argnames": "path", "argvalues": PAGES.values(), "ids": PAGES.keys()}


def open_page(page, path, width):
    """Opens a page of the site in a window of that width."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.goto(path)


def read_through(page):
    """Scrolls to the end as a reader does, and waits until all pictures have come."""
    page.evaluate("""async () => {
      const frame = () => new Promise(requestAnimationFrame);
      for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
        scrollTo({ top: y, behavior: 'instant' });
        await frame();
      }
      const late = performance.now() + 4000;
      while (![...document.images].every((image) => image.complete) && performance.now() < late) {
        await frame();
      }
    }""")
