"""The hostile site, built once, and empty sites for what a test does itself: --program says by what."""

import json
import pathlib
import subprocess

import pytest

import hostile

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


def pytest_addoption(parser):
    parser.addoption("--program", default=str(PACKAGE / ".build/debug/wikiguide"))


class Site:
    """A folder, and the program that is run there."""

    def __init__(self, folder, program):
        self.folder, self.program = folder, program

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def run(self, *words, seconds=60, **variables):
        """What is printed, what is said, the exit code; a program that hangs is a failed test."""
        done = subprocess.run(
            [self.program, *map(str, words)], cwd=self.folder, capture_output=True, timeout=seconds,
            stdin=subprocess.DEVNULL,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **variables})
        return done.stdout, done.stderr, done.returncode

    def build(self, *words):
        out, err, code = self.run(
            "build", "content", "--output", "site", "--as-of", "2026-11-25", "--fail-on", "never",
            *words)
        assert code in (0, 1), err.decode(errors="replace")[-2000:]
        return out, err


@pytest.fixture
def site(tmp_path, request):
    return Site(tmp_path, request.config.getoption("--program"))


@pytest.fixture(scope="session")
def attacked(tmp_path_factory, request):
    """The site whose pages, names and data files are hostile, published."""
    site = Site(tmp_path_factory.mktemp("hostile"), request.config.getoption("--program"))
    write(site)
    site.build()
    return site


@pytest.fixture(scope="session")
def listed(tmp_path_factory, request):
    """A small site whose data files are hostile: a client, a note and a version for every text."""
    site = Site(tmp_path_factory.mktemp("listed"), request.config.getoption("--program"))
    name = json.dumps(hostile.TEXTS[0])
    site.write("content/wikiguide.yml", CONFIGURATION.format(name=name))
    site.write("content/default.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    for ending in ("txt", "md"):
        site.write(f"content/guide.{ending}", hostile.GUIDE[ending] + hostile.TEXTS[0] + "\n")
    for name, text in hostile.data_files().items():
        site.write("content/" + name, text)
    return site


def write(site):
    """Writes the hostile site's content."""
    for path, text in hostile.pages():
        site.write("content/" + path, text)
    for number, name in enumerate(hostile.NAMES):
        ending = ["txt", "md", "mediawiki", "dokuwiki"][number % 4]
        site.write(f"content/{name}.{ending}", hostile.GUIDE[ending] + f"[[{name}]]\n\n{name}\n")
        site.write(f"content/{name}.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
        site.write(f"content/{name}.attachments/{name}.zip", "zq")
    site.write("content/names.txt", "".join(
        f"+&ref({name}.svg,{name});\n+&ref({name}/{name}.zip);\n+[[{name}]]\n"
        for name in hostile.NAMES))
    site.write("content/names.md", "".join(
        f"- ![x](<{name}.svg>) [x](<{name}.txt>)\n" for name in hostile.NAMES))
    name = json.dumps("Thunder \"'><img src=x onerror=top.zq121=1></script><!--\u2028=1+1\u0301\"\u0301 `zq121`")
    site.write("content/clients.yml", hostile.CLIENTS.format(name=name))
    site.write("content/features.yml", f"zq-feature:\n  name: {name}\n  description: {name}\n  source: {name}\n")
    site.write("content/provider.yml", PROVIDER.format(name=name))
    site.write("content/wikiguide.yml", CONFIGURATION.format(name=name))


PROVIDER = """
name: {name}
domains: [example.jp]
incoming:
  - {{host: mail.example.jp, port: 993, security: tls, username: assigned, protocol: imap,
      authentication: password, username_example: {name}}}
outgoing:
  - {{host: mail.example.jp, port: 587, security: starttls, username: assigned,
      authentication: password, username_example: {name}}}
"""
CONFIGURATION = """
title: {name}
language: ja
languages: [ja, en]
base_url: https://help.example.jp/sub/
edit_url: "https://wiki.example.jp/?cmd=edit&page={{page}}"
report_url: "https://help.example.jp/form?page={{page}}&step={{step}}"
theme: {{logo: default.svg, footer: {name}, links: [{{title: {name}, url: "https://www.example.jp/?a=%22&b='"}}]}}
navigation: ["\\"><img src=x onerror=top.zq100=1>", "zq111\u0301\\"\u0301"]
vocabulary: {{setup: [{name}]}}
"""
