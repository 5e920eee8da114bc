"""The examples for servers: cron, systemd, nginx, Caddy."""

import os
import re
import shutil
import signal
import subprocess
import time
import urllib.request

import pytest

from conftest import PACKAGE


def example(name):
    return (PACKAGE / "Examples" / name).read_text()


def wiki(runner):
    """A PukiWiki's data folder."""
    pages = runner.folder / "pukiwiki/wiki"
    pages.mkdir(parents=True)
    write(runner, "*Mail\n-(1)起動する。\n-(2)保存する。\n")
    return pages.parent


def write(runner, text):
    page(runner).write_text(text)


def page(runner):
    return runner.folder / "pukiwiki/wiki" / ("Mail".encode().hex().upper() + ".txt")


def moved(runner, text):
    """The same text with places in the scratch folder."""
    for place, name in [("/var/www/pukiwiki", "pukiwiki"), ("/srv/help", "help"),
                        ("/var/lib/wikiguide", "state"), ("/usr/local/bin", "bin")]:
        text = text.replace(place, str(runner.folder / name))
    return text


def install(runner):
    (runner.bin / "wikiguide").symlink_to(runner.program)


def releases(runner):
    return sorted(p.name for p in (runner.folder / "help/releases").iterdir())


def test_cron(runner):
    install(runner)
    wiki(runner)
    (runner.folder / "state").mkdir()
    jobs = [line for line in example("wikiguide.cron").splitlines()
            if line and not line.startswith("#")]
    assert len(jobs) == 2
    for job in jobs:
        fields = job.split(None, 6)
        assert all(re.fullmatch(r"[\d*/,-]+", field) for field in fields[:5])
        assert fields[5] == "wikiguide" and "%" not in fields[6], "cron takes % for a new line"
        # Nothing is said, so cron sends no mail.
        for _ in range(2):
            assert runner.run(moved(runner, fields[6]), shell="sh") == ""
    assert (runner.folder / "help/current/index.html").is_file()
    assert len(releases(runner)) == 1
    assert (runner.folder / "state/links.tsv").is_file()


def service_command(runner):
    line = next(line for line in example("wikiguide-watch.service").splitlines()
                if line.startswith("ExecStart="))
    return moved(runner, line.removeprefix("ExecStart=")).split()


def wait_for(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def test_service(runner):
    install(runner)
    wiki(runner)
    log = open(runner.folder / "log", "w")
    service = subprocess.Popen(service_command(runner), stderr=log, stdout=log)
    try:
        wait_for(lambda: (runner.folder / "help/current/index.html").is_file())
        write(runner, "*Mail\n-(1)起動する。\n-(2)閉じる。\n")
        wait_for(lambda: len(releases(runner)) == 2)
        good = runner.folder / "good"
        shutil.copy2(page(runner), good)
        write(runner, "*Mail\n[[Nowhere]]\n")
        wait_for(lambda: "failed: " in (runner.folder / "log").read_text())
        # With its time, which the wiki takes for the page's date.
        shutil.copy2(good, page(runner))
        wait_for(lambda: "nothing changed" in (runner.folder / "log").read_text())
    finally:
        service.send_signal(signal.SIGTERM)
    assert service.wait(timeout=20) == 0
    assert len(releases(runner)) == 2
    lines = (runner.folder / "log").read_text().splitlines()
    assert [line.split()[0] for line in lines] == [
        "watching", "published", "published", "pukiwiki/Mail.txt:2:3:", "failed:",
        "nothing", "stopped"], lines
    assert "\x1b" not in "".join(lines)


def test_killed_at_any_moment(runner):
    """Readers always have a whole site, and the folder never fills."""
    install(runner)
    wiki(runner)
    command = [*service_command(runner), "--once"]
    subprocess.run(command, check=True, capture_output=True)
    for number in range(12):
        write(runner, f"*Mail\n-(1)起動する。\n-(2){number}回。\n")
        run = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        time.sleep(0.02 * number)
        run.kill()
        run.wait()
        shown = runner.folder / "help/current/pages/Mail/index.html"
        assert "</html>" in shown.read_text()
    write(runner, "*Mail\n-(1)起動する。\n-(2)終わり。\n")
    subprocess.run(command, check=True, capture_output=True)
    assert "終わり" in (runner.folder / "help/current/pages/Mail/index.html").read_text()
    assert sorted(os.listdir(runner.folder / "help")) == [
        ".wikiguide-releases", "current", "releases"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd")
def test_unit_is_well_formed(runner):
    install(runner)
    unit = runner.folder / "wikiguide-watch.service"
    text = moved(runner, example("wikiguide-watch.service"))
    unit.write_text(re.sub(r"^User=.*$", "User=root", text, flags=re.M))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True, text=True)
    complaints = [line for line in done.stderr.splitlines() if "wikiguide-watch" in line]
    assert not complaints, done.stderr


def get(url):
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def free_port():
    import socket
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def serves(runner, url):
    """What a reader gets before and after a release and a rollback."""
    wait_for(lambda: answers(url))
    assert get(url + "/")[0] == 200
    status, headers, first = get(url + "/pages/Mail/index.html")
    assert status == 200 and headers["Cache-Control"] == "no-cache"
    tag = get(url + "/robots.txt")[1]["ETag"]
    assert tag
    status, _, text = get(url + "/no/such/page")
    assert status == 404 and "<html" in text
    assert get(url + "/.wikiguide-site")[0] == 404
    asset = re.search(r"assets/style-\w+\.css", first)[0]
    assert "immutable" in get(url + "/" + asset)[1]["Cache-Control"]
    write(runner, "*Mail\n-(1)起動する。\n-(2)閉じる。\n")
    runner.run(f"wikiguide watch --source {runner.folder}/pukiwiki --publish {runner.folder}/help --once")
    assert "閉じる" in get(url + "/pages/Mail/index.html")[2]
    assert get(url + "/robots.txt")[1]["ETag"] == tag, "unchanged files keep their tag"
    runner.run(f"wikiguide rollback {runner.folder}/help")
    assert get(url + "/pages/Mail/index.html")[2] == first


def answers(url):
    try:
        return bool(get(url + "/"))
    except OSError:
        return False


def published(runner):
    install(runner)
    wiki(runner)
    runner.folder.chmod(0o755)
    runner.run(f"wikiguide watch --source {runner.folder}/pukiwiki --publish {runner.folder}/help --once")


@pytest.mark.skipif(not os.path.exists("/usr/sbin/nginx"), reason="there is no nginx")
def test_nginx(runner):
    published(runner)
    port = free_port()
    site = moved(runner, example("nginx.conf")).replace("listen 80;", f"listen 127.0.0.1:{port};")
    user = "user root;" if os.geteuid() == 0 else ""
    (runner.folder / "site.conf").write_text(site)
    (runner.folder / "nginx.conf").write_text(
        f"{user} daemon off; pid {runner.folder}/nginx.pid; error_log stderr;\n"
        "events {}\nhttp { include /etc/nginx/mime.types; access_log off;\n"
        f"client_body_temp_path {runner.folder}/t1; proxy_temp_path {runner.folder}/t2;\n"
        f"fastcgi_temp_path {runner.folder}/t3; uwsgi_temp_path {runner.folder}/t4;\n"
        f"scgi_temp_path {runner.folder}/t5; include {runner.folder}/site.conf; }}\n")
    server = subprocess.Popen(
        ["/usr/sbin/nginx", "-c", str(runner.folder / "nginx.conf")], stderr=subprocess.DEVNULL)
    try:
        serves(runner, f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait()


@pytest.mark.skipif(not shutil.which("caddy"), reason="there is no Caddy")
def test_caddy(runner):
    published(runner)
    port = free_port()
    text = moved(runner, example("Caddyfile")).replace(
        "help.example.jp {", f"http://127.0.0.1:{port} {{")
    file = runner.folder / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + text)
    server = subprocess.Popen(
        ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)],
        stderr=subprocess.DEVNULL, env={**os.environ, "HOME": str(runner.home)})
    try:
        serves(runner, f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait()
