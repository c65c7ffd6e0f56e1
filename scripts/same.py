#!/usr/bin/env python3
"""Migrates scripts and compares the messages that the original and the migrated one send.

    same.py --mail2graph .build/release/mail2graph [--target T]... [--list FILE] [FILE...]

Scripts are named as arguments, in a list with one path a line, or on standard input. Each is copied into a scratch
folder, migrated there for every target as if all servers were Exchange Online, and then checked:

  - a script without a change comes through byte for byte
  - a second migration changes nothing
  - the result parses, in Windows PowerShell 5.1 too, unless the original did not
  - the PowerShell engine sees both scripts send the same messages

Exit code: 0 all hold, 1 something does not, 2 the check itself failed.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from engine import ROOT, find_engine

TARGETS = ["send-mgusermessage", "send-mgusermail", "invoke-restmethod", "invoke-mggraphrequest"]

# A made-up tenant: `migrate` writes no placeholders.
SIGN_IN = [
    "--tenant-id", "contoso.onmicrosoft.com",
    "--client-id", "11111111-2222-3333-4444-555555555555",
    "--certificate-thumbprint", "0123456789ABCDEF0123456789ABCDEF01234567",
    "--secret-name", "graph-mail",
]


def main():
    options = arguments()
    engine = options.engine or find_engine()
    if engine is None:
        print("same.py: the PowerShell engine is not there; messages are not compared", file=sys.stderr)
    files = named_files(options)
    with tempfile.TemporaryDirectory(prefix="mail2graph-same-") as scratch:
        checks = [Check(target, files, pathlib.Path(options.keep or scratch), options) for target in options.targets]
        for check in checks:
            check.migrate()
        with concurrent.futures.ThreadPoolExecutor(max_workers=options.jobs) as pool:
            list(pool.map(lambda check: check.compare(engine), checks))
        for check in checks:
            check.report(sys.stdout)
    return 1 if any(check.has_failed for check in checks) else 0


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="*", metavar="FILE", help="a script")
    parser.add_argument("--list", metavar="FILE", help="a file with one path a line")
    parser.add_argument("--mail2graph", default=str(ROOT / ".build/release/mail2graph"), metavar="PATH")
    parser.add_argument("--engine", metavar="PATH", help="the PowerShell engine (default: MAIL2GRAPH_PWSH, or beside the repository)")
    parser.add_argument("--target", action="append", dest="targets", choices=TARGETS, help="default: all")
    parser.add_argument("--server-policy", default="all", choices=["all", "known"])
    parser.add_argument("--seeds", type=int, default=1, metavar="N", help="with how many sets of unknowns each script runs")
    parser.add_argument("--timeout", type=int, default=20, metavar="SECONDS", help="for one run of one script")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="how many comparisons run at a time")
    parser.add_argument("--keep", metavar="DIR", help="leave the copies and the migrated scripts there")
    options = parser.parse_args()
    options.targets = options.targets or TARGETS
    return options


def named_files(options):
    names = list(options.files)
    if options.list:
        names += pathlib.Path(options.list).read_text().splitlines()
    elif not names:
        names = sys.stdin.read().splitlines()
    files = [pathlib.Path(name).resolve() for name in names if name]
    missing = [file for file in files if not file.is_file()]
    if missing:
        fail(f"no such file: {missing[0]}")
    return files


def fail(message):
    print(f"same.py: {message}", file=sys.stderr)
    sys.exit(2)


class Check:
    """All scripts, migrated to one target."""

    def __init__(self, target, files, scratch, options):
        self.target = target
        self.options = options
        self.root = scratch / target
        self.copies = {}  # the copy to be migrated: the original
        for number, file in enumerate(files):
            # Only the name and the folder's name stay: nothing above the script may matter.
            copy = self.root / f"{number:05}" / file.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
            self.copies[copy] = file
        self.changed = []
        self.rewritten = []  # by the second migration
        self.parse = {}
        self.same = {}

    # MARK: Migrating

    def migrate(self):
        if not self.copies:
            return
        self.run_mail2graph()
        migrated = {copy: copy.read_bytes() for copy in self.copies}
        self.changed = [copy for copy, original in self.copies.items() if migrated[copy] != original.read_bytes()]
        self.run_mail2graph()
        self.rewritten = [copy for copy in self.copies if copy.read_bytes() != migrated[copy]]
        for copy in self.rewritten:
            copy.with_suffix(copy.suffix + ".twice").write_bytes(copy.read_bytes())
            copy.write_bytes(migrated[copy])

    def run_mail2graph(self):
        command = [self.options.mail2graph, "migrate", "--target", self.target, "--server-policy", self.options.server_policy]
        command += ["--backup-dir", str(self.root.parent / f"{self.target}-backup")] + SIGN_IN + [str(self.root)]
        result = subprocess.run(command, capture_output=True, text=True, errors="replace")
        self.output = result.stdout + result.stderr
        if result.returncode not in (0, 1):
            fail(f"{' '.join(command)}\nended with {result.returncode}:\n{result.stderr[-2000:]}")

    # MARK: Comparing

    def compare(self, engine):
        if engine is None or not self.changed:
            return
        originals = {str(file): file for file in set(self.copies[copy] for copy in self.changed)}
        parsed = run_engine(engine, ["parse", "--desktop"], list(originals) + [str(copy) for copy in self.changed])
        self.parse = {record["file"]: record["errors"] for record in parsed}

        # The first run of a call may see the real .NET mail classes: a harmless pair goes first.
        harmless = self.root / "harmless.ps1"
        harmless.write_text("Get-Date\n")
        pairs = [(harmless, harmless)] + [(self.copies[copy], copy) for copy in self.changed]
        command = ["same", "--seeds", str(self.options.seeds), "--timeout", str(self.options.timeout)]
        compared = run_engine(engine, command, [f"{original}\t{migrated}" for original, migrated in pairs])
        self.same = {record["migrated"]: record for record in compared}

        # A run that takes too long sends nothing, and `same` does not tell the two apart.
        silent = [copy for copy in self.changed if self.verdict(copy) == "nothing-sent"]
        if silent:
            runs = run_engine(engine, ["messages", "--timeout", str(self.options.timeout)], [str(self.copies[copy]) for copy in silent])
            for copy, run in zip(silent, runs):
                if run["timedOut"]:
                    self.same[str(copy)]["verdict"] = "timeout"

    def broken(self):
        """Results that do not parse although the original does."""
        for copy in self.changed:
            if self.parse.get(str(copy)) and not self.parse.get(str(self.copies[copy])):
                yield copy, self.parse[str(copy)][0]

    # MARK: Reporting

    @property
    def has_failed(self):
        return bool(self.rewritten or list(self.broken()) or any(self.verdict(copy) not in GOOD for copy in self.changed if self.same))

    def verdict(self, copy):
        record = self.same.get(str(copy))
        if record is None:
            return "not compared"
        if record["verdict"] == "same" and record.get("output") == "different":
            return "output differs"
        return record["verdict"]

    def report(self, out):
        verdicts = collections.Counter(self.verdict(copy) for copy in self.changed)
        counts = [f"{len(self.copies)} files", f"{len(self.copies) - len(self.changed)} unchanged", f"{len(self.changed)} changed"]
        print(f"{self.target}: {', '.join(counts)}", file=out)
        print("    " + ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items())), file=out)
        for copy, error in self.broken():
            print(f"    broken: {self.copies[copy]}:{error.get('line')}: {error.get('message')}", file=out)
        for copy in self.rewritten:
            print(f"    changed by a second migration: {self.copies[copy]}", file=out)
        for copy in self.changed:
            verdict = self.verdict(copy)
            if verdict in ("nothing-sent", "timeout"):
                print(f"    {verdict}: {self.copies[copy]}", file=out)
            elif verdict not in GOOD and verdict != "not compared":
                print(f"    {verdict}: {self.copies[copy]}", file=out)
                print(f"        {first_difference(self.same[str(copy)])}", file=out)


# "nothing-sent" says that neither script gets as far as a send: nothing is shown, and nothing is wrong.
GOOD = {"same", "nothing-sent", "timeout"}


def first_difference(record):
    if record["verdict"] == "same":
        difference = record["outputDifference"]
        return f"prints {short(difference['migrated'])} instead of {short(difference['original'])}"
    difference = record["difference"] or {}
    original, migrated = difference.get("original"), difference.get("migrated")
    error = f"; error: {short(difference['errors'][0])}" if difference.get("errors") else ""
    if original is None or migrated is None:
        change = "missing" if migrated is None else "new"
        return f"message {difference.get('message', 0) + 1} is {change}: {short(original or migrated)}{error}"
    fields = [key for key in original if original[key] != migrated.get(key)]
    return f"message {difference['message'] + 1}: " + "; ".join(
        f"{key} is {short(migrated.get(key))} instead of {short(original[key])}" for key in fields
    ) + error


def short(value, length=200):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= length else text[: length - 1] + "…"


def run_engine(engine, command, lines):
    result = subprocess.run([engine] + command, input="\n".join(lines) + "\n", capture_output=True, text=True, errors="replace")
    if result.returncode not in (0, 1):
        fail(f"the PowerShell engine ended with {result.returncode}: {result.stderr[-2000:]}")
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]


if __name__ == "__main__":
    sys.exit(main())
