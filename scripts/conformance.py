#!/usr/bin/env python3
"""Compares what `mail2graph parse --nodes` and Microsoft's own parser make of scripts, node by node.

    scripts/conformance.py [--tool mail2graph] [--show N] [--cache FILE] < list-of-files

Prints how many files both accept or both refuse, how many of those that both accept have the same nodes, and the first
differences, the shortest script first. Ends with 1 where anything differs.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from engine import ROOT, needed_engine

BATCH = 200


def trees(program, files):
    """What a program prints for each file, one file at a time."""
    for start in range(0, len(files), BATCH):
        batch = files[start:start + BATCH]
        output = subprocess.run([program, "parse", "--nodes"], input="\n".join(batch) + "\n", capture_output=True, text=True)
        lines = output.stdout.splitlines()
        if len(lines) != len(batch):
            sys.exit(f"conformance: {program} ended after {len(lines)} of {len(batch)} files, at "
                     f"{batch[len(lines)]}\n{output.stderr}")
        for line in lines:
            yield json.loads(line)


def summary(tree):
    """What a comparison needs of a tree: its errors and its nodes as text."""
    return {"file": tree["file"], "errors": tree.get("errors", [{"message": tree.get("unreadable")}]),
            "nodes": sorted(" ".join(map(str, node)) for node in tree.get("nodes", []))}


def reference(files, cache):
    """The engine's trees; it is the slow one, so they can be kept."""
    known = {}
    if cache and cache.exists():
        with cache.open() as lines:
            known = {entry["file"]: entry for entry in map(json.loads, lines)}
    missing = [file for file in files if file not in known]
    if missing:
        fresh = [summary(tree) for tree in trees(needed_engine(), missing)]
        known.update((entry["file"], entry) for entry in fresh)
        if cache:
            with cache.open("a") as lines:
                lines.writelines(json.dumps(entry) + "\n" for entry in fresh)
    return known


def text_of(file):
    """The decoded text in UTF-8, in whose bytes offsets count."""
    data = Path(file).read_bytes()
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark):].decode(encoding, "replace").encode("utf-8", "replace")
    try:
        data.decode("utf-8")
        return data
    except UnicodeDecodeError:
        return bytes.decode(data, "cp1252", "replace").encode()


def quote(text, node):
    kind, start, end, _ = node.split(" ")
    piece = text[int(start):int(end)].decode("utf-8", "replace")
    line = text[:int(start)].count(b"\n") + 1
    return f"{kind} {start}-{end} (line {line}) {piece if len(piece) < 80 else piece[:77] + '...'!r}"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--tool", default=str(ROOT / ".build/release/mail2graph"), help="the program to test")
    options.add_argument("--show", type=int, default=10, help="how many differences to show of each sort")
    options.add_argument("--cache", type=Path, help="where to keep the engine's answers between runs")
    options = options.parse_args()

    files = [line.rstrip("\n") for line in sys.stdin if line.strip()]
    expected = reference(files, options.cache)
    verdicts = Counter()
    nodes = Counter()
    refused, accepted, different = [], [], []
    for ours in map(summary, trees(options.tool, files)):
        theirs = expected[ours["file"]]
        size = os.path.getsize(ours["file"])
        if bool(ours["errors"]) != bool(theirs["errors"]):
            (refused if ours["errors"] else accepted).append((size, ours, theirs))
            continue
        verdicts["agree"] += 1
        if theirs["errors"]:
            continue
        verdicts["both accept"] += 1
        same = Counter(ours["nodes"]) & Counter(theirs["nodes"])
        nodes["same"] += same.total()
        nodes["all"] += len(theirs["nodes"])
        if ours["nodes"] == theirs["nodes"]:
            verdicts["same nodes"] += 1
        else:
            different.append((size, ours, theirs))

    def by_size(entries):
        return sorted(entries, key=lambda entry: entry[0])[:options.show]

    for _, ours, _ in by_size(refused):
        error = ours["errors"][0]
        print(f"refused, but it is right: {ours['file']}:{error.get('line')}: {error['message']}")
    for _, ours, theirs in by_size(accepted):
        error = theirs["errors"][0]
        print(f"accepted, but it is wrong: {ours['file']}:{error.get('line')}: {error.get('id')}: {error['message']}")
    for _, ours, theirs in by_size(different):
        text = text_of(ours["file"])
        print(f"different: {ours['file']}")
        for sign, these, those in (("-", theirs, ours), ("+", ours, theirs)):
            only = Counter(these["nodes"]) - Counter(those["nodes"])
            for node in sorted(only, key=lambda node: (int(node.split(" ")[1]), -int(node.split(" ")[2])))[:4]:
                print(f"    {sign} {quote(text, node)}")

    def share(part, whole):
        return f"{part} of {whole} ({100 * part / whole if whole else 100:.2f} %)"

    print(f"agree whether it parses: {share(verdicts['agree'], len(files))}; "
          f"refused wrongly {len(refused)}, accepted wrongly {len(accepted)}")
    print(f"accepted by both, all nodes equal: {share(verdicts['same nodes'], verdicts['both accept'])}")
    print(f"nodes equal: {share(nodes['same'], nodes['all'])}")
    return 1 if refused or accepted or different else 0


if __name__ == "__main__":
    sys.exit(main())
