"""Sites that nobody means are built in bounded time and memory, and never end the program."""

import os
import resource
import shutil
import subprocess

import pytest

from cases import CASES, EXPORTS

# Of processor time, and of memory that is in use.
SECONDS, MEGABYTES = 30, 1_500


def run(program, *words):
    """Exit code, the end of the output, whether it trapped, seconds of processor time, megabytes at the most."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS + 1, SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    process = subprocess.Popen(
        [program, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        preexec_fn=limit)
    # The end is enough. What is held here would count as memory of the next program, which begins as a
    # copy of this one.
    said, hasCrashed = b"", False
    while more := process.stdout.read(1 << 16):
        said = said[-2000:] + more
        hasCrashed = hasCrashed or b"Fatal error" in said
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return (process.returncode, said[-2000:].decode(errors="replace"), hasCrashed,
            usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def check(name, result, count, seconds):
    code, shown, hasCrashed, time, memory = result
    print(f"{name:40} {count:8} {time:7.2f} s {memory:7.0f} MB  exit {code}")
    assert code >= 0, f"ended by signal {-code}: {shown}"
    assert code in (0, 1, 2), f"exit code {code}: {shown}"
    assert not hasCrashed, shown
    assert time <= seconds and memory <= MEGABYTES, f"{time:.1f} s, {memory:.0f} MB: {shown}"


def size(count, full):
    """A case's size in the ordinary tests: deep enough for the stack, short enough for every day."""
    return count if full or count <= 100 else max(100, min(count // 50, 4_000))


@pytest.mark.parametrize("name", CASES)
def test_site(program, full, tmp_path, name):
    files, count = CASES[name]
    if not full and name != "picture-size":
        count = size(count, full)
    content = tmp_path / "content"
    for path, make in files.items():
        made = make(count)
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        # A page may have 10 MB.
        if isinstance(made, str):
            made = made.encode()
            if not name.startswith("line-too-long") and len(made) > 9_000_000:
                made = made[:9_000_000].decode(errors="ignore").encode()
        file.write_bytes(made)
    output = tmp_path / "output"
    before = set(tmp_path.iterdir())
    result = run(program, "build", content, "--output", output, "--fail-on", "never",
                 "--as-of", "2026-11-25")
    made = set(tmp_path.iterdir()) - before
    shutil.rmtree(tmp_path)
    check(name, result, count, SECONDS)
    assert made <= {output}


@pytest.mark.parametrize("name", EXPORTS)
def test_export(program, full, tmp_path, name):
    make, count = EXPORTS[name]
    count = size(count, full)
    file = tmp_path / "export.xml"
    file.write_text(make(count))
    result = run(program, "import", file, "--into", tmp_path / "pages")
    check(name, result, count, SECONDS)
