"""Search finds Japanese words wherever they stand and however they are typed."""

import re
import unicodedata
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from support import GUIDE, HOME, SEARCH

BOX = "main input[type=search]"
RESULTS = ".search-results a"
STATUS = "[role=status]"


def search(page, words, edition=""):
    """Opens the search page with words in its address and returns the paths of what is found."""
    page.goto(f"{edition}{SEARCH}?q={quote(words)}")
    expect(page.locator(STATUS)).not_to_be_empty()
    # Where much is found, a button leads to more of it.
    more = page.locator("main button")
    while more.is_visible():
        shown = page.locator(RESULTS).count()
        more.click()
        expect(page.locator(RESULTS)).not_to_have_count(shown)
    return [unquote(urlsplit(link).path).lstrip("/") for link in addresses(page)]


def addresses(page):
    return page.locator(RESULTS).evaluate_all("(links) => links.map((link) => link.href)")


def folded(text):
    """Text as search compares it: neither width, case, kind of kana nor long vowels matter."""
    text = unicodedata.normalize("NFKC", text).lower().replace("ー", "")
    return "".join(chr(ord(one) - 0x60) if "ァ" <= one <= "ヶ" else one for one in text)


def readable(markdown):
    """What a page itself says: no anchors, addresses of links, escapes, or lists of other pages."""
    text = re.sub(r"^ *- \[[^]]*\]\([^)]*\)$", "", markdown, flags=re.MULTILINE)
    return re.sub(r'<a id="[^"]*"></a>|(?<=\])\([^)]*\)|\\', "", text)


def texts(site):
    """What the pages of the Japanese edition say, folded, by their paths; their titles first."""
    return {
        path: folded(readable(file.read_text()))
        for file in site.rglob("index.md")
        if not (path := file.relative_to(site).with_suffix(".html").as_posix()).startswith("en/")
    }


def pages_shown_by(site, guide):
    """The paths of the wiki pages that a guide's page was made of: it says what they say."""
    parts = re.findall(r'class="guide-source">.*?</div>', (site / guide).read_text(), re.DOTALL)
    return {
        f"pages/{unquote(slug)}/index.html"
        for part in parts
        for slug in re.findall(r'href="[./]*pages/([^"]*?)/source/', part)
    }


def pages_with(site, *words):
    """The pages whose published Markdown has all the words.

    A wiki page is left out where a guide made of it is found, unless the page is called so and the
    guide is not.
    """
    has = {
        path: text
        for path, text in texts(site).items()
        if all(folded(word) in text for word in words)
    }

    def is_called_so(path):
        return all(folded(word) in has[path].lstrip().split("\n")[0] for word in words)

    shown = {
        page
        for guide in has
        if guide.startswith("clients/")
        for page in pages_shown_by(site, guide) & has.keys()
        if is_called_so(guide) or not is_called_so(page)
    }
    return sorted(has.keys() - shown)


# ---- What is found


@pytest.mark.parametrize(
    "words",
    [
        "送信",
        # Inside of compounds: 送信サーバ, 受信サーバ, メールサーバ.
        "サーバ",
        "信サ",
        "メールサーバ",
        "パスワード",
        "端末",
        "POP before SMTP",
        "Thunderbird",
        "pop.example.jp",
        "Becky!",
        # All of several words, on one line or not.
        "送信 パスワード",
        "Thunderbird POP",
        "手順　接続",
        # Some pages have `11` and `10`, which is not `110`.
        "接続 110",
    ],
)
def test_pages_with_the_words_are_found(page, site, words):
    expected = pages_with(site, *words.split())
    assert expected, "the sample wiki has these words"
    assert sorted(search(page, words)) == expected


@pytest.mark.parametrize(
    "typed, written",
    [
        ("ｔｈｕｎｄｅｒｂｉｒｄ", "Thunderbird"),
        ("THUNDERBIRD", "Thunderbird"),
        ("ﾒｰﾙ", "メール"),
        ("ｻｰﾊﾞ", "サーバ"),
        ("めーる", "メール"),
        ("さーば", "サーバ"),
        ("サーバー", "サーバ"),
        ("サーバ", "サーバー"),
        ("ユーザ名", "ユーザー名"),
        ("１１０", "110"),
    ],
)
def test_words_are_found_however_they_are_typed(page, site, typed, written):
    expected = pages_with(site, written)
    assert expected, "the sample wiki has this word"
    assert sorted(search(page, typed)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "ぬるぽ",
        # Each two neighbouring letters of this stand on the same page, the whole does not.
        "送信サーバの名前を入力し直してくださいました",
        "送信メールサーバ",
        # One word that is there does not make up for one that is not.
        "送信 ぬるぽ",
    ],
)
def test_words_that_are_nowhere_are_said_to_be_nowhere(page, site, words):
    assert pages_with(site, *words.split()) == []
    assert search(page, words) == []
    expect(page.locator(STATUS)).to_contain_text(words)


def test_english_edition_finds_its_own_pages(page):
    found = search(page, "Thunderbird", edition="en/")
    assert "en/clients/thunderbird/index.html" in found
    assert "clients/thunderbird/index.html" not in found


def test_what_a_guide_says_is_not_found_again_on_its_page(page):
    """Words that guide and page have lead to the guide, those that it leaves out to the page."""
    assert search(page, "切断する") == ["clients/outlook-express/index.html"]
    assert search(page, "pop.example.jp") == ["pages/Thunderbird/index.html"]


def test_pages_named_so_come_first(page):
    found = search(page, "Thunderbird")
    assert "Thunderbird" in page.locator(RESULTS).first.inner_text()
    assert len(found) > 1


def test_result_leads_to_the_step(page, address):
    search(page, "送受信が終了したら切断する")
    step = f"{address}{GUIDE}#step-14"
    assert step in addresses(page)
    page.locator(f"{RESULTS}[href$='{GUIDE}#step-14']").click()
    assert page.url == step
    expect(page.locator("#step-14")).to_be_in_viewport()


@pytest.mark.parametrize("words", ["送信", "サーバ", "アカウント", "パスワード", "POP"])
def test_places_that_results_lead_to_exist(page, words):
    search(page, words)
    places = [link for link in addresses(page) if "#" in link]
    assert places
    for place in places:
        page.goto(place)
        fragment = unquote(urlsplit(place).fragment)
        assert page.evaluate("(id) => Boolean(document.getElementById(id))", fragment), place


# ---- How it is shown


def test_results_come_while_one_types(page):
    page.goto(SEARCH)
    page.locator(BOX).press_sequentially("送信")
    expect(page.locator(RESULTS).first).to_be_visible()
    # The count is said when all are there, which may be after the first are shown.
    page.wait_for_function(
        "([results, status]) => document.querySelector(status).textContent.match(/[0-9]+/g)?.join()"
        " === String(document.querySelectorAll(results).length)",
        arg=[RESULTS, STATUS],
    )


@pytest.mark.parametrize("words, count", [("pop.example.jp", 1), ("端末", 3)])
def test_count_is_told_in_the_language_of_the_page(page, words, count):
    assert len(search(page, words)) == count
    told = page.locator(STATUS).inner_text()
    assert str(count) in told
    assert not re.search("[A-Za-z]", told)


def test_results_go_when_the_box_is_emptied(page):
    search(page, "送信")
    page.locator(BOX).fill("")
    expect(page.locator(RESULTS)).to_have_count(0)
    expect(page.locator(STATUS)).to_be_empty()


def test_address_keeps_the_words(page):
    page.goto(SEARCH)
    page.locator(BOX).press_sequentially("送信")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "送信"


def test_words_in_the_address_are_searched_for(page):
    assert search(page, "送信") != []
    expect(page.locator(BOX)).to_have_value("送信")


def test_header_box_leads_to_the_search_page(page, address):
    page.goto(HOME)
    box = page.locator("header input[type=search]")
    box.fill("送信")
    box.press("Enter")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert page.url == f"{address}{SEARCH}?q={quote('送信')}"


def test_results_come_below_the_box_of_every_page(page):
    page.goto(GUIDE)
    box = page.locator("header input[type=search]")
    box.press_sequentially("送信サーバ")
    results = page.locator(f"header {RESULTS}")
    expect(results.first).to_be_visible()
    expect(page.locator(f"header {STATUS}")).to_contain_text("ページ")
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    # Esc closes what has opened and leads back.
    page.keyboard.press("Escape")
    expect(results.first).to_be_hidden()
    expect(box).to_be_focused()


def test_results_close_when_the_reader_goes_on(page):
    page.goto(GUIDE)
    page.locator("header input[type=search]").press_sequentially("送信サーバ")
    results = page.locator(f"header {RESULTS}")
    expect(results.first).to_be_visible()
    page.locator("h1").click(position={"x": 5, "y": 5})
    expect(results.first).to_be_hidden()


def test_arrows_lead_through_the_results_and_back(page):
    search(page, "送信")
    results = page.locator(RESULTS)
    last = results.count() - 1
    assert last > 0
    page.locator(BOX).focus()
    page.keyboard.press("ArrowDown")
    expect(results.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()
    for _ in range(last + 3):
        page.keyboard.press("ArrowDown")
    expect(results.nth(last)).to_be_focused()


@pytest.mark.parametrize("typed", ["<img src=x onerror=alert(1)>", "$&", "$'", "{}", "7", "&lt;"])
def test_words_are_shown_as_they_were_typed(page, typed):
    assert search(page, f"{typed}ぬるぽ") == []
    assert f"「{typed}ぬるぽ」" in page.locator(STATUS).inner_text()
    # Nothing of it has become an element.
    assert page.locator(f"{STATUS} *").count() == 0
    assert page.locator("main img").count() == 0


def test_search_says_when_its_data_does_not_come_and_works_again_when_it_does(new_page):
    new_page.route("**/search/words-*.json", lambda route: route.abort())
    assert search(new_page, "送信") == []
    assert not re.search(r"\d", new_page.locator(STATUS).inner_text())
    new_page.unroute_all()
    new_page.locator(BOX).fill("送信サーバ")
    expect(new_page.locator(RESULTS).first).to_be_visible()
