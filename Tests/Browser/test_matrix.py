"""The matrix of clients and features can be read, filtered, sorted, passed on and printed.

The sample site has few clients, so a richer one is published from the folder Matrix.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import served, visitor
from support import COMPATIBILITY, HEIGHT, NARROW, WIDE, open_page

CLIENTS = 13
PHONE = 390


@pytest.fixture(scope="module")
def address(publish):
    with served(publish(Path(__file__).parent / "Matrix")) as address:
        yield address


@pytest.fixture
def matrix(new_page):
    new_page.goto(COMPATIBILITY)
    return new_page


def shown(page):
    """The names of the clients that can be seen, from top to bottom."""
    heads = page.locator(".matrix tbody th[scope=row]").all()
    return [head.inner_text() for head in heads if head.is_visible()]


def groups(page):
    heads = page.locator(".matrix tbody th[scope=rowgroup]").all()
    return [head.inner_text() for head in heads if head.is_visible()]


def status(page):
    return page.locator(".matrix-status")


def tab_to(page, selector):
    """Goes on with the Tab key until the element has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


# ---- What stands in it


def test_each_client_has_one_row_below_its_platform(matrix):
    assert len(shown(matrix)) == len(set(shown(matrix))) == CLIENTS
    assert groups(matrix) == ["Windowsのパソコン", "Mac", "複数の機器"]


def test_levels_are_words_and_unknown_is_one_of_them(matrix):
    row = matrix.locator("tr", has_text="Netscape")
    assert "不明" in row.locator("td").first.inner_text()
    assert "未検証" in matrix.locator("tr", has_text="AL-Mail32").inner_text()


def test_cells_lead_to_guide_source_and_notes(matrix):
    row = matrix.locator("tbody tr", has_text="Thunderbird")
    cell = row.locator("td").nth(2)
    assert "明記" in cell.inner_text()
    target = cell.locator(".note-mark").get_attribute("href")
    assert "手動対応" in matrix.locator(f"p:has({target})").inner_text()
    source = cell.locator(".source a").get_attribute("href")
    assert source.endswith("pages/Mail/source/index.html#L6")
    cell.locator(".guide a").click()
    assert matrix.url.endswith("clients/thunderbird/index.html")


def test_sums_are_those_of_the_rows(matrix):
    foot = matrix.locator("tfoot tr:not(.group)")
    unknown = foot.nth(5).locator("td").nth(0)
    cells = matrix.locator("tbody tr td:nth-of-type(1) .level-unknown")
    assert int(unknown.inner_text()) == cells.count() == 2


def test_files_and_date_are_named(matrix):
    forms = matrix.locator(".other-forms")
    assert re.search(r"CSV \(\d+ KB\)", forms.inner_text())
    assert matrix.locator("main time").first.get_attribute("datetime") == "2026-11-25"


# ---- Filters


def test_filtering_with_the_keyboard(matrix):
    tab_to(matrix, ".matrix-tools [name=q]")
    matrix.keyboard.type("ｏｅ６")
    expect(status(matrix)).to_have_text(f"{CLIENTS}件中1件を表示")
    assert shown(matrix) == ["Outlook Express"]
    assert groups(matrix) == ["Windowsのパソコン"]


def test_status_is_announced(matrix):
    assert status(matrix).get_attribute("role") == "status"
    expect(status(matrix)).to_have_text(f"{CLIENTS}件中{CLIENTS}件を表示")


@pytest.mark.parametrize("words, found", [
    ("hidemaru", 0), ("秀丸", 1), ("ﾒｰﾙ", 2), ("outlook EXPRESS", 1), ("エドマックス", 0),
])
def test_names_are_compared_as_in_the_search(matrix, words, found):
    matrix.locator(".matrix-tools [name=q]").fill(words)
    expect(status(matrix)).to_have_text(f"{CLIENTS}件中{found}件を表示")


@pytest.mark.parametrize("name, value, found", [
    ("platform", "mac", 5), ("platform", "android", 1), ("level.imap", "unknown", 2),
    ("level.smtp.pop-before-smtp", "manual", 5), ("level.smtp.pop-before-smtp", "works", 11),
    ("level.tls", "untested", 2),
])
def test_choices(matrix, name, value, found):
    matrix.locator(f"[name='{name}']").select_option(value)
    expect(status(matrix)).to_have_text(f"{CLIENTS}件中{found}件を表示")
    assert len(shown(matrix)) == found


def test_boxes_to_tick_with_the_keyboard(matrix):
    tab_to(matrix, "[name=current]")
    matrix.keyboard.press("Space")
    expect(status(matrix)).to_have_text(f"{CLIENTS}件中9件を表示")
    assert "Outlook Express" not in shown(matrix)
    matrix.locator("[name=guide]").press("Space")
    assert shown(matrix) == ["Thunderbird"]


def test_showing_all_again(matrix):
    before = shown(matrix)
    matrix.locator("[name=group]").select_option("none")
    matrix.locator("[name=platform]").select_option("mac")
    matrix.locator("thead button").first.click()
    assert shown(matrix) != before
    tab_to(matrix, ".matrix-tools [type=reset]")
    matrix.keyboard.press("Enter")
    assert shown(matrix) == before
    assert "#" not in matrix.url
    assert matrix.locator("[aria-sort]").count() == 0
    expect(status(matrix)).to_have_text(f"{CLIENTS}件中{CLIENTS}件を表示")


# ---- Order and groups


def test_sorting_with_the_keyboard(matrix):
    matrix.locator("[name=group]").select_option("none")
    tab_to(matrix, "thead button")
    matrix.keyboard.press("Enter")
    head = matrix.locator("thead th").first
    assert head.get_attribute("aria-sort") == "ascending"
    names = shown(matrix)
    assert names[0] == "AL-Mail32"
    matrix.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert shown(matrix) == names[::-1]
    expect(status(matrix)).to_contain_text("逆順")
    matrix.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") is None
    expect(matrix.locator("thead button").first).to_be_focused()


def test_sorting_by_a_level_stays_within_groups(matrix):
    heads = groups(matrix)
    matrix.get_by_role("button", name="POP before SMTP").click()
    assert groups(matrix) == heads
    assert matrix.locator("[aria-sort=ascending]").inner_text() == "POP before SMTP"
    matrix.locator("[name=group]").select_option("none")
    assert groups(matrix) == []
    order = "◎○△×－？"
    levels = matrix.locator("tbody td:nth-of-type(3)").evaluate_all(
        "cells => cells.map((cell) => cell.querySelector('.level').innerText[0])"
    )
    assert [order.index(level) for level in levels] == sorted(order.index(level) for level in levels)


def test_groups_by_kind(matrix):
    matrix.locator("[name=group]").select_option("kind")
    assert groups(matrix) == ["パソコン用", "スマートフォン・タブレット用"]
    assert len(shown(matrix)) == CLIENTS


# ---- The address


def test_the_address_keeps_what_is_chosen(matrix, browser, address):
    matrix.locator("[name='level.smtp.auth']").select_option("native")
    matrix.locator(".matrix-tools [name=q]").fill("o")
    matrix.locator("[name=group]").select_option("kind")
    matrix.get_by_role("button", name="メールソフト").click()
    matrix.get_by_role("button", name="メールソフト").click()
    expect(status(matrix)).to_contain_text("件中")
    matrix.wait_for_url("**/*#*q=o*order=desc*")
    with visitor(browser, address) as other:
        other.goto(matrix.url)
        assert shown(other) == shown(matrix)
        assert groups(other) == groups(matrix)
        assert other.locator("[aria-sort=descending]").inner_text() == "メールソフト"
        assert other.locator(".matrix-tools [name=q]").input_value() == "o"


def test_addresses_that_mean_nothing_choose_nothing(matrix):
    for fragment in ["sort=price", "platform=amiga&level.x=native", "q=&sort=<b>", "%E0%A4%A=1"]:
        matrix.goto("about:blank")
        matrix.goto(f"{COMPATIBILITY}#{fragment}")
        assert len(shown(matrix)) == CLIENTS
        assert matrix.locator("[aria-sort]").count() == 0


def test_links_to_notes_choose_nothing(matrix):
    matrix.locator("[name=platform]").select_option("mac")
    matrix.locator(".note-mark:visible").first.click()
    assert matrix.url.endswith("#note-1")
    assert len(shown(matrix)) == 5


# ---- Readers of all kinds


def test_without_script_it_is_whole_and_has_no_controls(browser, address):
    with visitor(browser, address, java_script_enabled=False) as page:
        page.goto(COMPATIBILITY)
        assert len(shown(page)) == CLIENTS
        controls = page.locator("main input, main button, main select, main search").all()
        assert not any(control.is_visible() for control in controls)


def test_controls_are_dead_where_their_script_does_not_come(new_page):
    new_page.route("**/matrix-*.js", lambda route: route.abort())
    new_page.goto(COMPATIBILITY)
    assert new_page.locator(".matrix-tools [name=q]").is_disabled()
    assert len(shown(new_page)) == CLIENTS


@pytest.mark.parametrize("fragment", ["", "#platform=mac&sort=imap", "#q=nothing+like+it"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_axe_finds_nothing(new_page, width, scheme, fragment):
    new_page.emulate_media(color_scheme=scheme)
    open_page(new_page, COMPATIBILITY + fragment, width)
    options = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    violations = Axe().run(new_page, options=options).response["violations"]
    assert [(v["id"], [n["html"][:90] for n in v["nodes"]]) for v in violations] == []


@pytest.mark.parametrize("width", [NARROW, PHONE, WIDE])
def test_only_the_table_scrolls_sideways(new_page, width):
    open_page(new_page, COMPATIBILITY, width)
    assert new_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = new_page.locator(".matrix-tools input, .matrix-tools select, main button").evaluate_all(
        """(controls) => controls.map((control) => control.getBoundingClientRect())
          .filter(({ width, height }) => width < 24 || height < 24).length"""
    )
    assert small == 0


def test_nothing_moves_when_the_script_comes(browser, address):
    for width in (NARROW, WIDE):
        with visitor(browser, address, width=width) as page:
            page.add_init_script("""new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) window.shift = (window.shift || 0) + entry.value;
            }).observe({ type: 'layout-shift', buffered: true });""")
            page.goto(COMPATIBILITY)
            page.wait_for_timeout(300)
            assert page.evaluate("window.shift || 0") <= 0.01


@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_heads_and_names_stay_in_sight(new_page, width):
    open_page(new_page, COMPATIBILITY, width)
    places = new_page.locator(".matrix-scroll").evaluate("""(region) => {
      const head = region.querySelector('thead th:nth-child(2)');
      const name = region.querySelector('tbody th[scope=row]');
      region.scrollTo(0, 300);
      const top = head.getBoundingClientRect().top - region.getBoundingClientRect().top;
      region.scrollTo(200, 0);
      const left = name.getBoundingClientRect().left - region.getBoundingClientRect().left;
      return [top, left, region.scrollHeight > region.clientHeight];
    }""")
    assert places[0] == pytest.approx(1, abs=2)
    assert places[1] == pytest.approx(1, abs=2)
    assert places[2]


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_no_stop_hides_below_heads_or_names(new_page, width):
    open_page(new_page, COMPATIBILITY, width)
    new_page.locator(".matrix-scroll").focus()
    hidden = []
    # Forwards through all rows, then back.
    for key in ["Tab"] * 120 + ["Shift+Tab"] * 100:
        new_page.keyboard.press(key)
        hidden += new_page.evaluate("""() => {
          const element = document.activeElement;
          if (!element.closest('.matrix')) return [];
          const spots = [...element.getClientRects()].map(({ left, top, width, height }) => (
            document.elementFromPoint(left + width / 2, top + height / 2)));
          return spots.some((spot) => element.contains(spot)) ? [] : [element.outerHTML.slice(0, 90)];
        }""")
    assert hidden == []


def test_levels_keep_their_shapes_in_forced_colours(matrix):
    matrix.emulate_media(forced_colors="active")
    level = matrix.locator(".matrix .level").first
    assert level.evaluate("(level) => parseFloat(getComputedStyle(level).borderTopWidth)") >= 1
    head = matrix.locator("thead th").first
    assert head.evaluate("(head) => getComputedStyle(head).backgroundColor") != "rgba(0, 0, 0, 0)"


# ---- Paper


def printed(page, path):
    """The words on each sheet."""
    page.pdf(path=path, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return text.stdout.decode().split("\f")[:-1]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext reads the printed sheets")
def test_print_has_all_rows_and_repeats_the_head(matrix, tmp_path):
    names = shown(matrix)
    sheets = printed(matrix, tmp_path / "matrix.pdf")
    text = "".join(sheets)
    assert len(sheets) <= 5
    for name in names:
        assert re.sub(r"\s", "", name) in re.sub(r"\s", "", text)
    with_rows = [sheet for sheet in sheets if "非対応" in sheet and "明記" in sheet]
    assert all("SMTP AUTH" in sheet for sheet in with_rows)
    assert "すべて表示" not in text


def test_print_leaves_nothing_out_and_nothing_over(matrix):
    matrix.emulate_media(media="print")
    matrix.set_viewport_size({"width": 1000, "height": HEIGHT})
    region = matrix.locator(".matrix-scroll")
    assert region.evaluate("(it) => it.scrollWidth <= it.clientWidth")
    assert region.evaluate("(it) => getComputedStyle(it).maxHeight") == "none"
    assert not matrix.locator(".matrix-tools").is_visible()
    rows = matrix.locator(".matrix tr")
    breaks = rows.evaluate_all("(rows) => rows.map((row) => getComputedStyle(row).breakInside)")
    assert set(breaks) == {"avoid"}


def test_print_of_a_choice_says_so(matrix):
    matrix.locator("[name=platform]").select_option("mac")
    matrix.emulate_media(media="print")
    assert status(matrix).is_visible()
    assert not matrix.locator("[name=platform]").is_visible()


# ---- Long lists


def test_a_part_of_a_long_list_says_that_it_is_one(publish, browser, tmp_path):
    rows = "".join(f"|Client{number:03} Mail|◎|○|\n" for number in range(230))
    (tmp_path / "Long.txt").write_text(f"*対応表\n|メールソフト|IMAP|SMTP AUTH|h\n{rows}")
    (tmp_path / "wikiguide.yml").write_text("title: 長い一覧\nlanguage: ja\n")
    with served(publish(tmp_path)) as address, visitor(browser, address) as page:
        page.goto(COMPATIBILITY)
        assert "全230件のうち200件" in page.locator("main").inner_text()
        expect(status(page)).to_have_text("この表の200件中200件を表示")
        page.locator(".matrix-tools [name=q]").fill("client19")
        expect(status(page)).to_have_text("この表の200件中10件を表示")
        assert "全230件" in page.locator("tfoot").inner_text()
