"""The short version of `make kill-test`."""

import subprocess
import sys

import pytest

from conftest import PACKAGE


@pytest.mark.parametrize("way", ["build", "watch"])
def test_readers_never_see_half_a_site(request, tmp_path, way):
    done = subprocess.run(
        [sys.executable, PACKAGE / "Scripts/kill-test", request.config.getoption("--program"),
         "--kills", "10", "--pages", "60", "--folder", tmp_path, "--way", way],
        capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 faults" in done.stdout
