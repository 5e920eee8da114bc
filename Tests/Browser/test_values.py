"""A reader types an address, and the page shows values of the reader's own: here and nowhere else."""

import re
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import served, visitor
from support import HEIGHT, NARROW, WIDE

GUIDE = "clients/thunderbird/index.html"
OTHER = "clients/sylpheed/index.html"
ADDRESS = "hanako@example.jp"
EXAMPLE = "taro@example.jp"

PROVIDER = """
name: Example Hosting
domains: [example.jp, mail.example.jp]
incoming:
  - {protocol: imap, host: imap.example.jp, security: tls, username: local-part, authentication: password}
outgoing:
  - {host: smtp.example.jp, port: 465, security: tls, username: local-part, authentication: password}
"""

STEPS = """
+メールソフトを開く。
+メールアドレスに{{account.address}}と入力する。
+受信サーバーに{{imap.host}}、ポートに{{imap.port}}と入力する。
+ユーザー名に{{imap.username}}と入力する。
+送信サーバーに{{smtp.host}}と入力する。
"""

PAGES = {
    "Thunderbird.txt": "*Thunderbirdの設定" + STEPS,
    "Sylpheed.txt": "*Sylpheedの設定" + STEPS,
}


def publish(folder, program, provider=PROVIDER, pages=PAGES):
    """A site of a few pages with a hosting company, built by the program that is tested."""
    content, site = folder / "content", folder / "site"
    content.mkdir(parents=True)
    (content / "provider.yml").write_text(provider)
    for name, text in pages.items():
        (content / name).write_text(text)
    subprocess.run(
        [program, "build", content, "--output", site, "--as-of", "2026-11-25"],
        check=True,
        capture_output=True,
    )
    return site


@pytest.fixture(scope="module")
def address(tmp_path_factory, program):
    """Where the small site can be visited, in the place of the sample site."""
    with served(publish(tmp_path_factory.mktemp("values"), program)) as address:
        yield address


@pytest.fixture
def guide(new_page):
    new_page.goto(GUIDE)
    return new_page


def field(page):
    return page.get_by_label("お客様のメールアドレス")


def message(page):
    return page.locator(".personal-values [role=status]")


def clear(page):
    return page.get_by_role("button", name="入力を消す")


def type_address(page, text=ADDRESS):
    field(page).fill(text)
    field(page).blur()


def values(page, part):
    """What the page shows of a part of the account, in all places."""
    return page.locator(f'[data-value="{part}"]').all_inner_texts()


def test_each_place_shows_the_typed_address(guide):
    assert set(values(guide, "account.address")) == {EXAMPLE}
    places = len(values(guide, "account.address")), len(values(guide, "user-name.local-part"))
    assert places == (2, 3)
    type_address(guide)
    assert values(guide, "account.address") == [ADDRESS] * 2
    assert values(guide, "user-name.local-part") == ["hanako"] * 3
    expect(message(guide)).to_contain_text(ADDRESS)
    assert EXAMPLE not in guide.locator("main").inner_text()
    assert not guide.locator(".settings .example").first.is_visible()


def test_values_are_shown_while_somebody_types(guide):
    field(guide).press_sequentially("a@mail.example.jp")
    assert set(values(guide, "account.address")) == {"a@mail.example.jp"}


def test_reload_keeps_the_values(guide):
    type_address(guide)
    guide.reload()
    assert set(values(guide, "account.address")) == {ADDRESS}
    expect(field(guide)).to_have_value(ADDRESS)


def test_other_guides_know_the_values_too(guide):
    type_address(guide)
    guide.goto(OTHER)
    assert set(values(guide, "account.address")) == {ADDRESS}


def test_clearing_forgets_everything(guide):
    type_address(guide)
    assert guide.evaluate("sessionStorage.length") == 1
    clear(guide).click()
    assert guide.evaluate("sessionStorage.length") == 0
    assert set(values(guide, "account.address")) == {EXAMPLE}
    assert set(values(guide, "user-name.local-part")) == {"taro"}
    expect(field(guide)).to_have_value("")
    expect(field(guide)).to_be_focused()
    expect(message(guide)).not_to_be_empty()


def test_page_that_is_gone_back_to_has_forgotten_too(guide):
    type_address(guide)
    guide.goto(OTHER)
    clear(guide).click()
    guide.go_back()
    assert set(values(guide, "account.address")) == {EXAMPLE}


def test_nobody_else_knows_the_values(guide, browser, address):
    type_address(guide)
    assert guide.evaluate("localStorage.length + document.cookie.length") == 0
    with visitor(browser, address) as other:
        other.goto(GUIDE)
        assert set(values(other, "account.address")) == {EXAMPLE}


def test_no_request_leaves_the_page(guide):
    requests = []
    # The browser fetches the page's icon when it likes, whatever a reader does.
    icon = guide.locator("link[rel=icon]").evaluate("(link) => link.href")
    guide.context.on("request", lambda request: requests.append(request.url))
    before = guide.url
    field(guide).press_sequentially(ADDRESS)
    field(guide).press("Enter")
    guide.locator(".settings .copy").first.click()
    clear(guide).click()
    guide.wait_for_timeout(1500)
    assert [url for url in requests if url != icon] == []
    assert guide.url == before


def test_policy_forbids_to_ask_the_network(guide):
    policy = guide.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert "default-src 'none'" in policy and "connect-src 'none'" in policy
    tries = """async () => {
      const refused = (start) => start().then(() => false, () => true);
      const beacon = new Promise((end) =>
        document.addEventListener('securitypolicyviolation', () => end(true), { once: true }));
      navigator.sendBeacon('/x', 'x');
      return [await refused(() => fetch('/')), await refused(() => fetch('https://127.0.0.1/')),
              await beacon];
    }"""
    assert guide.evaluate(tries) == [True, True, True]


def test_search_still_leads_to_its_page(guide):
    guide.locator("#site\\:search").fill("受信")
    guide.keyboard.press("Enter")
    guide.wait_for_url("**/search/index.html?q=*")
    guide.locator(".search-results a").first.wait_for()


def test_nothing_could_be_sent_by_a_form(guide):
    fields = guide.locator(".personal-values input")
    assert fields.count() == 1
    assert fields.evaluate_all("(them) => them.map((it) => [it.form, it.name, it.type])") == [
        [None, "", "text"]
    ]
    assert guide.locator("input[type=password]").count() == 0


def test_foreign_domain_is_said_and_gives_no_user_name(guide):
    type_address(guide, "hanako@example.com")
    expect(message(guide)).to_contain_text("example.com")
    assert set(values(guide, "account.address")) == {"hanako@example.com"}
    assert set(values(guide, "user-name.local-part")) == {"taro"}


@pytest.mark.parametrize("text", ["hanako", "hanako@", "@example.jp", "a b@example.jp", "a@b"])
def test_what_is_no_address_is_said(guide, text):
    type_address(guide, text)
    expect(field(guide)).to_have_attribute("aria-invalid", "true")
    expect(field(guide)).to_have_accessible_description(
        re.compile("メールアドレスとして読み取れません")
    )
    assert set(values(guide, "account.address")) == {EXAMPLE}
    type_address(guide)
    expect(field(guide)).to_have_attribute("aria-invalid", "false")


def test_full_width_letters_are_understood(guide):
    type_address(guide, " ｈａｎａｋｏ＠Ｅｘａｍｐｌｅ．ｊｐ ")
    assert set(values(guide, "account.address")) == {ADDRESS}


@pytest.mark.parametrize(
    "text",
    [
        '"><img src=x onerror=alert(1)>@example.jp',
        '"><img/src=x/onerror=alert(1)>@example.jp',
        "a'&amp{{account.domain}}$&@example.jp",
    ],
)
def test_hostile_address_stays_text(guide, text):
    dialogs = []
    guide.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    pictures = guide.locator("img").count()
    type_address(guide, text)
    guide.reload()
    assert guide.locator("img").count() == pictures
    assert dialogs == []
    assert set(values(guide, "account.address")) <= {EXAMPLE, text}


def test_kept_values_that_somebody_damaged_do_no_harm(guide):
    errors = []
    guide.on("pageerror", lambda error: errors.append(str(error)))
    for kept in ("{", '"x"', "[1, 2]", '{"length": 1}', '["<b>x</b>@example.jp"]'):
        guide.evaluate("(kept) => sessionStorage.setItem('wikiguide:values:example.jp', kept)", kept)
        guide.reload()
        assert set(values(guide, "account.address")) == {EXAMPLE}
    assert errors == []


def test_values_work_for_the_page_where_nothing_may_be_stored(new_page):
    new_page.add_init_script("""
      Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('closed'); } });
    """)
    new_page.goto(GUIDE)
    type_address(new_page)
    assert set(values(new_page, "account.address")) == {ADDRESS}
    expect(message(new_page)).to_contain_text("引き継がれません")


def test_without_script_the_page_is_complete(browser, address):
    with visitor(browser, address, java_script_enabled=False) as page:
        page.goto(GUIDE)
        assert set(values(page, "account.address")) == {EXAMPLE}
        words = page.locator("main").inner_text()
        assert "{{" not in words
        for value in ("imap.example.jp", "993", "smtp.example.jp", "465", "SSL/TLS"):
            assert value in words
        assert [it for it in page.locator("input, button").all() if it.is_visible()] == []
        assert not page.locator(".personal-values").is_visible()


def test_paper_shows_the_values_and_no_form(guide):
    guide.emulate_media(media="print")
    words = guide.locator("main").inner_text()
    for value in (EXAMPLE, "imap.example.jp", "993", "smtp.example.jp", "465"):
        assert value in words
    assert [it for it in guide.locator("main input, main button").all() if it.is_visible()] == []
    assert not guide.locator(".personal-values").is_visible()
    guide.emulate_media(media="null")
    type_address(guide)
    guide.emulate_media(media="print")
    assert ADDRESS in guide.locator("main").inner_text()


def test_keyboard_alone_reaches_everything(guide):
    reached = []
    for _ in range(100):
        guide.keyboard.press("Tab")
        focus = guide.evaluate("""() => {
          const it = document.activeElement;
          const style = getComputedStyle(it);
          if (it === document.body) return null;
          return [it.id || it.className, style.outlineStyle !== 'none' && style.outlineWidth !== '0px'];
        }""")
        if focus is None:
            break
        reached.append(focus[0])
        assert focus[1], f"nothing shows where the focus is: {focus[0]}"
        if focus[0] == "values:address":
            guide.keyboard.type(ADDRESS)
    first = reached.index("values:address")
    assert reached[first + 1] == "values:clear"
    # Two places of the address, three servers and ports, the user names, then those of steps.
    assert reached.count("copy") >= 12
    assert set(values(guide, "account.address")) == {ADDRESS}


def test_values_can_be_copied(new_page):
    new_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    new_page.goto(GUIDE)
    examples = new_page.locator('[data-value="account.address"] + .copy')
    assert not examples.first.is_visible()
    new_page.get_by_role("button", name="「imap.example.jp」をコピー").first.click()
    assert new_page.evaluate("navigator.clipboard.readText()") == "imap.example.jp"
    expect(new_page.get_by_role("status").filter(has_text="コピーしました")).to_have_count(1)
    type_address(new_page)
    new_page.get_by_role("button", name=f"「{ADDRESS}」をコピー").last.click()
    assert new_page.evaluate("navigator.clipboard.readText()") == ADDRESS


def test_values_can_be_copied_from_pages_that_were_not_fetched_safely(new_page):
    new_page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    new_page.goto(GUIDE)
    new_page.get_by_role("button", name="「993」をコピー").first.click()
    expect(new_page.get_by_role("status").filter(has_text="コピーしました")).to_have_count(1)


@pytest.mark.parametrize("text", ["", ADDRESS, "hanako@example.com", "hanako"])
def test_axe_finds_nothing(guide, text):
    if text:
        type_address(guide, text)
    options = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    for width in (NARROW, WIDE):
        for scheme in ("light", "dark"):
            guide.set_viewport_size({"width": width, "height": HEIGHT})
            guide.emulate_media(color_scheme=scheme)
            found = Axe().run(guide, options=options).response["violations"]
            assert [(it["id"], it["nodes"][0]["html"]) for it in found] == []


@pytest.mark.parametrize("text", [ADDRESS, "a" * 120 + "@example.jp", "hanako@" + "a" * 120 + ".com"])
def test_nothing_is_wider_than_a_phone(guide, text):
    guide.set_viewport_size({"width": NARROW, "height": HEIGHT})
    type_address(guide, text)
    assert guide.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_readers_who_were_given_a_user_name_are_asked_for_it(browser, tmp_path, program):
    provider = PROVIDER.replace("local-part", "assigned, username_example: ab1234")
    with served(publish(tmp_path, program, provider)) as address, visitor(browser, address) as page:
        page.goto(GUIDE)
        names = page.get_by_label("Example Hostingからお知らせしたユーザー名")
        assert set(values(page, "user-name.assigned")) == {"ab1234"}
        names.fill("xy99")
        names.blur()
        assert set(values(page, "user-name.assigned")) == {"xy99"}
        assert set(values(page, "account.address")) == {EXAMPLE}
        page.reload()
        assert set(values(page, "user-name.assigned")) == {"xy99"}
        clear(page).click()
        assert set(values(page, "user-name.assigned")) == {"ab1234"}
        assert page.evaluate("sessionStorage.length") == 0
