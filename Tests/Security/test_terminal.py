"""What a terminal or a log gets to read: text of pages never steers it."""

import json
import os
import pty
import re
import select
import subprocess

import pytest

import hostile

STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# Files for programs keep letters that run backwards; they hold no controls either.
DATA = {"junit", "sarif", "json", "codequality", "compatibility"}
# What the program itself may say to a terminal: colours, and to draw a line anew.
OWN = re.compile("\x1b\\[[0-9;]*[mK]")

T = hostile.TERMINAL
PAGE = "\n\n".join([
    f"*{T}zq", f"[[{T}nowhere{T}]]", f"&ref({T}gone.png,{T});", f"#{T}plugin({T})", f"+{T}手順 (99)に戻る",
    f"//wikiguide: client {T}", f"//wikiguide: {T}", f"[[{T}:{T}]]", f"[[x{T}>javascript:{T}]]",
    f"http://user:{T}@host.example/{T}", f"|{T}|{T}|h", f":{T}|{T}", f"Thunderbird{T}: 対応",
    "// \x1b]8;;https://evil.example\x07link\x1b]8;;\x07 \x1bP+q\x1b\\ \x1b[6n \x05",
])


@pytest.fixture
def talking(site):
    for ending in ["txt", "md", "mediawiki", "dokuwiki", "yuki"]:
        site.write(f"content/p.{ending}", PAGE) if ending == "txt" else site.write(
            f"content/{ending}.{ending}", PAGE)
    site.write("content/Thunderbird.txt", f"*Thunderbirdの設定手順\n+{T}zq を開く\n+(99)に戻る\n")
    site.write("content/clients.yml", "zq:\n  name: %s\n  %s: x\n  source: x\n" % (
        json.dumps(T + "zq"), json.dumps(T)))
    return site


COMMANDS = [
    ("check", "content"), ("check", "content", "--format", "github"),
    ("check", "content", "--format", "junit"), ("check", "content", "--format", "sarif"),
    ("check", "content", "--format", "json"), ("check", "content", "--format", "codequality"),
    ("check", "content", "--format", "markdown"), ("check", "content", "--fix-maybe", "--dry-run"),
    ("build", "content", "--output", "site", "--fail-on", "never"),
    ("inspect", "content/p.txt"), ("inspect", "content/p.txt", "--tree"),
    ("inspect", "content/p.txt", "--format", "json"), ("inspect", "content/md.md", "--tree"),
    ("inspect", "content/p.txt", "--against", "content/md.md"),
    ("worklist", "screenshots", "content"), ("worklist", "links", "content"),
    ("worklist", "guides", "content"), ("export", "compatibility", "content"),
    ("export", "compatibility", "content", "--format", "csv"),
    ("export", "compatibility", "content", "--format", "markdown"),
    ("format", "content", "--dry-run"), ("links", "content", "--offline"),
    ("import", "content/p.txt", "--into", "copy"), ("new", "guide", "--client", T, "--into", "content"),
    ("explain", T), ("check", T), ("build", "content", "--output", T + "/x"), ("inspect", T),
    ("theme", "eject", T), ("rollback", T),
]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: ascii(" ".join(words))[1:60])
def test_what_is_said_steers_nothing(talking, words):
    words = [w.replace("\0", "") for w in words]
    out, err, code = talking.run(*words)
    for text, forbidden in [(out, CONTROLS if DATA & set(words) else STEERING), (err, STEERING)]:
        found = forbidden.search(text.decode())
        assert not found, ascii(text.decode()[max(0, found.start() - 200):][:300])


@pytest.mark.parametrize("words", [
    ("check", "content"), ("build", "content", "--output", "site", "--fail-on", "never"),
    ("inspect", "content/p.txt"), ("inspect", "content/p.txt", "--against", "content/Thunderbird.txt"),
], ids=lambda words: " ".join(words))
def test_a_terminal_is_told_nothing_but_colours(talking, words):
    """The same where the program itself speaks to a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [talking.program, *words], cwd=talking.folder, stdin=theirs, stdout=theirs, stderr=theirs,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"},
    ) as run:
        os.close(theirs)
        said = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            said += part
        run.wait(60)
    os.close(ours)
    text = OWN.sub("", said.decode()).replace("\r", "")
    assert len(text) > 80
    found = STEERING.search(text)
    assert not found, ascii(text[max(0, found.start() - 200):][:300])


def test_annotations_are_commands_of_ours_alone(talking):
    talking.write("content/a%0A::error::b,c=d.txt", "*x\n[[%0A::add-mask::zq]] [[\r\n::stop-commands::zq]]\n")
    out, err, code = talking.run("check", "content", "--format", "github")
    lines = out.decode().split("\n")
    assert lines.pop() == "" and len(lines) > 3
    for line in lines:
        kind, properties, data = re.fullmatch("::([a-z]+) ((?:[^:]|%3A)*)::(.*)", line).groups()
        assert kind in ("error", "warning", "notice")
        for part in properties.split(","):
            assert re.fullmatch("(file|line|endLine|col|endColumn|title)=[^,:]*", part), part
        assert not re.search("%(?!25|0A|0D)", data)
