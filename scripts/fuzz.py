#!/usr/bin/env python3
"""Feeds broken scripts to `mail2graph parse --nodes` and looks for crashes, hangs and waste of memory.

    scripts/fuzz.py [--tool mail2graph] [--count N] [--seed S] [--files LIST] [--save FOLDER] [--only INDEX]

Inputs are real scripts (golden, samples and those in LIST, one path a line) that are cut off, spliced and mutated, scripts
made from a small grammar, wrong encodings, and for a start a few hundred extreme ones: nested 10,000 deep, a line of 10 MB,
thousands of errors. The same seed makes the same inputs. No input may take more than 2 s + 5 µs a byte of processor time or
more than 64 MB + 200 times its size of memory. What does is saved. The last line is the result; ends with 1 where any failed.
"""

import argparse
import collections
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from engine import ROOT

BATCH = 250
DEEP = 10_000
LONG = 10_000_000


# The bars

def most_seconds(size):
    return 2 + 5e-6 * size


def most_memory(size):
    return 64 * 2**20 + 200 * size


# Making inputs

BRACKETS = [
    ("(", ")"), ("@(", ")"), ("$(", ")"), ("{", "}"), ("@{a=", "}"), ("[", "]"), ("$a[", "]"), ("$a.b(", ")"), ("\"$(", ")\""),
    ("[a[", "]]"), ("&{", "}"), ("foo (", ")"), ("foo {", "}"), ("${", "}"), ("$a.Where{", "}"), ("<#", "#>"), ("@'\n", "\n'@"),
    ("@\"\n$(", ")\n\"@"), ("a$(", ")"), ("[x(", ")]"),
]
STATEMENTS = [
    ("if ($a) {", "}"), ("if ($a) { foo } else {", "}"), ("if (", ") { foo }"), ("if ($a) { foo } elseif (", ") { bar }"),
    ("while ($a) {", "}"), ("do {", "} while ($a)"), ("do {", "} until ($a)"), ("for (;;) {", "}"), ("for ($i = 0;", ";) { }"),
    ("foreach ($x in $y) {", "}"), ("foreach ($x in ", ") { }"), ("switch ($a) { 1 {", "} }"), ("switch (", ") { }"),
    ("try {", "} catch { }"), ("try { } catch {", "}"), ("try { } finally {", "}"), ("trap {", "}"), ("data {", "}"),
    ("function f {", "}"), ("function f($a = $(", ")) { }"), ("filter f { process {", "} }"), ("param($a = ", ")"),
    ("class C { m() {", "} }"), ("workflow w { parallel {", "} }"), (":l while ($a) {", "}"), ("begin {", "}"), ("end {", "}"),
    ("using module (", ")"), ("enum E {", "}"), ("throw (", ")"), ("return $(", ")"), ("[Parameter(", ")]"),
]
OPERATORS = [
    "-", "!", "-not ", "++", ",", "[int]", "$a = ", "$a += ", "1 + ", "1, ", "$a -eq ", "$a ? ", "$a ?? ", "$a ? 1 : ", "foo | ",
    "foo && ", "foo; ", "foo & ", "& ", ". ", "$a.b", "$a[0]", "::", "$a::b", "-a:", "> ", "2>&1 ", "1..", "$a -f ", "`\n", "|",
    "a`", "\"", "'", "@", "$", "#", "\n", " ", "]", "}", ")", "else ", "catch ", "elseif (", "in ", "=", "foo -a ", "\"$a\"", "$$",
    "\"$(", "@'\n", "@\"\n", "<#", "#>", "${", "if ($a { foo } ", "foo ) ", "} ", "1a ", "$a b ", "& | ; ", "( ", "function ",
    "[a.b[c,", "%", "--% ", "foo --% bar\n", "$a[", "\"`", "\u201c", "\u2013", "\u00a0", "\U0001F600", "param(", "class { ",
]
TOKENS = [pair[side] for pair in BRACKETS + STATEMENTS for side in (0, 1)] + OPERATORS + [
    "0x", "1kb", "1e400", "0xFFFFFFFFFFFFFFFFFFFFFFFF", "-join", "\r", "\r\n", "\0", "\ufeff", "\x1a", "`u{", "`0", "?.", "?[", "??=",
]

RULES = {
    "script": ["{statement}", "{statement}\n{script}", "{statement}; {script}", "param({parameters})\n{script}", "# {word}\n{script}"],
    "block": ["{{ }}", "{{ {statement} }}", "{{\n{statement}\n{statement}\n}}"],
    "statement": [
        "{pipeline}", "{pipeline}", "{variable} = {statement}", "{variable} += {expression}", "if ({pipeline}) {block} else {block}",
        "foreach ({variable} in {pipeline}) {block}", "while ({pipeline}) {block}", "do {block} until ({pipeline})",
        "switch ({pipeline}) {{ {word} {block} default {block} }}", "try {block} catch [{type}] {block} finally {block}",
        "function {word}({parameters}) {block}", "return {pipeline}", "throw {expression}", "trap {block}",
        "class {word} : {type} {{ [{type}] ${word}; {word}() {block} }}", "enum {word} {{ {word}; {word} = 1 }}",
        "for ({variable} = 0; {expression}; {variable}++) {block}", "filter {word} {{ process {block} end {block} }}",
    ],
    "pipeline": ["{expression}", "{command}", "{command}", "{command} | {command}", "{expression} | {command}", "{command} && {command}"],
    "command": [
        "{word} {arguments}", "{word}-{word} -{word} {expression}", "& {expression} {arguments}", ". {block}", "{word} @{word} 2>&1",
        "{word} -{word}:{expression} > {word}.txt", "{word} --% {word} %{word}%", "{word} {block}", "{word} *>$null",
    ],
    "arguments": ["", "{word}", "{word} {arguments}", "{expression} {arguments}", "-{word} {arguments}", "{word}.{word}, {variable}"],
    "expression": [
        "{variable}", "{variable}", "{number}", "{string}", "{string}", "({pipeline})", "$({script})", "@({script})", "@{{ {entries} }}",
        "{expression} {operator} {expression}", "{variable}.{word}", "{variable}.{word}({expression})", "{variable}[{expression}]",
        "[{type}]::{word}", "[{type}]{expression}", "-not {expression}", "{expression}, {expression}", "{block}", "{variable}?.{word}",
        "{expression} ? {expression} : {expression}", "-{expression}", "{variable}++",
    ],
    "entries": ["", "{word} = {expression}", "'{word}' = {pipeline}; {entries}", "{word} = {expression}\n{entries}"],
    "parameters": ["", "{variable}", "[{type}]{variable} = {expression}, {parameters}", "[Parameter(Mandatory)][{type}]{variable}"],
    "operator": ["+", "-", "*", "/", "-eq", "-and", "-or", "-like", "-f", "..", "-replace", "-is", "-join", "??", "-split", "-bxor", "-inotmatch"],
    "string": ["'{word}'", "\"{word}\"", "\"{variable} {word}\"", "\"$({pipeline})\"", "@'\n{word}\n'@", "@\"\n{variable}$({pipeline})\n\"@", "'it''s'"],
    "number": ["0", "1", "42", "0x1F", "1.5", "10MB", "1e3", "100l", ".5d"],
    "variable": ["$a", "$_", "$script:b", "${{c d}}", "$env:PATH", "$?", "$$", "$true", "$null", "$args"],
    "type": ["int", "string[]", "System.Collections.Generic.List[int]", "hashtable", "datetime, x", "a[b[c],d]"],
    "word": ["foo", "Get-Item", "x", "bar.exe", "C:\\Temp", "*.log", "héllo", "a`b", "Send-MailMessage", "if", "foreach", "process", "1a"],
}


def pieces(text):
    """A rule's text and the names in it: ("text", "name") pairs and a rest."""
    result, text = [], text.replace("{{", "\1").replace("}}", "\2")
    while "{" in text:
        before, _, text = text.partition("{")
        name, _, text = text.partition("}")
        result.append((before.replace("\1", "{").replace("\2", "}"), name))
    return result, text.replace("\1", "{").replace("\2", "}")


GRAMMAR = {name: [pieces(text) for text in texts] for name, texts in RULES.items()}


def sentence(chance, rule="script", budget=None):
    """A script after the grammar. The budget ends what would grow without end: then the first, simple form is taken."""
    budget = budget or [chance.randrange(5, 200)]
    budget[0] -= 1
    names, rest = chance.choice(GRAMMAR[rule]) if budget[0] > 0 else GRAMMAR[rule][0]
    return "".join(before + sentence(chance, name, budget) for before, name in names) + rest


def mutated(chance, data, times):
    data = bytearray(data)
    for _ in range(times):
        at = chance.randrange(len(data) + 1)
        length = min(len(data) - at, chance.choice((1, 1, 2, 5, 20, 100)))
        kind = chance.randrange(7)
        if kind == 0:
            del data[at:at + length]
        elif kind == 1:
            data[at:at] = chance.choice(TOKENS).encode()
        elif kind == 2:
            data[at:at + length] = chance.choice(TOKENS).encode()
        elif kind == 3:
            data[at:at] = data[at:at + length] * chance.choice((1, 2, 10))
        elif kind == 4 and at < len(data):
            data[at] = chance.randrange(256)
        elif kind == 5:
            other = chance.randrange(len(data) + 1)
            data[at:at + length], moved = data[other:other + length], data[at:at + length]
            data[other:other] = moved
        else:
            data[at:at] = bytes(chance.choices(b"(){}[]\"'`$@#<>|&;,=-. \n\r", k=chance.randrange(1, 6)))
    return bytes(data)


class Inputs:
    def __init__(self, seed, scripts):
        self.seed = seed
        self.scripts = scripts
        self.extreme = list(extremes())

    def __getitem__(self, index):
        """The input of a number: the extreme ones first, then at random."""
        if index < len(self.extreme):
            return self.extreme[index]()
        chance = random.Random(f"{self.seed} {index}")
        kind = chance.randrange(100)
        if kind < 25:
            return self.part(chance)
        if kind < 45:
            return b"".join(self.part(chance, 800) for _ in range(chance.randrange(2, 5)))
        if kind < 70:
            return mutated(chance, self.part(chance), chance.choice((1, 1, 2, 3, 10, 30)))
        if kind < 80:
            return sentence(chance).encode()
        if kind < 90:
            return mutated(chance, sentence(chance).encode(), chance.choice((1, 2, 5)))
        if kind < 95:
            return "".join(chance.choice(("", " ", "\n")) + chance.choice(TOKENS) for _ in range(chance.randrange(1, 120))).encode()
        return self.misencoded(chance)

    def part(self, chance, most=None):
        """A script with its end or its start cut off, mostly a short one."""
        script = chance.choice(self.scripts)
        most = most or (200_000 if chance.random() < 0.01 else chance.choice((60, 500, 2_000, 5_000)))
        start = 0 if chance.random() < 0.5 else chance.randrange(len(script) + 1)
        return script[start:start + chance.randrange(most + 1)]

    def misencoded(self, chance):
        data = self.part(chance, 1_500)
        text = data.decode("utf-8", "replace")
        kind = chance.randrange(8)
        if kind == 0:
            return mutated(chance, text.encode("utf-16"), 3)
        if kind == 1:
            return b"\xfe\xff" + text.encode("utf-16-be") + bytes(chance.choices(range(256), k=chance.randrange(4)))
        if kind == 2:
            return b"\xff\xfe" + data
        if kind == 3:
            return b"\xef\xbb\xbf" + bytes(byte if chance.random() < 0.97 else chance.randrange(128, 256) for byte in data)
        if kind == 4:
            return bytes(byte if chance.random() < 0.97 else chance.randrange(256) for byte in data)
        if kind == 5:
            return data.replace(b" ", b"\0")
        if kind == 6:
            return bytes(chance.choices(range(256), k=chance.randrange(400)))
        return text.encode("utf-16-le") + b"\xef\xbb\xbf"


def extremes():
    """Functions, because a hundred lines of 10 MB need not be there at the same time."""
    for opening, closing in BRACKETS + STATEMENTS:
        for count in (DEEP, 300):
            yield lambda opening=opening, closing=closing, count=count: (opening * count + "1" + closing * count).encode()
            yield lambda opening=opening, count=count: (opening * count).encode()
            yield lambda opening=opening, count=count: (" " + opening + "\n").encode() * count
        yield lambda closing=closing: closing.encode() * DEEP
    for token in OPERATORS:
        yield lambda token=token: token.encode() * DEEP
        yield lambda token=token: token.encode() * 500
        yield lambda token=token: (token + "x\n").encode() * 2_000
    # One line of 10 MB
    for text in ("a", " ", "a ", "1,", "$a + ", "foo | ", "# ", "$a; ", "'a' ", "(a) ", "{a} ", "@{a=1;", "(", "\u201c", "é", "\0", "$a.b", "[0]"):
        yield lambda text=text: text.encode() * (LONG // len(text.encode()))
    for start, end in (("'", "'"), ("\"", "\""), ("<#", "#>"), ("\"$a", "\""), ("${", "}"), ("@'\n", "\n'@"), ("--% ", ""), ("'", ""), ("$a = @(", ")")):
        yield lambda start=start, end=end: (start + "a" * LONG + end).encode()
    yield lambda: b"$a = @(" + b"1, " * (LONG // 3) + b"1)"
    yield lambda: b"\xff\xfe" + b"a\0" * (LONG // 2)
    yield lambda: b"\xef\xbb\xbf" + b"\x80" * 100_000
    # Little in it
    for data in (b"", b"\0", b"\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0", b"\xef\xbb", b"\x80", b"`", b"\xef\xbb\xbf" * 3, b"\xff\xfe\0\0\0\0", b"\0" * 100_000):
        yield lambda data=data: data


# Running

Run = collections.namedtuple("Run", "status lines seconds memory output")


# What a process takes counts from its fork, so it is started by one that is small itself.
METER = """
import os, resource, sys
child = os.fork()
if child == 0:
    seconds, memory = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.execv(sys.argv[3], sys.argv[3:])
_, status, usage = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, file=sys.stderr)
"""


def run(tool, files, sizes, reads_output=False):
    """One process over the files. Its limits are a net below the bars, which are judged by what it used."""
    seconds = int(sum(map(most_seconds, sizes)) if len(files) == 1 else 30 + most_seconds(sum(sizes))) + 1
    memory = 2 * most_memory(max(sizes)) + 4 * 2**30

    process = subprocess.Popen([sys.executable, "-I", "-S", "-c", METER, str(2 * seconds), str(memory), tool, "parse", "--nodes"],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdin.write("".join(file + "\n" for file in files).encode())
    process.stdin.close()
    lines, output = 0, []
    while piece := process.stdout.read(1 << 20):
        lines += piece.count(b"\n")
        if reads_output:
            output.append(piece)
    status, used, most = process.stderr.read().split()[-3:]
    process.wait()
    return Run(int(status), lines, float(used), int(most), b"".join(output))


def failure(result, files, sizes):
    """What is wrong with a run over one file."""
    if result.status < 0:
        return f"ended by signal {-result.status} after {result.seconds:.1f} s"
    if result.status not in (0, 1) or result.lines != len(files):
        return f"ended with {result.status} and {result.lines} lines"
    if result.seconds > most_seconds(sizes[0]):
        return f"took {result.seconds:.1f} s"
    if result.memory > most_memory(sizes[0]):
        return f"took {result.memory / 2**20:.0f} MB"
    return None


def search(tool, files, sizes):
    """The files that fail, each with what is wrong, found by halves."""
    result = run(tool, files, sizes)
    if len(files) == 1:
        problem = failure(result, files, sizes)
        return [(files[0], problem)] if problem else []
    if result.status in (0, 1) and result.lines == len(files) and result.seconds <= most_seconds(0) and result.memory <= most_memory(min(sizes)):
        return []
    middle = len(files) // 2
    return search(tool, files[:middle], sizes[:middle]) + search(tool, files[middle:], sizes[middle:])


def malformed(tool, files, sizes):
    """Files whose line is no JSON, or whose nodes do not lie within their file."""
    result = []
    lines = run(tool, files, sizes, reads_output=True).output.split(b"\n")[:-1]
    for file, line in zip(files, lines):
        try:
            tree = json.loads(line)
            sound = tree["file"] == file and all(0 <= start <= end for _, start, end, _ in tree["nodes"])
        except (ValueError, KeyError):
            sound = False
        if not sound:
            result.append((file, "line of output is wrong"))
    return result


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--tool", default=str(ROOT / ".build/release/mail2graph"), help="the program to test")
    options.add_argument("--count", type=int, default=100_000, help="how many inputs")
    options.add_argument("--seed", default="1")
    options.add_argument("--files", help="list of more scripts to start from")
    options.add_argument("--save", type=Path, default=ROOT / ".build/fuzz", help="where failing inputs are kept")
    options.add_argument("--only", type=int, help="write this input to standard output")
    options = options.parse_args()

    paths = sorted(path for folder in ("golden", "samples") for path in (ROOT / folder).rglob("*.ps*1"))
    if options.files:
        paths += [Path(line) for line in Path(options.files).read_text().splitlines() if line]
    inputs = Inputs(options.seed, [path.read_bytes() for path in paths if path.stat().st_size < 1_000_000])
    if options.only is not None:
        sys.stdout.buffer.write(inputs[options.only])
        return 0

    failed, total, began = [], 0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        def test(batch):
            files, sizes = [], []
            for index, data in batch:
                path = Path(folder, f"{index}.ps1")
                path.write_bytes(data)
                files.append(str(path))
                sizes.append(len(data))
            found = search(options.tool, files, sizes)
            if not found and batch[0][0] // BATCH % 20 == 19:
                found = malformed(options.tool, files, sizes)
            for file, problem in found:
                options.save.mkdir(parents=True, exist_ok=True)
                kept = options.save / f"{options.seed}-{Path(file).name}"
                kept.write_bytes(Path(file).read_bytes())
                print(f"{kept} ({kept.stat().st_size} bytes): {problem}", flush=True)
                failed.append(kept)
            for file in files:
                os.unlink(file)

        batch, shown = [], time.monotonic()
        for index in range(options.count):
            data = inputs[index]
            total += len(data)
            if len(data) > 100_000 or index < len(inputs.extreme):
                test([(index, data)])
            else:
                batch.append((index, data))
            if len(batch) == BATCH or (batch and index == options.count - 1):
                test(batch)
                batch = []
            if time.monotonic() - shown > 30:
                shown = time.monotonic()
                print(f"{index + 1} inputs, {len(failed)} failed", file=sys.stderr, flush=True)

    print(f"{options.count} inputs of {total / 1e6:.0f} MB in {time.monotonic() - began:.0f} s, seed {options.seed}")
    print(f"{options.count - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
