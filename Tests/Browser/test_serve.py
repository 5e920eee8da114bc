"""An author writes, and the browser shows what came of it: the page, its findings, how it was read."""

import re
import signal
import socket
import subprocess
import threading
import time
import urllib.request
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import visitor
from support import HEIGHT, NARROW, WIDE

PAGE = """*Thunderbirdの設定

+「ツール」メニューを開く。
+「完了」を押す。
""" + "説明の段落です。\n\n" * 80

OTHER = "*Sylpheedの設定\n\n+メニューを開く。\n+できないときは、手順9に戻ってください。\n"
CONFIGURATION = 'title: Example\neditor: "vscode://file/{path}:{line}:{column}"\n'


class Server:
    """A running `wikiguide serve` on a folder of pages of its own."""

    def __init__(self, program, folder, log):
        self.folder = folder
        self.log = log
        write(folder / "wikiguide.yml", CONFIGURATION)
        write(folder / "Thunderbird.txt", PAGE)
        write(folder / "Sylpheed.txt", OTHER)
        self.process = subprocess.Popen(
            [program, "serve", folder, "--port", "0"],
            stdout=open(log, "w"), stderr=subprocess.STDOUT)
        self.address = self.said(r"at (http://127\.0\.0\.1:(\d+)/)").group(1)
        self.said("everything read: shown")

    def said(self, pattern, times=1):
        """Waits until the terminal shows some words."""
        late = time.monotonic() + 20
        while time.monotonic() < late:
            found = list(re.finditer(pattern, self.log.read_text()))
            if len(found) >= times:
                return found[-1]
            time.sleep(0.02)
        raise AssertionError(f"never said {pattern}:\n{self.log.read_text()}")

    def stop(self, number=signal.SIGINT):
        self.process.send_signal(number)
        return self.process.wait(5)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture
def server(program, tmp_path):
    server = Server(program, tmp_path / "content", tmp_path / "log")
    yield server
    if server.process.poll() is None:
        server.process.kill()
        server.process.wait()


@pytest.fixture
def author(browser, server):
    """The browser of somebody who writes; nothing may go wrong in its scripts."""
    with visitor(browser, server.address) as page:
        problems = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        yield page
        assert problems == []


def badge(page):
    return page.locator("wikiguide-preview .badge")


def panel(page):
    return page.locator("wikiguide-preview .panel")


def until(page, claim):
    """Waits for a claim in JavaScript; the pages' policy does not let the browser do so itself."""
    late = time.monotonic() + 10
    while not page.evaluate(claim):
        assert time.monotonic() < late, claim
        page.wait_for_timeout(20)


def test_a_change_is_shown_at_the_same_place(author, server):
    author.goto("pages/Thunderbird/index.html")
    expect(badge(author)).to_be_visible()
    author.evaluate("scrollTo({ top: 700, behavior: 'instant' })")
    write(server.folder / "Thunderbird.txt", PAGE.replace("「完了」を押す。", "「終了」を押す。"))
    expect(author.get_by_text("「終了」を押す。")).to_be_attached()
    until(author, "scrollY === 700")


def test_a_change_elsewhere_leaves_the_page_alone(author, server):
    author.goto("pages/Thunderbird/index.html")
    expect(badge(author)).to_contain_text(re.compile("finding|note|warning|error"))
    author.evaluate("window.isOld = true")
    write(server.folder / "Sylpheed.txt", OTHER + "\n#ref(missing.png)\n")
    server.said(r"Sylpheed\.txt: shown")
    author.wait_for_timeout(400)
    assert author.evaluate("window.isOld")


def test_another_style_is_exchanged_without_a_reload(author, server):
    author.goto("pages/Thunderbird/index.html")
    expect(badge(author)).to_be_visible()
    author.evaluate("window.isOld = true")
    write(
        server.folder / "wikiguide.yml",
        CONFIGURATION + "theme:\n  accent: '#00695c'\n  accent_dark: '#80cbc4'\n")
    until(
        author,
        "getComputedStyle(document.documentElement).getPropertyValue('--accent').trim() === '#00695c'")
    assert author.evaluate("window.isOld")


def test_findings_point_at_the_line(author, server):
    author.goto("pages/Sylpheed/index.html")
    finding = panel(author).locator("article", has_text="手順9").first
    expect(finding).to_be_visible()
    expect(finding.locator("mark")).to_contain_text("手順9")
    place = finding.locator("a.place")
    expect(place).to_have_text(re.compile(r"^Sylpheed\.txt:4:"))
    href = place.get_attribute("href")
    assert href.startswith("vscode://file/") and re.search(r"/content/Sylpheed\.txt:4:\d+$", href)
    # Mended, it goes.
    write(server.folder / "Sylpheed.txt", OTHER.replace("手順9", "手順1"))
    expect(panel(author).locator("article", has_text="手順9")).to_have_count(0)


def test_findings_of_other_pages_are_counted(author, server):
    author.goto("index.html")
    server.said("finding|error|warning")
    badge(author).click()
    elsewhere = panel(author).locator("details")
    elsewhere.locator("summary").click()
    elsewhere.get_by_role("link", name="Sylpheed.txt").click()
    expect(author).to_have_url(re.compile("pages/Sylpheed/"))


def test_the_overlay_is_closed_and_opened_by_keys(author, server):
    author.goto("pages/Sylpheed/index.html")
    expect(panel(author)).to_be_visible()
    badge(author).focus()
    author.keyboard.press("Escape")
    expect(panel(author)).to_be_hidden()
    author.reload()
    expect(badge(author)).to_contain_text("error")
    expect(panel(author)).to_be_hidden()
    badge(author).focus()
    author.keyboard.press("Enter")
    expect(panel(author)).to_be_visible()
    assert badge(author).get_attribute("aria-expanded") == "true"


def test_nothing_is_hidden_on_a_phone(browser, server):
    with visitor(browser, server.address, width=NARROW) as page:
        page.goto("pages/Sylpheed/index.html")
        expect(badge(page)).to_contain_text("error")
        expect(panel(page)).to_be_hidden()
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
        page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
        foot = page.locator(".site-made").bounding_box()
        assert foot["y"] + foot["height"] <= badge(page).bounding_box()["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_overlay_can_be_read_by_all(author, server, scheme):
    write(server.folder / "Sylpheed.txt", OTHER.replace("メニュー", "長い名前のメニュー" * 20))
    server.said(r"Sylpheed\.txt: shown")
    author.emulate_media(color_scheme=scheme)
    author.goto("pages/Sylpheed/index.html")
    expect(panel(author)).to_be_visible()
    found = Axe().run(author, "wikiguide-preview").response["violations"]
    assert [violation["id"] for violation in found] == []
    author.goto("_wikiguide/understood/Sylpheed.txt")
    author.locator("a.fact", has_text="position 2").hover()
    expect(author.locator(".source .lit").first).to_be_visible()
    found = Axe().run(author).response["violations"]
    assert [violation["id"] for violation in found] == []


def test_a_broken_configuration_is_shown_and_mended(author, server):
    author.goto("pages/Thunderbird/index.html")
    write(server.folder / "wikiguide.yml", "title: Example\nlanguag: ja\n")
    expect(badge(author)).to_contain_text("not up to date")
    expect(panel(author)).to_contain_text("languag")
    # The site is as it was before.
    assert urllib.request.urlopen(server.address + "pages/Thunderbird/").status == 200
    write(server.folder / "wikiguide.yml", CONFIGURATION.replace("Example", "Mended"))
    expect(author.locator(".site-title")).to_have_text("Mended")
    expect(badge(author)).not_to_contain_text("not up to date")


def test_a_page_that_comes_replaces_that_it_is_missing(author, server):
    author.goto("pages/Becky/index.html")
    expect(author.get_by_role("heading")).to_have_text("No such page")
    write(server.folder / "Becky.txt", "*Becky!の設定\n\n+開く。\n")
    expect(author.get_by_role("heading", level=1)).to_contain_text("Becky")


def test_the_nearest_address_is_offered(author, server):
    author.goto("pages/Thunderbrid/index.html")
    author.get_by_role("link", name="pages/Thunderbird/index.html").click()
    expect(author.get_by_role("heading", level=1)).to_contain_text("Thunderbird")


def test_the_content_may_go_and_come_back(author, server):
    author.goto("pages/Thunderbird/index.html")
    away = server.folder.with_name("away")
    server.folder.rename(away)
    expect(badge(author)).to_contain_text("not up to date")
    write(away / "Thunderbird.txt", PAGE.replace("「完了」", "「了解」"))
    away.rename(server.folder)
    expect(author.get_by_text("「了解」を押す。")).to_be_attached()


def test_source_and_understanding_light_each_other(author, server):
    author.goto("pages/Sylpheed/index.html")
    expect(panel(author)).to_be_visible()
    author.keyboard.press("Alt+Shift+KeyU")
    expect(author).to_have_url(re.compile("_wikiguide/understood/Sylpheed.txt"))
    step = author.locator("a.fact", has_text="position 2")
    step.hover()
    lit = author.locator(".source .lit")
    expect(lit.first).to_be_visible()
    assert "手順9に戻って" in "".join(lit.all_text_contents())
    author.locator(".source span", has_text="手順9").last.hover()
    expect(author.locator(".facts a.lit")).to_contain_text("step 9")
    expect(author.locator(".facts a.near", has_text="position 2")).to_have_count(1)
    # By the keyboard, too.
    author.locator("a.fact", has_text="position 1").focus()
    assert "メニュー" in "".join(author.locator(".source .lit").all_text_contents())
    found = Axe().run(author).response["violations"]
    assert [violation["id"] for violation in found] == []


def test_the_understanding_follows_changes(author, server):
    author.goto("_wikiguide/understood/Sylpheed.txt")
    write(server.folder / "Sylpheed.txt", OTHER + "+もう一つの手順。\n")
    expect(author.locator("a.fact", has_text="position 3")).to_be_visible()


RUN = "<img src=x onerror=window.ran=1>"

HOSTILE = {
    "wikiguide.yml": f'title: "Site {RUN}"\nlanguage: en\nclients:\n  - name: "Evil {RUN}"\n',
    "Evil.md": f"""---
title: "{RUN}"
client: "Evil {RUN}"
aliases: ["</script><script>window.ran=1</script>"]
---

# Set up Evil {RUN}

1. Step <svg onload=window.ran=1> go to step 9.
2. ![{RUN}](nowhere.png "'><script>window.ran=1</script>")
3. [x](Nowhere<script>window.ran=1</script>.md) and [y](<No "where' onmouseover=window.ran=1>)

[a](java&#115;cript:window.ran=1) <a href="javascript:window.ran=1">b</a> [c](data:text/html,x)
[d](&#x6A;avascript&colon;window.ran=1) [e](java&NewLine;script:window.ran=1) [f](\tjavascript:x)
[g](JaVaScRiPt:window.ran=1){{: onclick=window.ran=1 style=x }} [h](vbscript:x) <javascript:x>
<https://x.example/"onmouseover=window.ran=1>
""",
    f"Name {RUN}'.txt": f"""*Thunderbirdの設定

+「ツール」<script>window.ran=1</script>。手順9に戻ってください。
+#ref(a">{RUN}.png)
[[x>javascript:window.ran=1]] [[a"onmouseover="window.ran=1>Nowhere]]
""",
}


def test_words_of_pages_do_not_run(browser, server):
    """Neither on pages nor in what is said of them, even where no policy forbids it."""
    for name, text in HOSTILE.items():
        write(server.folder / name, text)
    server.said(r"Name .*shown")
    server.said(r"Evil\.md:\d+:\d+: error")
    own = [
        "_wikiguide/understood/" + quote(name) for name in HOSTILE if not name.endswith(".yml")]
    paths = ["index.html", "clients/index.html", "pages/index.html", "pages/Evil/index.html",
             "pages/Evil/source/index.html", "nothing/" + quote(RUN), *own]
    context = browser.new_context(bypass_csp=True, base_url=server.address)
    page = context.new_page()
    for path in paths:
        page.goto(path)
        expect(badge(page)).to_contain_text(re.compile("finding|error|warning|note"))
        expect(badge(page)).not_to_contain_text("Looking")
        if panel(page).is_hidden():
            badge(page).click()
        expect(panel(page)).to_be_visible()
        for details in panel(page).locator("summary").all():
            details.click()
        page.wait_for_timeout(100)
        assert not page.evaluate("window.ran"), path
        assert page.evaluate("""
            [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes])
              .filter(({ name, value }) => /^(on|style$)/.test(name)
                || ['href', 'src'].includes(name) && /^\\s*(javascript|vbscript|data:text)/i.test(value))
              .map(({ name, value }) => name + '=' + value)""") == [], path
    context.close()


def raw(server, target, host="localhost", method="GET"):
    """Sends a request as it is, which no client of its own would; gives the status and all of the answer."""
    port = int(server.address.rsplit(":", 1)[1].rstrip("/"))
    with socket.create_connection(("127.0.0.1", port), 5) as connection:
        connection.sendall(
            f"{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        answer = b""
        while part := connection.recv(65536):
            answer += part
    return (int(answer.split(b" ", 2)[1]) if answer else 0), answer


@pytest.mark.parametrize("target", [
    "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/..%2f..%2fetc/passwd",
    "/..\\..\\etc\\passwd", "/%5c..%5cetc", "/etc/passwd%00.png", "/images/../../secret.png",
    "/_wikiguide/understood/../../secret.txt", "/_wikiguide/understood/%2e%2e/secret.txt",
    "/outside.png", "/linked/secret.png", "file:///etc/passwd", "/wikiguide.yml", "/.git/config",
    "/Thunderbird.txt", "/%", "/%ff", "/" + "a/" * 2000,
])
def test_nothing_outside_is_reached(server, target):
    secret = "THE-SECRET"
    write(server.folder.parent / "secret.txt", secret)
    write(server.folder.parent / "secret.png", secret)
    write(server.folder / ".git/config", secret)
    for name, to in [("outside.png", "../secret.png"), ("linked", "..")]:
        (server.folder / name).symlink_to(to)
    server.said("shown", times=2)
    status, answer = raw(server, target)
    assert status in (0, 400, 404)
    assert secret.encode() not in answer and b"root:" not in answer


def test_a_picture_changed_to_a_link_is_not_followed(server):
    write(server.folder.parent / "secret.png", "THE-SECRET")
    (server.folder / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    server.said("a.png: shown")
    assert raw(server, "/a.png")[0] == 200
    (server.folder / "a.png").unlink()
    (server.folder / "a.png").symlink_to("../secret.png")
    assert b"THE-SECRET" not in raw(server, "/a.png")[1]


def test_strangers_names_are_refused(server):
    assert raw(server, "/", host="evil.example")[0] == 421
    assert raw(server, "/", host="127.0.0.1:80")[0] == 200


def test_only_reading_is_answered(server):
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"]:
        assert raw(server, "/", method=method)[0] == 405
    status, answer = raw(server, "/", method="HEAD")
    head, body = answer.split(b"\r\n\r\n", 1)
    assert status == 200 and body == b"" and int(re.search(rb"Content-Length: (\d+)", head)[1]) > 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly(author, server, number):
    author.goto("index.html")
    expect(badge(author)).to_be_visible()
    assert server.stop(number) == 0
    assert server.log.read_text().endswith("ended\n")
    expect(badge(author)).to_contain_text("stopped")


def test_a_port_that_is_taken_is_said(program, server):
    port = re.search(r":(\d+)/", server.address)[1]
    second = subprocess.run(
        [program, "serve", server.folder, "--port", port], capture_output=True, text=True, timeout=10)
    assert second.returncode == 2
    assert "--port 0" in second.stderr


def descriptors(process):
    from pathlib import Path
    return len(list(Path(f"/proc/{process.pid}/fd").iterdir()))


def threads(process):
    from pathlib import Path
    return len(list(Path(f"/proc/{process.pid}/task").iterdir()))


def test_many_saves_leave_nothing_broken(server, author):
    """Half-saved files, bytes that are no text, and somebody who always looks."""
    author.goto("pages/Thunderbird/index.html")
    expect(badge(author)).to_be_visible()
    before = descriptors(server.process)
    page = server.folder / "Thunderbird.txt"
    statuses = set()
    isOver = threading.Event()

    def look():
        while not isOver.is_set():
            statuses.add(urllib.request.urlopen(server.address + "pages/Thunderbird/").status)
            time.sleep(0.02)

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(1000):
        match number % 5:
            case 0: page.write_bytes(PAGE.encode()[: number % 97])
            case 1: page.write_bytes(b"\xff\xfe" + PAGE.encode()[:60])
            case 2:
                beside = page.with_name("Thunderbird.txt~")
                beside.write_text(PAGE)
                beside.rename(page)
            case _: page.write_text(PAGE.replace("「完了」", f"「{number}」"))
        time.sleep(0.01)
    write(page, PAGE.replace("「完了」", "「最後」"))
    expect(author.get_by_text("「最後」を押す。")).to_be_attached(timeout=20000)
    isOver.set()
    reader.join()
    assert statuses == {200}
    time.sleep(1)
    assert descriptors(server.process) <= before + 8
    assert threads(server.process) < 40
    server.process.kill()
    server.process.wait()
    assert sorted(path.name for path in server.folder.iterdir()) == [
        "Sylpheed.txt", "Thunderbird.txt", "wikiguide.yml"]
