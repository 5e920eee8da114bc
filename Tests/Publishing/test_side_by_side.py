"""Two builds of one site."""

import fcntl
import subprocess

from conftest import files

BUSY = "another build is writing"


def test_second_build_is_refused_while_the_lock_is_held(site):
    output = site.folder / "site"
    assert site.build(output).returncode == 0
    for lock in (site.folder / ".site.wikiguide-lock", output / ".wikiguide-lock"):
        with open(lock, "w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            refused = site.build(output)
            assert refused.returncode == 2 and BUSY in refused.stderr
        # The file stays, but nobody holds it: what a killed build leaves.
        assert lock.exists()
        done = site.build(output)
        assert done.returncode == 0, done.stderr
        assert not lock.exists()


def test_of_builds_at_once_each_succeeds_or_is_refused(site):
    output = site.folder / "site"
    for round in range(5):
        site.write(f"round{'abcde'[round]}")
        builds = [
            subprocess.Popen(
                site.command(output), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                text=True)
            for _ in range(4)]
        ended = [(build.communicate()[1], build.returncode) for build in builds]
        assert any(code == 0 for _, code in ended), ended
        for said, code in ended:
            assert code == 0 or code == 2 and BUSY in said, said
        assert [path.name for path in site.folder.glob(".*")] == []
        assert files(output) == site.fresh()
