"""`format` in the encodings that old pages have: other bytes stay, a second run changes nothing."""

import os
import stat
import subprocess

import pytest

PAGE = ("*設定例(OE6の場合)\n//wikiguide:   Client  ひなたメール\n-(1)ツールを選択。  \n"
        "// 普通の 注釈\n//wikiguide:not  a procedure\n")
WANTED = PAGE.replace("//wikiguide:   Client  ひなた", "//wikiguide: client ひなた").replace(
    "//wikiguide:not  a procedure", "//wikiguide: not a procedure")


def run(program, *words, **options):
    return subprocess.run([program, *map(str, words)], capture_output=True, text=True, **options)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "euc-jp", "shift_jis", "iso-2022-jp"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings(program, tmp_path, encoding, end):
    page = tmp_path / "Page.txt"
    page.write_bytes(PAGE.replace("\n", end).encode(encoding))
    os.chmod(page, 0o640)
    checked = run(program, "format", "--check", page)
    assert checked.returncode == 1 and "Page.txt\n" in checked.stdout
    assert page.read_bytes() == PAGE.replace("\n", end).encode(encoding)
    assert run(program, "format", page).returncode == 0
    assert page.read_bytes() == WANTED.replace("\n", end).encode(encoding)
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert run(program, "format", "--check", page).returncode == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["Page.txt"]


def test_bytes_that_are_no_text_stay(program, tmp_path):
    page = tmp_path / "Page.txt"
    text = PAGE.encode() * 20 + b"-(2)\xff\xfe\n"
    page.write_bytes(text)
    run(program, "format", page)
    assert page.read_bytes() == WANTED.encode() * 20 + b"-(2)\xff\xfe\n"


def test_markdown(program, tmp_path):
    page = tmp_path / "Page.md"
    page.write_text("# Setup\n\n<!--   wikiguide:  Client   Becky!   -->\n<!-- other   one -->\n\n"
                    "```html\n<!--  wikiguide: client  X -->\n```\n\n1. Start.\n")
    if '"text": "Client' not in run(program, "inspect", page, "--format", "json").stdout:
        pytest.skip("comments of Markdown pages are not read")
    assert run(program, "format", page).returncode == 0
    assert page.read_text() == (
        "# Setup\n\n<!-- wikiguide: client Becky! -->\n<!-- other   one -->\n\n"
        "```html\n<!--  wikiguide: client  X -->\n```\n\n1. Start.\n")
    assert run(program, "format", "--check", page).returncode == 0


def test_wikis_are_left_alone(program, tmp_path):
    """A page of a wiki's own data is never changed, by whatever name it is called."""
    wiki = tmp_path / "wiki"
    for folder in ("wiki", "backup", "diff", "attach"):
        (wiki / folder).mkdir(parents=True)
    (wiki / "pukiwiki.ini.php").write_text("<?php\n")
    page = wiki / "wiki" / ("Mail".encode().hex().upper() + ".txt")
    page.write_text(PAGE)
    for name in (wiki, page):
        run(program, "format", name)
        assert page.read_text() == PAGE
    link = tmp_path / "Link.txt"
    link.symlink_to(page)
    run(program, "format", link)
    assert page.read_text() == PAGE and link.is_symlink()
