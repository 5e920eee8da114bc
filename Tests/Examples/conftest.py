"""A scratch repository, and stand-ins for what belongs to the host of a pipeline."""

import http.server
import os
import pathlib
import shutil
import subprocess
import threading
import urllib.parse

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]

CLIENT = "--Becky!(シェアウエア)"


def pytest_addoption(parser):
    parser.addoption("--program", default=str(PACKAGE / ".build/debug/wikiguide"))


class Host:
    """Hands out the program and records what is sent to it."""

    def __init__(self, program):
        self.requests = []
        host = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200 if self.path == "/wikiguide" else 404)
                self.end_headers()
                if self.path == "/wikiguide":
                    with open(program, "rb") as file:
                        shutil.copyfileobj(file, self.wfile)

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                host.requests.append((self.path, dict(self.headers), urllib.parse.parse_qs(body)))
                self.send_response(201)
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


class Runner:
    """Runs script lines as a host of pipelines would, in a clone of a scratch repository."""

    def __init__(self, folder, program):
        self.folder = folder
        self.program = program
        self.host = Host(program)
        self.work = folder / "work"
        self.bin = folder / "bin"
        self.home = folder / "home"
        self.temporary = folder / "temporary"
        for place in (self.bin, self.home, self.temporary):
            place.mkdir()
        self.path = f"{self.bin}:/usr/bin:/bin"
        self.variables = {}
        self.make_repository()

    def git(self, *words, at=None):
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@a.example", *words],
            cwd=at or self.work, check=True, capture_output=True)

    def make_repository(self):
        """`main` is the sample; the branch `change` knows one client more."""
        origin = self.folder / "origin"
        self.git("init", "--quiet", "--initial-branch=main", str(origin), at=self.folder)
        shutil.copytree(PACKAGE / "content", origin / "content")
        page = origin / "content/PopBeforeSmtp.txt"
        page.write_text(page.read_text() + "\n** 対応メールソフト\n-正式に対応しているメールソフト\n--Hinata Mail\n")
        self.git("add", ".", at=origin)
        self.git("commit", "--quiet", "-m", "One", at=origin)
        self.git("checkout", "--quiet", "-b", "change", at=origin)
        page.write_text(page.read_text() + "--Tsukuyomi Mail\n")
        self.git("commit", "--quiet", "-a", "-m", "Two", at=origin)
        self.git("checkout", "--quiet", "main", at=origin)
        self.git("clone", "--quiet", str(origin), str(self.work), at=self.folder)

    def checkout(self, branch):
        self.git("checkout", "--quiet", branch)

    def stand_in(self, name, text):
        file = self.bin / name
        file.write_text("#!/bin/sh\n" + text)
        file.chmod(0o755)

    def run(self, script, shell="bash", **variables):
        environment = {
            "PATH": self.path, "HOME": str(self.home), "LANG": "C.UTF-8", **self.variables,
            **variables}
        options = ["-eo", "pipefail"] if shell == "bash" else ["-e"]
        done = subprocess.run(
            [shell, *options, "-c", script], cwd=self.work, env=environment, capture_output=True,
            text=True)
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
        return done.stdout + done.stderr


@pytest.fixture
def runner(tmp_path, request):
    program = pathlib.Path(request.config.getoption("--program")).resolve()
    return Runner(tmp_path, program)
