"""What Editors.md tells editors and hooks, tried on what wikiguide really prints."""

import json
import pathlib
import re
import shutil
import subprocess
import sys

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
ARTICLE = (PACKAGE / "Sources/wikiguide/wikiguide.docc/Editors.md").read_text()
BLOCKS = [json.loads(text) for text in re.findall(r"(?s)```json\n(.*?)```", ARTICLE)]

PAGES = {
    "Mail.txt": "*Mail\nSee [[Thunderbrid]] and http://a.example/.\n",
    "Thunderbird.txt": "*Thunderbird\n**対応メールソフト\n-手動対応ソフト\n--Becky!\n",
    "Bad.txt": "\x00",
}


@pytest.fixture
def printed(program, tmp_path):
    """Everything that `check` prints of a folder with mistakes of each severity."""
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text)
    done = subprocess.run([program, "check", tmp_path], capture_output=True, text=True)
    assert done.returncode == 1
    wanted = {
        (f["path"].split("/")[-1], f.get("line"), f.get("column"), f["severity"], f["rule"],
         f["message"])
        for f in json.loads(subprocess.run(
            [program, "check", tmp_path, "--format", "json"], capture_output=True,
            text=True).stdout)["findings"]}
    assert {severity for _, _, _, severity, _, _ in wanted} == {"error", "warning", "note"}
    return done.stdout + done.stderr, wanted


def matched(patterns, text):
    """What matchers find: file, line, column, severity, rule, message."""
    found = set()
    for pattern, severity in patterns:
        for line in text.split("\n"):
            if match := re.search(pattern["regexp"], line):
                def group(key):
                    return match[pattern[key]] if key in pattern else None
                found.add((group("file"), int(group("line")), int(group("column")),
                           severity or group("severity"), group("code"), group("message")))
    return found


def test_code_matcher(printed):
    tasks = next(block for block in BLOCKS if "tasks" in block)
    matcher = tasks["tasks"][0]["problemMatcher"]
    text, wanted = printed
    assert matched([(matcher["pattern"], None)], text) == {f for f in wanted if f[1]}


def test_github_matcher(printed):
    block = next(block for block in BLOCKS if "problemMatcher" in block)
    owners = [matcher["owner"] for matcher in block["problemMatcher"]]
    assert len(set(owners)) == len(owners)
    names = {"notice": "note"}
    patterns = [(matcher["pattern"][0], names.get(matcher.get("severity")))
                for matcher in block["problemMatcher"]]
    text, wanted = printed
    assert matched(patterns, text) == {f for f in wanted if f[1]}


def test_vim(printed, tmp_path):
    """Vim's own reading of the article's two lines."""
    if not shutil.which("vim") or "+quickfix" not in subprocess.run(
            ["vim", "--version"], capture_output=True, text=True).stdout:
        pytest.skip("there is no vim with a list of errors")
    text, wanted = printed
    (tmp_path / "printed").write_text(text)
    block = re.search(r"(?s)```vim\n(.*?)```", ARTICLE)[1]
    (tmp_path / "script.vim").write_text(block + """
cgetfile printed
let found = map(filter(getqflist(), 'v:val.valid'), '[bufname(v:val.bufnr), v:val.lnum, v:val.col, v:val.type, v:val.text]')
call writefile([json_encode(found)], 'found')
qa!
""")
    subprocess.run(["vim", "-es", "-u", "NONE", "--cmd", "set encoding=utf-8", "-S", "script.vim"],
                   cwd=tmp_path, stdin=subprocess.DEVNULL, timeout=60)
    found = {tuple(f) for f in json.loads((tmp_path / "found").read_text())}
    assert found == {(file, line, column, severity[0], message)
                     for file, line, column, severity, _, message in wanted if line}


def test_pre_commit(program, tmp_path):
    """Both hooks in a repository of their own: bad pages are tidied and stop the commit."""
    if not shutil.which("git"):
        pytest.skip("there is no git")
    pytest.importorskip("pre_commit")
    environment = {
        "PATH": f"{pathlib.Path(program).parent}:{pathlib.Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": str(tmp_path), "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.example",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.example"}

    def run(*words, folder):
        return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True)
    hooks, wiki = tmp_path / "hooks", tmp_path / "wiki"
    for folder in (hooks, wiki):
        folder.mkdir()
        run("git", "init", "-q", folder=folder)
    shutil.copy(PACKAGE / ".pre-commit-hooks.yaml", hooks)
    run("git", "add", ".", folder=hooks)
    run("git", "commit", "-qm", "hooks", folder=hooks)
    revision = run("git", "rev-parse", "HEAD", folder=hooks).stdout.strip()
    config = re.search(r"(?s)```yaml\n(repos:.*?)```", ARTICLE)[1]
    config = re.sub(r"(?m)repo: \S+", f"repo: {hooks}", config)
    config = re.sub(r"(?m)rev: \S+", f"rev: {revision}", config)
    (wiki / ".pre-commit-config.yaml").write_text(config)
    page = wiki / "content/Mail.txt"
    page.parent.mkdir()
    (wiki / "notes.txt").write_text("//wikiguide:  Client  X\n")
    page.write_text("*Setup (Thunderbird)\n//wikiguide:  Client  Thunderbird\n-(1) Start.\n")
    run("git", "add", ".", folder=wiki)
    first = run(sys.executable, "-m", "pre_commit", "run", "--all-files", folder=wiki)
    assert first.returncode == 1, first.stdout + first.stderr
    assert "files were modified by this hook" in first.stdout
    assert page.read_text().split("\n")[1] == "//wikiguide: client Thunderbird"
    # Only the folder that the configuration names.
    assert (wiki / "notes.txt").read_text() == "//wikiguide:  Client  X\n"
    run("git", "add", ".", folder=wiki)
    second = run(sys.executable, "-m", "pre_commit", "run", "--all-files", folder=wiki)
    assert second.returncode == 0, second.stdout + second.stderr
    page.write_text(page.read_text() + "See [[Nowhere]].\n")
    run("git", "add", ".", folder=wiki)
    third = run(sys.executable, "-m", "pre_commit", "run", "--all-files", folder=wiki)
    assert third.returncode == 1 and "broken-page-link" in third.stdout
