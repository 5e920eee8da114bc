"""What `new` makes: it checks clean, builds, and nothing is overwritten."""

import itertools
import json
import re
import struct
import subprocess
import zlib

import pytest

DIALECTS = {"pukiwiki": "txt", "yukiwiki": "yuki", "pyukiwiki": "pyuki", "markdown": "md"}


def run(program, *words, **options):
    return subprocess.run([program, *map(str, words)], capture_output=True, text=True, **options)


def findings(program, folder):
    done = run(program, "check", folder, "--format", "json", "--fail-on", "never")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["findings"]


@pytest.mark.parametrize("dialect, language", list(itertools.product(DIALECTS, ["ja", "en"])))
def test_new_sites_are_clean(program, tmp_path, dialect, language):
    site = tmp_path / "wiki"
    made = run(program, "new", "site", site, "--dialect", dialect, "--language", language)
    assert made.returncode == 0, made.stderr
    assert findings(program, site) == []
    output = tmp_path / "output"
    assert run(program, "build", site, "--output", output).returncode == 0
    assert run(program, "check", site, "--output", output, "--fail-on", "note").returncode == 0
    assert "Thunderbird" in (output / "index.html").read_text()
    guide = (output / "clients/thunderbird/index.html").read_text()
    assert guide.count('id="step-') >= 5 or guide.count("step-") >= 5
    # All files are in order, and the commented parts are YAML once the marks are gone.
    assert run(program, "format", "--check", site).returncode == 0
    for name in ("wikiguide.yml", "provider.yml"):
        file = site / name
        # A sentence stands behind "# " and a capital or kanji, a setting behind "#" or "#  -".
        file.write_text(re.sub(r"(?m)^#(?! \S)", "", file.read_text()))
    config = site / "wikiguide.yml"
    text = config.read_text()
    start = text.index("sources:")
    config.write_text(text[:start] + text[text.index("\n\n", start):])
    left = findings(program, site)
    assert [f for f in left if f["severity"] == "error"] == []


@pytest.mark.parametrize("dialect, steps", list(itertools.product(DIALECTS, [1, 2, 3, 5, 6, 99])))
def test_new_guides_are_clean(program, tmp_path, dialect, steps):
    """In a site whose list has the line that was told to add."""
    site = tmp_path / "wiki"
    run(program, "new", "site", site, "--dialect", dialect, "--language", "en")
    made = run(program, "new", "guide", "--client", "Becky!", "--into", site, "--steps", steps)
    assert made.returncode == 0, made.stderr
    assert f"wrote {site}/Becky.{DIALECTS[dialect]}: {steps} step" in made.stdout
    told = next(line for line in made.stdout.splitlines() if "behind line" in line)
    where, text = told.split("behind line ")[1].split(": ", 1)
    assert [f["rule"] for f in findings(program, site)] == ["unlisted-client"]
    clients = site / f"Clients.{DIALECTS[dialect]}"
    lines = clients.read_text().splitlines()
    lines.insert(int(where), text[1:-1])
    clients.write_text("\n".join(lines) + "\n")
    assert findings(program, site) == []
    page = json.loads(run(program, "inspect", site / f"Becky.{DIALECTS[dialect]}",
                          "--format", "json").stdout)
    assert sum(len(p["steps"]) for g in page["guides"] for p in g["procedures"]) == steps
    assert page["guides"][0]["client"] == "becky-internet-mail"


def test_servers_come_from_the_provider(program, tmp_path):
    site = tmp_path / "wiki"
    run(program, "new", "site", site)
    provider = site / "provider.yml"
    provider.write_text(provider.read_text().replace("\n#", "\n"))
    made = run(program, "new", "guide", "--client", "Sylpheed", "--into", site)
    assert made.returncode == 0, made.stderr
    assert "{{incoming.host}}" in (site / "Sylpheed.txt").read_text()
    assert {f["rule"] for f in findings(program, site)} <= {"unlisted-client"}


def png(shade):
    """A picture of 40 × 30 points in one shade of grey."""
    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    rows = (b"\0" + bytes([shade]) * 40) * 30
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 30, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


@pytest.mark.parametrize("dialect", ["pukiwiki", "pyukiwiki", "markdown"])
def test_pictures_go_where_the_hint_says(program, tmp_path, dialect):
    """The line of the hint behind each step: all steps are there, each with its picture."""
    site = tmp_path / "wiki"
    run(program, "new", "site", site, "--dialect", dialect, "--language", "en")
    guide = site / f"Thunderbird.{DIALECTS[dialect]}"
    text = guide.read_text()
    hint = re.search(r"#ref\(.*?\)|!\[.*?\]\(.*?\)", text)[0]
    (site / "Thunderbird.attachments").mkdir()

    def shown(match):
        number = match[2]
        file = f"step{number}.png"
        (site / "Thunderbird.attachments" / file).write_bytes(png(int(number)))
        line = hint.replace("step1.png", file).replace("what the", f"{number}: what the")
        return f"{match[0]}\n{'   ' if dialect == 'markdown' else ''}{line}"
    guide.write_text(re.sub(r"(?m)^(-\(|)(\d)(\)|\.) .*", shown, text))
    page = json.loads(run(program, "inspect", guide, "--format", "json").stdout)
    steps = [s for g in page["guides"] for p in g["procedures"] for s in p["steps"]]
    assert [len(s["images"]) or len(s["details"]) for s in steps] == [1] * 5, guide.read_text()
    assert len(page["images"]) == 5
    assert findings(program, site) == []


@pytest.mark.parametrize("name", [
    "../../etc/passwd", "/etc/passwd", "..", ".", ".hidden", "a/b", "a\\b", "*", "[[x]]", "''x''",
    "{{incoming.host}}", "&amp;", "<b>", "x\ny", "x\u001b[31m", " ", "", "-->", "x" * 300,
    "//wikiguide: ignore", "|a|b|", "ひなた メール", "Outlook 2021", "Windows Live メール", "Mail/ja",
    "CON", "Clients", "frontpage", "`x`", "# x", "1. x", "a_b_c", "Mac OS X の「メール」"])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_hostile_names(program, tmp_path, name, dialect):
    """Refused, or one file in the folder that is read as a guide for just that client."""
    site = tmp_path / "wiki"
    run(program, "new", "site", site, "--dialect", dialect)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    made = run(program, "new", "guide", "--client", name, "--into", site)
    after = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert {p: after[p] for p in before} == before
    new = set(after) - set(before)
    if made.returncode:
        assert made.returncode == 2 and not new
        assert "\x1b" not in made.stderr
        return
    assert len(new) == 1
    page = new.pop()
    assert page.parent == site and not page.name.startswith(".")
    said = json.loads(run(program, "inspect", page, "--format", "json").stdout)
    assert len(said["guides"]) == 1
    assert name in said["clients"][0]["asWritten"]
    assert {f["rule"] for f in findings(program, site)} <= {"unlisted-client"}


def test_nothing_is_overwritten(program, tmp_path):
    site = tmp_path / "wiki"
    site.mkdir()
    (site / ".hidden").write_text("x")
    assert run(program, "new", "site", site).returncode == 2
    assert [p.name for p in site.iterdir()] == [".hidden"]
    file = tmp_path / "file"
    file.write_text("x")
    assert run(program, "new", "site", file).returncode == 3
    (site / ".hidden").unlink()
    assert run(program, "new", "site", site).returncode == 0
    assert run(program, "new", "site", site).returncode == 2
    for client in ("thunderbird", "THUNDERBIRD"):
        done = run(program, "new", "guide", "--client", client, "--into", site)
        assert done.returncode == 2 and "already" in done.stderr
    assert run(program, "new", "guide", "--client", "X", "--into", tmp_path / "no").returncode == 2
    wrong = run(program, "new", "guide", "--client", "X", "--into", site, "--steps", "0")
    assert wrong.returncode == 2
