"""A small site, and commands that see folders mounted as a test wants them."""

import os
import pathlib
import shutil
import subprocess

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


def pytest_addoption(parser):
    parser.addoption("--program", default=str(PACKAGE / ".build/debug/wikiguide"))


class Site:
    """A content folder, and a program that publishes it."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.content = folder / "content"
        self.content.mkdir()
        self.write("one")

    def write(self, words):
        """Pages of which each holds the words; pages named `same` never change."""
        for number in range(8):
            text = f"# Page {number}\n\n" + f"{words} and so on. " * 700 + "\n"
            (self.content / f"Page{number}.md").write_text(text)
            (self.content / f"same{number}.md").write_text(f"# Same {number}\n\nNothing new.\n")

    def command(self, output):
        return [self.program, "build", str(self.content), "--output", str(output), "--as-of",
                "2026-01-02", "--fail-on", "never"]

    def build(self, output):
        return subprocess.run(self.command(output), capture_output=True, text=True)

    def fresh(self):
        """What a build into a new folder makes."""
        folder = self.folder / "fresh"
        shutil.rmtree(folder, ignore_errors=True)
        assert self.build(folder).returncode == 0
        found = files(folder)
        shutil.rmtree(folder)
        return found

    def mounted(self, script, **places):
        """Runs a script for which mounting is allowed; what it mounts goes with it. `build FOLDER`
        publishes and says `ended with` and the exit code, `list FOLDER` says what it holds."""
        functions = f"""
            set -u
            build() {{ "$PROGRAM" build "$CONTENT" --output "$1" --as-of 2026-01-02 \\
              --fail-on never; echo "ended with $?"; }}
            words() {{ sed -i "s/[a-z]* and so on/$1 and so on/g" "$CONTENT"/Page*.md; }}
            copy() {{ rm -rf "$WORK/copy"; cp -a "$1" "$WORK/copy"; }}
            same() {{ diff -r "$1" "$WORK/copy" >"$WORK/difference" && echo same \\
              || {{ echo different; head -n 5 "$WORK/difference"; }}; }}
            litter() {{ find "$@" -name '*.wikiguide-*' ! -name .wikiguide-site; }}
        """
        environment = {
            **os.environ, "PROGRAM": self.program, "CONTENT": str(self.content),
            "WORK": str(self.folder), **places}
        done = subprocess.run(
            [*namespace(), "bash", "-c", functions + script], cwd=self.folder, env=environment,
            capture_output=True, text=True)
        return done.stdout + done.stderr


def namespace():
    return ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]


def files(folder):
    """The bytes of all files, by path."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def site(request, tmp_path):
    return Site(str(pathlib.Path(request.config.getoption("--program")).resolve()), tmp_path)


@pytest.fixture
def mounting(site):
    """The same site, where mounting is allowed."""
    done = subprocess.run(
        [*namespace(), "mount", "-t", "tmpfs", "none", str(site.content)], capture_output=True,
        text=True)
    if done.returncode != 0:
        pytest.skip(f"nothing may be mounted here: {done.stderr.strip()}")
    return site
