"""Where the program and the schema of SARIF are: --program, --sarif-schema."""

import pathlib
import subprocess

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]

HOSTILE = (
    "*Hostile\n"
    "See [[a%0A::error::b]] and [[x]](javascript:1) {0} ]]> </failure><script>alert(1)</script>\n"
    "[[``` `q` @everyone #1 | https://evil.example <b>]] \x1b[31m \u009b2J \u202e\n"
    "http://user:geheim@a.example/ and [[l>ftp://u:geheim@b.example/]] http://c.example/\n"
    "[[:\u0301,\u0301%\u0301 ::error::]] [[##[add-mask]a]]\n"
    "[[mail]] [[mail]]\n"
)


def pytest_addoption(parser):
    parser.addoption("--program", default=str(PACKAGE / ".build/debug/wikiguide"))
    parser.addoption("--sarif-schema", help="sarif-schema-2.1.0.json of OASIS")


class Site:
    """A content folder in an empty folder, and the program that is run there."""

    def __init__(self, folder, program):
        self.folder, self.program = folder, program

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def run(self, *words, **variables):
        done = subprocess.run(
            [self.program, *words], cwd=self.folder, capture_output=True,
            env={"PATH": "/usr/bin:/bin", **variables})
        return done.stdout.decode(), done.stderr.decode(), done.returncode


@pytest.fixture
def site(tmp_path, request):
    site = Site(tmp_path, request.config.getoption("--program"))
    site.write("content/Mail.txt", "*Mail\n")
    site.write("content/a,b:c%0A;\"é`|<x>.txt", HOSTILE)
    site.write("content/設定.txt", "*設定\n[[mail]] http://c.example/\n".encode("euc_jp"))
    site.write("content/many.txt", "".join(f"http://c.example/{n}\n" for n in range(40)))
    site.write("content/broken.txt", b"\xff\xfe\x00\x01" * 40)
    return site
