"""What lies where a file is expected: pipes, devices, links, files of any length, names that lead away."""

import os
import re
import socket

import pytest

A = "\u0301"  # combines with the sign before it


def hexname(text):
    return text.encode().hex().upper()


@pytest.fixture
def odd(site):
    """A content folder in which everything lies that is no plain file."""
    folder = site.write("content/A.txt", "*A\n&ref(P.png,x); &ref(Z.png,x);\n").parent
    site.write("secret.txt", "zq-secret\n")
    (folder / "theme").mkdir()
    for name in ["F.txt", "P.png", "provider.yml", "imported.tsv", "theme/style.css"]:
        os.mkfifo(folder / name)
    with socket.socket(socket.AF_UNIX) as endless:
        os.chdir(folder)
        endless.bind("S.txt")
    os.symlink("/dev/zero", folder / "zero.txt")
    os.symlink("../secret.txt", folder / "out.txt")
    os.symlink("/dev/zero", folder / "Z.png")
    os.symlink("../secret.txt", folder / "clients.yml")
    os.symlink("out-folder", folder / "dangling.txt")
    os.symlink("..", folder / "above")
    os.symlink("A.txt", folder / "inside.txt")
    if os.geteuid() == 0:
        os.mknod(folder / "D.txt", 0o020666, os.makedev(1, 5))
    return folder


def test_what_is_no_file_is_named_and_not_opened(site, odd):
    out, err = site.build()
    text = err.decode()
    for name in ["zero.txt", "out.txt", "Z.png", "clients.yml", "above"]:
        assert f"{name}: error[symlink-out-of-content]" in text
    assert "not read: " in out.decode()
    found = {p.name for p in (site.folder / "site/pages").iterdir()}
    assert found == {"A", "inside", "index.html"}
    for file in (site.folder / "site").rglob("*"):
        assert not file.is_file() or b"zq-secret" not in file.read_bytes()


@pytest.mark.parametrize("words", [
    ("check", "content"), ("export", "compatibility", "content"), ("worklist", "links", "content"),
    ("inspect", "content/A.txt"), ("import", "content", "--into", "copy"), ("format", "content"),
])
def test_no_command_waits_or_reads_for_ever(site, odd, words):
    out, err, code = site.run(*words)
    assert b"zq-secret" not in out + err
    assert code in (0, 1, 2), err


@pytest.mark.parametrize("path", ["/dev/zero", "pipe"])
@pytest.mark.parametrize("words", [
    ("check", "{}"), ("build", "{}", "--output", "site"), ("inspect", "{}"), ("format", "{}"),
    ("import", "{}", "--into", "copy"), ("diff", "{}", "{}"), ("check", "content", "--baseline", "{}"),
    ("build", "content", "--output", "{}"), ("inspect", "content/A.txt", "--against", "{}"),
    ("export", "compatibility", "{}"), ("worklist", "guides", "{}"),
])
def test_a_pipe_or_a_device_by_name_is_refused(site, words, path):
    site.write("content/A.txt", "*A\n")
    os.mkfifo(site.folder / "pipe")
    out, err, code = site.run(*[w.format(path) for w in words])
    assert code in (1, 2, 3) and err.startswith(b"error: "), (code, err)


def test_a_file_that_claims_any_length(site):
    """Nothing of it is read, and everything else is."""
    site.write("content/A.txt", "*A\n")
    with open(site.folder / "content/B.txt", "wb") as file:
        file.truncate(1 << 40)
    out, err, code = site.run("check", "content")
    assert code == 1 and b"B.txt: error[page-too-large]: the file has 1099511627776 bytes" in err
    assert b"2 pages" in out or b"1 page" in out
    for name in ["wikiguide.yml", "clients.yml", "provider.yml"]:
        with open(site.folder / "content" / name, "wb") as file:
            file.truncate(1 << 40)
        out, err, code = site.run("check", "content")
        assert code in (1, 2, 3) and b"Fatal" not in err, (name, err[-300:])
        os.remove(site.folder / "content" / name)
    os.remove(site.folder / "content/B.txt")
    site.write("content/A.txt", "*A\n&ref(B.png,x);\n")
    with open(site.folder / "content/B.png", "wb") as file:
        file.truncate(1 << 40)
    out, err, code = site.run("build", "content", "--output", "site", "--fail-on", "never")
    assert code == 3 and b"B.png': File too large" in err
    assert not (site.folder / "site").exists()


def wiki(site, pages, attachments=()):
    site.write("w/pukiwiki.ini.php", "<?php")
    site.write("w/wiki/" + hexname("FrontPage") + ".txt", "*F\n")
    for name in pages:
        site.write(f"w/wiki/{hexname(name)}.txt", "*x\nzq\n")
    for page, name in attachments:
        site.write(f"w/attach/{hexname(page)}_{hexname(name)}", "zq")


LEADING_AWAY = [
    "../a", f"../{A}b", f"..{A}/c", "x/../../d", f"x/../{A}../e", f"x/..//{A}f", ".", "..", "/g", "//h",
    "..\\i", "j\0k", "l\nm", f".{A}n", "~", "$(touch o)", "-p", "CON", "x:y", "\u202eq", f"r/{A}/../../s",
]


def outside(site, *inside):
    return sorted(
        str(p.relative_to(site.folder)) for p in site.folder.rglob("*")
        if p.is_file() and p.relative_to(site.folder).parts[0] not in inside)


def test_names_of_a_wiki_stay_in_the_folder(site):
    wiki(site, LEADING_AWAY, [("FrontPage", n) for n in LEADING_AWAY] + [(n, "a.zip") for n in LEADING_AWAY])
    out, err, code = site.run("import", "w", "--into", "deep/er/copy")
    assert code in (0, 1)
    assert outside(site, "w") and all(p.startswith("deep/er/copy/") for p in outside(site, "w"))
    links = "".join(f"&ref({n}.zip);\n" for n in LEADING_AWAY if n.isprintable())
    (site.folder / "w/wiki" / (hexname("FrontPage") + ".txt")).write_text("*F\n" + links)
    site.run("build", "w", "--output", "deep/er/site", "--fail-on", "never")
    assert all(p.startswith(("deep/er/copy/", "deep/er/site/")) for p in outside(site, "w"))


def test_an_import_writes_through_no_link(site):
    wiki(site, ["a/b", "c"])
    site.write("elsewhere/kept.txt", "kept")
    (site.folder / "copy").mkdir()
    os.symlink("../elsewhere", site.folder / "copy/a")
    os.symlink("../elsewhere/kept.txt", site.folder / "copy/c.txt")
    out, err, code = site.run("import", "w", "--into", "copy", "--force")
    assert err.count(b"unsafe-import-path") >= 2
    assert outside(site, "w", "copy") == ["elsewhere/kept.txt"]
    assert (site.folder / "elsewhere/kept.txt").read_text() == "kept"


def test_a_manifest_by_a_stranger_removes_nothing_elsewhere(site):
    """Its paths are those of files that are gone from the source, and so would be removed."""
    wiki(site, ["a"])
    kept = site.write("kept.txt", "kept")
    import hashlib
    digest = hashlib.sha256(b"kept").hexdigest()
    lines = "".join(f"{digest}\t{path}\tw: x\t-\n"
                    for path in ["../kept.txt", f"../{A}kept.txt", str(kept), "x/../../kept.txt"])
    site.write("copy/imported.tsv", lines)
    site.write(f"{A}kept.txt", "kept")
    site.run("import", "w", "--into", "copy", "--force")
    assert outside(site, "w", "copy") == ["kept.txt", f"{A}kept.txt"]


def test_an_exports_titles_stay_in_the_folder(site):
    pages = "".join(
        f"<page><title>{n}</title><ns>0</ns><id>{i}</id><revision><id>{i}</id>"
        f"<text>zq</text></revision></page>"
        for i, n in enumerate(LEADING_AWAY) if n.isprintable() and "<" not in n)
    site.write("e.xml", f'<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/">{pages}</mediawiki>')
    out, err, code = site.run("import", "e.xml", "--into", "deep/er/copy")
    assert all(p.startswith("deep/er/copy/") for p in outside(site, "e.xml")), err


def test_an_output_that_is_no_sites_is_left_alone(site):
    site.write("content/A.txt", "*A\n")
    site.write("mine/letter.txt", "kept")
    for output in ["mine", ".", "content", "content/x", "/", "..", "mine/letter.txt"]:
        out, err, code = site.run("build", "content", "--output", output)
        assert code in (2, 3), (output, err)
    os.symlink("mine", site.folder / "link")
    assert site.run("build", "content", "--output", "link")[2] == 2
    assert (site.folder / "mine/letter.txt").read_text() == "kept"


def test_a_link_in_an_old_output_is_replaced_and_not_followed(site):
    site.write("content/A.txt", "*A\n")
    site.build()
    kept = site.write("kept.txt", "kept")
    page = site.folder / "site/index.html"
    page.unlink()
    os.symlink("../kept.txt", page)
    os.symlink("../content", site.folder / "site/more")
    site.build()
    assert not page.is_symlink() and kept.read_text() == "kept"
    assert not (site.folder / "site/more").exists()
    assert (site.folder / "content/A.txt").exists()


def test_names_that_differ_in_case_or_composition_are_told_apart_or_refused(site):
    """Never does one page silently take another one's place."""
    for name in ["Mail", "mail", "MAIL", "a\u0301", "á", "!", "~"]:
        site.write(f"content/{name}.txt", f"*zq-{name}\n")
    out, err, code = site.run("build", "content", "--output", "site")
    assert code == 1 and b"duplicate-page" in err
    for name in ["~", "a\u0301"]:
        os.remove(site.folder / f"content/{name}.txt")
    site.build()
    slugs = [p.name for p in (site.folder / "site/pages").iterdir() if p.is_dir()]
    assert len(slugs) == 5


def test_very_long_names(site):
    """As long as the disk takes, in folders as deep as it takes."""
    site.write("content/" + "長" * 83 + ".txt", "*x\n")
    site.write("content/" + "x" * 250 + ".txt", "*x\n")
    site.write("content/" + "/".join(["d" * 100] * 30) + "/p.txt", "*x\n")
    site.build()
    assert len(list((site.folder / "site/pages").rglob("source/index.html"))) == 3


def test_names_with_controls_are_refused_and_shown_harmlessly(site):
    site.write("content/A.txt", "*A\n")
    for name in ["a\x1b[31m.txt", "b\n::error::.txt", "c\u009b2J.txt", "d\\e.txt", "f\u202egpj.txt", "g\x7f.md"]:
        site.write("content/" + name, "*x\n[[nowhere]]\n")
    (site.folder / "content").joinpath(os.fsdecode(b"h\xff.txt")).write_text("*x\n")
    out, err = site.build()
    assert err.count(b"unsafe-file-name") >= 5
    said = (out + err).decode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
    for page in (site.folder / "site").rglob("*"):
        assert not re.search("[\x00-\x1f\x7f-\x9f]", os.fsencode(page.name).decode())


def test_a_list_of_removals_by_a_stranger_removes_nothing_elsewhere(site):
    """What a killed build left beside the output is finished by the next one, inside the output."""
    site.write("content/A.txt", "*A\n")
    site.build()
    site.write("kept.txt", "kept")
    site.write(".site.wikiguide-changes/.wikiguide-removals",
               f"../kept.txt\0pages/../../kept.txt\0../{A}kept.txt\0{site.folder}/kept.txt\0")
    site.write(f"{A}kept.txt", "kept")
    site.build()
    assert (site.folder / "kept.txt").exists() and (site.folder / f"{A}kept.txt").exists()
    assert not (site.folder / ".site.wikiguide-changes").exists()
