"""Completions in real shells, the manual page, and what `make install` puts where."""

import pathlib
import re
import shutil
import subprocess

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


def completed(program, tmp_path, *words):
    """What bash offers in the place of the last word."""
    script = tmp_path / "completions.bash"
    script.write_bytes(subprocess.run(
        [program, "completions", "bash"], check=True, capture_output=True).stdout)
    quoted = " ".join(f"'{word}'" for word in words)
    done = subprocess.run(
        ["bash", "--norc", "-c",
         f"source {script}; COMP_WORDS=(wikiguide {quoted}); COMP_CWORD={len(words)};"
         f"COMP_LINE='wikiguide {' '.join(words)}'; COMP_POINT=${{#COMP_LINE}}; COMP_TYPE=9;"
         f"_wikiguide wikiguide '{words[-1]}' '{(('wikiguide',) + words)[-2]}';"
         "printf '%s\\n' \"${COMPREPLY[@]}\""],
        capture_output=True, text=True, cwd=tmp_path,
        env={"PATH": f"{pathlib.Path(program).parent}:/usr/bin:/bin"})
    return done.stdout.split("\n")[:-1]


def test_bash_completes(program, tmp_path):
    (tmp_path / "Mail.txt").write_text("*Mail\n")
    (tmp_path / "picture.png").write_text("")
    (tmp_path / "wiki").mkdir()
    assert "inspect" in completed(program, tmp_path, "ins")
    assert completed(program, tmp_path, "explain", "broken-page") == ["broken-page-link"]
    assert set(completed(program, tmp_path, "check", "--format", "")) >= {"sarif", "junit", "text"}
    assert "--against" in completed(program, tmp_path, "inspect", "--ag")
    pages = completed(program, tmp_path, "inspect", "")
    assert "Mail.txt" in pages and "wiki" in [p.rstrip("/") for p in pages]
    assert "picture.png" not in pages
    assert set(completed(program, tmp_path, "new", "")) >= {"guide", "site"}
    assert set(completed(program, tmp_path, "completions", "")) >= {"bash", "zsh", "fish"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts_are_read(program, tmp_path, shell):
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell}")
    script = tmp_path / "script"
    script.write_bytes(subprocess.run(
        [program, "completions", shell], check=True, capture_output=True).stdout)
    done = subprocess.run([shell, "-n", script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture(scope="module")
def manual(request):
    program = request.config.getoption("--program")
    return subprocess.run([PACKAGE / "Scripts/manual-page", program], check=True,
                          capture_output=True, text=True).stdout


def test_manual_is_well_formed(manual, tmp_path):
    if not shutil.which("mandoc"):
        pytest.skip("there is no mandoc")
    page = tmp_path / "wikiguide.1"
    page.write_text(manual)
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "style", page], capture_output=True,
                          text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_manual_has_every_command(program, manual):
    said = subprocess.run([program, "--help"], capture_output=True, text=True).stdout
    below = said.split("SUBCOMMANDS:")[1]
    commands = re.findall(r"(?m)^  ([a-z]+)(?: \(default\))? +[A-Z]", below)
    assert "inspect" in commands
    for command in commands:
        if command != "help":
            assert re.search(rf"(?m)^\.Ss {command}\b", manual), command
    for title in ("NAME", "SYNOPSIS", "DESCRIPTION", "ENVIRONMENT", "FILES", "EXIT STATUS",
                  "EXAMPLES"):
        assert f"\n.Sh {title}\n" in manual
    assert "\n.It Fl -against Ar" in manual
    assert manual.isascii()


def test_install(program, tmp_path):
    def make(target):
        subprocess.run(["make", "-s", target, f"PROGRAM={program}", f"DESTDIR={tmp_path}",
                        "PREFIX=/opt/x y"], check=True, cwd=PACKAGE, capture_output=True)
    make("install")
    files = sorted(str(p.relative_to(tmp_path / "opt/x y"))
                   for p in tmp_path.rglob("*") if p.is_file())
    assert files == [
        "bin/wikiguide", "share/bash-completion/completions/wikiguide",
        "share/fish/vendor_completions.d/wikiguide.fish", "share/man/man1/wikiguide.1",
        "share/zsh/site-functions/_wikiguide"]
    done = subprocess.run([tmp_path / "opt/x y/bin/wikiguide", "--version"], capture_output=True)
    assert done.returncode == 0
    make("uninstall")
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []
