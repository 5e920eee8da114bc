"""What `inspect` says to programs, against its schema; earlier revisions that Git keeps."""

import json
import pathlib
import shutil
import subprocess
import sys

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = PACKAGE / "Sources/Inspection/inspect-schema-1.json"
PAGES = sorted(
    path for folder in [PACKAGE / "content", *(PACKAGE / "Tests/SiteTests/Sites").glob("*/content")]
    for path in folder.rglob("*.*")
    if path.suffix in {".txt", ".md", ".yuki", ".pyuki"} and ".history" not in path.parent.name
    and path.parent.name != "theme")


def run(program, *words, **options):
    return subprocess.run([program, *map(str, words)], capture_output=True, text=True, **options)


def complaints(*words):
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *map(str, words)], capture_output=True, text=True)
    return done.stdout if done.returncode else ""


def test_schema_is_one(program):
    assert complaints("--check-metaschema", SCHEMA) == ""
    assert run(program, "inspect", "--schema").stdout == SCHEMA.read_text()


def test_pages_keep_the_schema(program, tmp_path):
    files = []
    for number, page in enumerate(PAGES):
        done = run(program, "inspect", page, "--format", "json")
        if done.returncode == 0:
            files.append(tmp_path / f"{number}.json")
            files[-1].write_text(done.stdout)
    assert len(files) >= 4
    assert complaints("--schemafile", SCHEMA, *files) == ""


def test_differences_keep_the_schema(program, tmp_path):
    """Each page against each other one of the sample: a difference of everything."""
    pages = sorted((PACKAGE / "content").glob("*.txt"))
    files = []
    for number, (new, old) in enumerate((a, b) for a in pages for b in pages):
        done = run(program, "inspect", new, "--against", old, "--format", "json")
        assert done.returncode == 0, done.stderr
        files.append(tmp_path / f"{number}.json")
        files[-1].write_text(done.stdout)
        assert (json.loads(done.stdout)["changes"] == []) == (new == old)
    assert complaints("--schemafile", SCHEMA, *files) == ""


def test_places_are_where_the_words_are(program):
    page = PACKAGE / "content/PopBeforeSmtp.txt"
    lines = page.read_text().split("\n")
    said = json.loads(run(program, "inspect", page, "--format", "json").stdout)
    steps = [s for g in said["guides"] for p in g["procedures"] for s in p["steps"]]
    assert len(steps) > 10
    for step in steps:
        place = step.get("labelPlace")
        assert ("label" in step) == (place is not None)
        assert place is None or step["label"] in lines[place["line"] - 1][place["column"] - 1:place["endColumn"] - 1]
        for reference in step["references"]:
            place = reference["place"]
            assert reference["text"] == lines[place["line"] - 1][
                place["column"] - 1:place["endColumn"] - 1]


@pytest.fixture
def repository(tmp_path):
    if not shutil.which("git"):
        pytest.skip("there is no git")

    def git(*words):
        subprocess.run(["git", "-C", tmp_path, "-c", "user.name=A", "-c", "user.email=a@b.example",
                        *words], check=True, capture_output=True)
    git("init", "-q")
    page = tmp_path / "my pages/受信 設定.txt"
    page.parent.mkdir()
    head = "*設定例(OE6の場合)\n-(1)ツールを選択。\n"
    page.write_text(head + "-(2)名前を入力。\n-(3)手順2に戻る。\n")
    git("add", ".")
    git("commit", "-qm", "one")
    page.write_text(head + "-(2)追加を選択。\n-(3)名前を入力。\n-(4)手順2に戻る。\n")
    return tmp_path, page, git


def test_git_revision(program, repository):
    folder, page, git = repository
    done = run(program, "inspect", page, "--against", "git:HEAD", cwd=folder)
    assert "step 2 inserted: '追加を選択。'" in done.stdout
    assert "still says '手順2': that step is now 3" in done.stdout
    git("commit", "-qam", "two")
    git("tag", "v1")
    for name in ("git:HEAD~1", "git:HEAD^"):
        assert run(program, "inspect", page, "--against", name).stdout.count("step 2 inserted") == 1
    assert "has changed" in run(program, "inspect", page, "--against", "git:v1").stdout


@pytest.mark.parametrize("name", [
    "git:", "git:-h", "git:--output=/tmp/x", "git:HEAD:x", "git:HEAD x", "git:HEAD\nx", "git:none",
    "git:$(touch pwned)", "git:;touch pwned", "git:`touch pwned`", "git:HEAD~99"])
def test_names_that_are_no_revision(program, repository, name):
    folder, page, _ = repository
    before = sorted(folder.rglob("*"))
    done = run(program, "inspect", page, "--against", name, cwd=folder)
    assert done.returncode == 2 and done.stderr.startswith("error: ")
    assert [p for p in sorted(folder.rglob("*")) if ".git" not in p.parts] == [
        p for p in before if ".git" not in p.parts]


def test_without_git(program, repository):
    folder, page, _ = repository
    done = run(program, "inspect", page, "--against", "git:HEAD", env={"PATH": "/nowhere"})
    assert done.returncode == 2 and "there is no program 'git'" in done.stderr


def test_colours_are_for_terminals(program):
    script = pytest.importorskip("pty")
    page = str(PACKAGE / "content/PopBeforeSmtp.txt")
    assert "\x1b[" not in run(program, "inspect", page).stdout
    for variable, coloured in (("x", True), ("NO_COLOR", False)):
        parts = []

        def read(descriptor):
            import os
            data = os.read(descriptor, 65536)
            parts.append(data)
            return b""
        import os
        saved = os.environ.pop(variable, None)
        os.environ[variable] = "1"
        try:
            script.spawn([program, "inspect", page], read)
        finally:
            os.environ.pop(variable)
            if saved is not None:
                os.environ[variable] = saved
        assert (b"\x1b[" in b"".join(parts)) == coloured


def test_large_pages_take_no_time(program, tmp_path):
    """Some thousand steps in another order: compared in seconds, with whatever comes of it."""
    old = tmp_path / "old.txt"
    new = tmp_path / "new.txt"
    steps = [f"Choose number {n * 7919 % 3001} of the list." for n in range(3000)]
    for file, order in ((old, steps), (new, steps[1500:] + ["One more."] + steps[:1500])):
        file.write_text("*Setup (Thunderbird)\n" + "".join(
            f"-({n}) {step}\n" for n, step in enumerate(order, 1)))
    done = run(program, "inspect", new, "--against", old, timeout=60)
    assert done.returncode == 0
