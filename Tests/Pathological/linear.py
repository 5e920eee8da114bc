"""Measures whether time grows with the page and no faster: processor time at n and at 2n.

python3 linear.py PROGRAM [--ratio 2.5] [--seconds 0.4] [NAME …]: for each construct of each dialect (the
table in cases.py) pages are doubled until one takes that long, or has nearly what a page may have; then
the page of twice the length may take at most `ratio` times as long. Where it seems to take longer, both
are measured in turns, and the shortest times count: the machine may be busy with something else. Prints
those that took longer, and ends with 1 if there are any.
"""

import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

from cases import CASES

# A page may have 10 MB.
LARGEST = 10_000_000
# How often a page and its double are measured at most.
TURNS = 6
# What these make of themselves is larger than they are: lines that stand deeper and deeper.
GROWING = ("nested-lists", "nested-quotes", "nested-admonitions", "nested-tabs", "short-rows")


def seconds(program, folder, path, text):
    """The processor time of a build of one page; the limit where it takes longer."""
    content, output = folder / "content", folder / "output"
    for place in (content, output):
        shutil.rmtree(place, ignore_errors=True)
    content.mkdir()
    (content / path).write_bytes(text)
    process = subprocess.Popen(
        [program, "build", content, "--output", output, "--fail-on", "never", "--as-of", "2026-11-25"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (20, 20)))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    spent = usage.ru_utime + usage.ru_stime
    if process.returncode not in (0, 1) and spent < 19:
        print(f"{path}: ended with {process.returncode} at {len(text)} bytes", flush=True)
    return spent


def measure(name, options, folder):
    """The length of a page, the time of it, and by how much a page of twice the length takes longer."""
    (path, make), = CASES[name][0].items()
    count = 250
    while True:
        page = make(count).encode()
        time = seconds(options.program, folder, path, page)
        if time >= options.seconds or len(page) > LARGEST / 2:
            break
        count *= 2
    double = make(2 * count).encode()
    once = twice = float("inf")
    for _ in range(TURNS):
        once = min(once, seconds(options.program, folder, path, page[:LARGEST // 2]))
        twice = min(twice, seconds(options.program, folder, path, double[:LARGEST]))
        # What is done in less than a moment says more of the machine.
        if twice <= options.ratio * once or twice < 2 * options.seconds:
            break
    return min(len(page), LARGEST // 2), once, twice / once


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("names", nargs="*")
    options.add_argument("--ratio", type=float, default=2.5)
    options.add_argument("--seconds", type=float, default=0.4)
    options = options.parse_args()
    names = [name for name, (files, _) in CASES.items()
             if len(files) == 1 and not name.startswith("line-") and not name.endswith(GROWING)
             and (not options.names or any(part in name for part in options.names))]
    slow = 0
    folder = pathlib.Path(tempfile.mkdtemp(
        prefix="wikiguide-linear-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
    try:
        for name in names:
            size, time, ratio = measure(name, options, folder)
            isSlow = ratio > options.ratio and ratio * time >= 2 * options.seconds
            slow += isSlow
            print(f"{name:40} {size / 1000:9.0f} kB {time:7.2f} s  x{ratio:.2f}"
                  + (f"  {size / 1e6 / time:8.3f} MB/s  NOT LINEAR" if isSlow else
                     f"  {size / 1e6 / time:8.3f} MB/s"), flush=True)
    finally:
        shutil.rmtree(folder)
    print(f"{len(names)} constructs, {slow} of them not linear")
    sys.exit(bool(slow))


main()
