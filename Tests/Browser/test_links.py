"""Every link of every built page leads somewhere. This needs no browser."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest

LINKS = {("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("form", "action")}


class PageParser(HTMLParser):
    """Finds where a page leads, and the places on it that can be led to."""

    def __init__(self):
        super().__init__()
        self.links = []
        self.places = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if (tag, name) in LINKS:
                self.links.append(value)
            elif name == "id" or (tag, name) == ("a", "name"):
                self.places.append(value)
            elif (tag, name) == ("meta", "content") and "refresh" in dict(attributes).values():
                self.links.append(value.partition("url=")[2])


@pytest.fixture(scope="module")
def pages(site):
    """All built pages, by their paths."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        parser = PageParser()
        parser.feed(file.read_text())
        pages[file.relative_to(site).as_posix()] = parser
    assert len(pages) > 10
    return pages


@pytest.fixture(scope="module")
def base(pages):
    """The address under which the site is published: the home page says its own."""
    full = re.compile(r"https?://.*/index\.html")
    return next(filter(full.fullmatch, pages["index.html"].links)).removesuffix("index.html")


def leads_nowhere(site, pages, path, fragment):
    """Why a path and fragment inside of the site lead nowhere, or None."""
    file = site / path
    if file.is_dir():
        file /= "index.html"
    if not file.is_file():
        return f"there is no {path}"
    page = pages.get(file.relative_to(site).as_posix())
    if fragment and page and fragment not in page.places:
        return f"there is no #{fragment} in {path}"
    return None


def test_links_and_fragments_lead_somewhere(site, pages):
    wrong = []
    for path, page in pages.items():
        # urljoin() knows how to go up and down only for schemes such as http.
        here = f"http://here/{path}"
        for link in page.links:
            target = urlsplit(urljoin(here, link))
            if target.netloc != "here":
                continue
            inside = unquote(target.path).lstrip("/")
            reason = leads_nowhere(site, pages, inside, unquote(target.fragment))
            if reason:
                wrong.append(f"{path}: {link}: {reason}")
    assert wrong == []


def test_full_addresses_of_the_site_lead_somewhere(site, pages, base):
    # Such stand in the heads of pages, in the site map, and in what other programs read.
    kinds = {".html", ".md", ".xml", ".txt", ".json", ".csv"}
    wrong = []
    for file in sorted(file for file in site.rglob("*") if file.suffix in kinds):
        for link in set(re.findall(re.escape(base) + r"[^\s\"'<>)\],]*", file.read_text())):
            target = urlsplit(link)
            inside = unquote(target.path).lstrip("/")
            reason = leads_nowhere(site, pages, inside, unquote(target.fragment))
            if reason:
                wrong.append(f"{file.relative_to(site)}: {link}: {reason}")
    assert wrong == []


def test_places_of_a_page_have_different_names(pages):
    twice = {
        path: sorted({place for place in page.places if page.places.count(place) > 1})
        for path, page in pages.items()
    }
    assert {path: places for path, places in twice.items() if places} == {}
