#!/usr/bin/env python3
"""Kills `mail2graph migrate` at random moments and takes the run back: every script has to be what it was.

    scripts/killtest.py [--tool mail2graph] [--count N] [--files M] [--seed S] [--folder FOLDER]

Makes M scripts, in several encodings and with names, permissions and times of all sorts. N times it starts migrate, kills it
(SIGKILL) at a moment between its start and its end, looks whether each script is the old or the new one, whole, and runs undo:
then every byte, permission and time stamp has to be as at first and no file more may lie about. In every fourth round undo is
killed too before it may do its work, in every tenth migrate is run again after it was killed, and both runs are taken back.
The last line is the result; ends with 1 where anything was lost. FOLDER, by default in the system's temporary folder, is
removed afterwards.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

SEND = (
    "# Bericht für {0}\n$total = {0}\nSend-MailMessage -From 'a@contoso.com' -To 'b@contoso.com' -Subject \"Report $total\" "
    "-Body 'Done' -SmtpServer smtp.office365.com -UseSsl\n"
)
ENCODINGS = [
    lambda text: text.encode(), lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    lambda text: text.encode("utf-16"), lambda text: b"\xfe\xff" + text.encode("utf-16-be"), lambda text: text.encode("cp1252"),
]
NAMES = [b"%d.ps1", b"two words %d.PS1", b"line\nbreak %d.ps1", b"bytes-\xff%d.psm1", "größe %d.ps1".encode(), b"-%d.ps1"]
MODES = [0o644, 0o600, 0o755, 0o640, 0o664]


def make_scripts(root, count, rng):
    for number in range(count):
        folder = os.path.join(root, b"team %d" % (number % 7), b"x" * (number % 3 + 1))
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, NAMES[number % len(NAMES)] % number)
        text = SEND.format(number) if number % 10 else "Get-Date\n"
        with open(path, "wb") as file:
            file.write(ENCODINGS[number % len(ENCODINGS)](text))
        os.chmod(path, rng.choice(MODES))
        moment = rng.randrange(10**18, 17 * 10**17)
        os.utime(path, ns=(moment, moment))


def state(root):
    """Every file with its bytes, permissions and time, without what the tool keeps."""
    files = {}
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != b".mail2graph"]
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                content = file.read()
            status = os.stat(path)
            files[path] = (content, status.st_mode, status.st_mtime_ns)
    return files


class Tool:
    def __init__(self, path, root):
        self.path, self.root = path, root

    def command(self, name):
        return [self.path, name, self.root] + (["--auth", "managed-identity"] if name == "migrate" else []) + ["-q"]

    def run(self, name):
        return subprocess.run(self.command(name), capture_output=True)

    def kill(self, name, delay):
        """Starts a command and kills it; tells whether it was still at work."""
        process = subprocess.Popen(self.command(name), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.kill()
        return process.wait() < 0


def differences(expected, found):
    return [path for path in expected.keys() | found.keys() if expected.get(path) != found.get(path)]


def undo_all(tool):
    """Takes back every run that there is; the text of an error that is none of the expected ones."""
    while True:
        result = tool.run("undo")
        if result.returncode == 2 and (b"no run left" in result.stderr or b"no run that could be taken back" in result.stderr):
            return None
        if result.returncode != 0:
            return result.stderr.decode(errors="replace")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", default="mail2graph")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    root = os.fsencode(tempfile.mkdtemp(prefix="killtest-", dir=options.folder))
    tool = Tool(os.fsencode(os.path.abspath(shutil.which(options.tool) or options.tool)), root)
    try:
        return 1 if test(tool, root, options, rng) else 0
    finally:
        shutil.rmtree(root)


def test(tool, root, options, rng):
    make_scripts(root, options.files, rng)
    before = state(root)
    start = time.monotonic()
    if tool.run("migrate").returncode != 0:
        sys.exit("migrate failed without being killed")
    duration = time.monotonic() - start
    after = state(root)
    changed = len(differences(before, after))
    if error := undo_all(tool):
        sys.exit(f"undo failed without migrate being killed: {error}")
    if lost := differences(before, state(root)):
        sys.exit(f"undo does not put back {lost[0]!r}, though migrate was not killed")
    print(f"{options.files} scripts, {changed} of them change; migrate takes {duration:.2f} s", flush=True)

    killed = between = failures = 0
    for number in range(1, options.count + 1):
        was_killed = tool.kill("migrate", rng.uniform(0, duration))
        found = state(root)
        new = [path for path in before if found.get(path, (None,))[0] == after[path][0] != before[path][0]]
        wrong = [path for path in before if path not in new and found.get(path) != before[path]]
        killed += was_killed
        between += was_killed and 0 < len(new) < changed
        if number % 10 == 0:
            tool.run("migrate")
        if number % 4 == 0:
            tool.kill("undo", rng.uniform(0, duration))
        error = undo_all(tool)
        lost = differences(before, state(root))
        if wrong or error or lost:
            failures += 1
            print(f"round {number}: {len(wrong)} neither old nor new, {len(lost)} not put back: {(wrong + lost)[:3]!r} {error or ''}", flush=True)
            return failures
        # The old versions of all rounds would fill the disk.
        shutil.rmtree(os.path.join(root, b".mail2graph"), ignore_errors=True)
        if number % 100 == 0:
            print(f"{number} rounds, {killed} killed at work, {between} of them with some scripts old and some new", flush=True)
    print(f"{options.count} rounds, {killed} killed at work, {between} of them with some scripts old and some new: nothing was lost")
    return failures


if __name__ == "__main__":
    sys.exit(main())
