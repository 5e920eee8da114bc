"""Where the program is: --program."""

import pathlib
import subprocess

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


def pytest_addoption(parser):
    parser.addoption("--program", default=str(PACKAGE / ".build/debug/wikiguide"))


class Site:
    """A content folder in an empty folder, and the program that is run there."""

    def __init__(self, folder, program):
        self.folder, self.program = folder, program

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def run(self, *words):
        done = subprocess.run(
            [self.program, *words], cwd=self.folder, capture_output=True,
            env={"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1767312000"})
        return done.stdout, done.stderr.decode(), done.returncode

    def export(self, form, *words):
        output, errors, code = self.run("export", "settings", "--format", form, *words)
        assert code == 0, errors
        return output


@pytest.fixture
def site(tmp_path, request):
    site = Site(tmp_path, request.config.getoption("--program"))
    site.write("content/Mail.txt", "*Mail\n**設定例(Thunderbirdの場合)\n-(1)起動する。\n-(2)保存する。\n")
    site.write("content/wikiguide.yml", "title: Help & <more>\nbase_url: https://help.example.jp/\n")
    return site
