#!/usr/bin/env python3
"""Times `mail2graph parse` beside Microsoft's own parser over the same files.

    scripts/bench.py [--tool mail2graph] [--runs N] [--nodes] [LIST]

LIST is a file with one path a line; without it, the scripts of golden and samples many times over. Both programs run on one
core, in turns, from their start to their end. Prints the bytes a second of each run and the ratio of the medians, by the time
that passed and by the time the processor worked. Ends with 1 where the ratio is below 2.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from engine import ROOT, needed_engine

BAR = 2


def timed(command, names):
    """Seconds that passed, and seconds of work."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, input=names, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
    passed, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return passed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--tool", default=str(ROOT / ".build/release/mail2graph"), help="the program to time")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--nodes", action="store_true", help="print the nodes, too")
    options.add_argument("list", nargs="?", type=Path)
    options = options.parse_args()

    if options.list:
        files = [line for line in options.list.read_text().splitlines() if line]
    else:
        files = [str(path) for folder in ("golden", "samples") for path in sorted((ROOT / folder).rglob("*.ps*1"))]
        files *= max(1, 6_000 // len(files))
    size = sum(os.path.getsize(file) for file in files)
    print(f"{len(files)} files, {size / 1e6:.1f} MB, {options.runs} runs")

    names = "".join(file + "\n" for file in files).encode()
    arguments = ["parse", "--nodes"] if options.nodes else ["parse"]
    programs = {"mail2graph": [options.tool, *arguments], "engine": [needed_engine(), *arguments]}
    results = {name: [] for name in programs}
    for _ in range(options.runs):
        for name, command in programs.items():
            results[name].append(timed(command, names))
    ratios = []
    for index, what in enumerate(("passed", "of work")):
        medians = {}
        for name, runs in results.items():
            medians[name] = statistics.median(run[index] for run in runs)
            speeds = " ".join(f"{size / run[index] / 1e6:.2f}" for run in runs)
            print(f"{name}, time {what}: {size / medians[name] / 1e6:.2f} MB/s (runs: {speeds})")
        ratios.append(medians["engine"] / medians["mail2graph"])
    print(f"ratio: {ratios[0]:.2f} by time passed, {ratios[1]:.2f} by time of work")
    return 0 if ratios[0] >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
