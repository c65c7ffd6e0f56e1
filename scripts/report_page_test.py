"""Tests the page of `mail2graph report` as a person uses it, in headless Chromium.

    report_page_test.py TOOL FOLDER [--screenshots DIR]

FOLDER is empty and is written to. Says what failed and exits with 1; exits with 77 where there is no Chromium or chromedriver.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import time

from webdriver import CHROMIUM, DRIVER, ENTER, ESCAPE, TAB, Browser

SEND = "Send-MailMessage -From 'a@contoso.com' -To 'b@contoso.com' -SmtpServer smtp.office365.com -UseSsl -Subject"
SCRIPTS = {
    "alpha.ps1": f"{SEND} 'One'\n{SEND} 'Two'\n",
    "sub/beta.ps1": f"$password = 'hunter2'\nif ($true) {{\n    {SEND} 'Three'\n}}\n",
    "sub/relay.ps1": "Send-MailMessage -From 'a@contoso.com' -To 'b@contoso.com' -SmtpServer relay.local -Subject 'Four'\n",
    "zeta <b>.ps1": f"# </script><script>document.title = 'owned'</script><!-- \u202e \x1b[31m\n{SEND} 'Five <img src=x onerror=\"document.title=1\">'\n",
    "broken.ps1": "Send-MailMessage (\n",
    "silent.ps1": "Get-Date\n",
}


# Two sends or more that share a line, a hashtable, the sign-in.
SHARED = {
    "a.ps1": f"{SEND} 'One'; {SEND} 'Two'\n{SEND} 'Three'\n",
    "b.ps1": f"Get-Date; {SEND} 'One' <# why #> -Body 'a\nb'; Get-Date; {SEND} 'Two'",
    "c.ps1": f"if ($a) {{ {SEND} 'One' }} else {{ {SEND} 'Two' }}; {SEND} 'Three'\r\nGet-Date\r\n",
    "d.ps1": f"param($a)\ntry {{ {SEND} 'One' }} catch {{ $b = 1; {SEND} 'Two' }}",
    "e.ps1": f"$m = @{{ From = 'a@contoso.com'; To = 'b@contoso.com'; SmtpServer = 'smtp.office365.com' }}; Send-MailMessage @m -Subject 'One'\n\n{SEND} 'Two'\n",
    "f.ps1": f"{SEND} 'One'\n{SEND} 'Two'\n",
}

# The lines of a script that the page says will be written, and their numbers.
RESULT = {
    "unified": """(() => {
  const rows = [...document.querySelectorAll(`${arguments[0]} table.unified tr:not(.gap):not(.end)`)].filter((row) => {
    const cell = row.cells[3];
    return cell.classList.contains('removed') ? cell.classList.contains('off') : !cell.classList.contains('off');
  });
  return [rows.map((row) => row.cells[3].textContent), rows.map((row) => row.cells[1].dataset.no)];
})()""",
    "split": """(() => {
  const lines = [];
  for (const row of document.querySelectorAll(`${arguments[0]} table.split tr:not(.gap):not(.end)`)) {
    const [, left, , right] = row.cells;
    if (left.classList.contains('removed') && left.classList.contains('off')) lines.push(left.textContent);
    if (!['blank', 'off', 'removed'].some((name) => right.classList.contains(name))) lines.push(right.textContent);
  }
  return [lines, []];
})()""",
}


class Failures(list):
    def check(self, what, is_so, *seen):
        if not is_so:
            self.append(what + "".join(f"\n    {one!r}" for one in seen))


def wait_for(condition, seconds=20):
    """What comes about by itself: a download."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.05)
    return None


def review(browser, folder, tool, failures, shots):
    check, run = failures.check, browser.run
    text = lambda selector: run("document.querySelector(arguments[0]).textContent", selector)
    counts = lambda: text("#counts")
    current = lambda: run("document.querySelector('.send.current h3')?.textContent ?? ''")
    shot = lambda name: shots and browser.screenshot(os.path.join(shots, name + ".png"))

    browser.open((folder / "report.html").as_uri())
    check("opens without a complaint, and nothing of a script runs", browser.log() == [] and run("document.title") == "Mail to Graph: review", browser.log())
    check("loads nothing", run("performance.getEntriesByType('resource').length") == 0)
    check("counts what there is", text("#totals") == "6 scripts read, 5 sends found: 4 can move to Graph, 1 stays on another server.", text("#totals"))
    check("begins undecided", counts() == "0 accepted · 0 rejected · 4 undecided", counts())
    check("lists the scripts", run("document.querySelectorAll('article').length") == 5)
    check("shows what is hidden, and no secret", run(
        "[document.body.innerText.includes('<U+202E>'), document.body.innerText.includes('^[[31m'), document.body.innerText.includes('hunter2')]")
        == [True, True, False])
    check("says why a script can't be parsed", "can't be parsed" in text("#s1"), text("#s1"))
    shot("light")

    # Keys: next, accept and go on, reject and go on, back, undecided, the whole script.
    browser.keys("j")
    check("goes to the first send", current().startswith("Line 1"), current())
    check("the focus goes with it", run("document.activeElement.classList.contains('send')"))
    browser.keys("a")
    check("accepts and goes on", counts() == "1 accepted · 0 rejected · 3 undecided" and current().startswith("Line 2"), counts(), current())
    browser.keys("r")
    check("rejects", counts() == "1 accepted · 1 rejected · 2 undecided", counts())
    struck = "[...document.querySelectorAll('#s0 td.off.code')].map(e => e.textContent).join('\\n')"
    check("strikes out what is rejected, not what the other send needs", "'Two'" in run(struck) and "Connect-MgGraph" not in run(struck) and "'One'" not in run(struck), run(struck))
    browser.keys("kkr")
    check("strikes out all where all is rejected", "Connect-MgGraph" in run(struck) and "Tls12" in run(struck), run(struck), counts())
    browser.keys("ku")
    check("takes a decision back", counts() == "0 accepted · 1 rejected · 3 undecided", counts())
    browser.keys("f")
    check("accepts a whole script", counts() == "2 accepted · 0 rejected · 2 undecided", counts())
    browser.keys("F")
    check("rejects a whole script", counts() == "0 accepted · 2 rejected · 2 undecided", counts())
    browser.keys("u")

    # The mouse, or whatever stands for it.
    browser.click("#s2 .send .accept")
    check("accepts by a button", counts() == "1 accepted · 1 rejected · 2 undecided", counts())
    check("the button says so", run("document.querySelector('#s2 .accept').getAttribute('aria-pressed')") == "true")
    shot("decided")

    # Filters and search.
    browser.keys("/")
    check("the search gets the focus", run("document.activeElement.id") == "search")
    browser.keys("hunter")
    check("secrets are not found either", run("!document.getElementById('nothing').hidden"))
    browser.click("#reset")
    visible = "[...document.querySelectorAll('article')].filter(a => !a.hidden).map(a => a.querySelector('h2').textContent)"
    for words, expected in [("beta", ["sub/beta.ps1"]), ("'three'", ["sub/beta.ps1"]), ("relay.local exchange", ["sub/relay.ps1"]), ("<img", ["zeta <b>.ps1"]),
                            ("-subject 'two", ["alpha.ps1"])]:
        browser.keys("/")
        run("document.getElementById('search').select()")
        browser.keys(words)
        found = [name.removeprefix("./") for name in run(visible)]
        check(f"finds {words}", found == expected, found)
        browser.keys(ESCAPE)
    check("Escape leaves the search and takes it back", text("#shown") == "5 scripts, 5 sends", text("#shown"))
    run("[...document.querySelectorAll('#facets label')].find(l => l.textContent.startsWith('Undecided')).click()")
    check("shows what is undecided", text("#shown") == "2 of 5 scripts, 2 of 5 sends", text("#shown"))
    browser.click("#accept-all")
    check("accepts what is shown and nothing else", counts() == "3 accepted · 1 rejected · 0 undecided", counts())
    browser.click("#reset") if run("!document.getElementById('nothing').hidden") else run("document.querySelector('#facets input:checked').click()")

    # Both layouts have the same lines.
    browser.keys("v")
    sides = "document.querySelectorAll('table.split').length > 0 && document.querySelectorAll('table.unified').length === 0"
    check("shows sides", wait_for(lambda: run(sides)))
    shot("side-by-side")
    browser.media(prefers_color_scheme="dark")
    shot("side-by-side-dark")
    browser.keys("v")
    shot("dark")
    for width in (1440, 700, 320):
        browser.resize(width, 900)
        check(f"needs no scrolling sideways at {width}", run("document.documentElement.scrollWidth") <= width, run("document.documentElement.scrollWidth"))
        if width != 1440:
            shot(f"width-{width}")
    browser.resize(1440, 900)
    low = run(CONTRAST)
    check("dark text stands out (AA)", low == [], low)
    browser.media(prefers_color_scheme="light")
    low = run(CONTRAST)
    check("light text stands out (AA)", low == [], low)
    check("every control has a name", run(UNNAMED) == [], run(UNNAMED))

    browser.keys("?")
    check("has help", run("document.getElementById('help-dialog').open"))
    shot("help")
    browser.keys(ESCAPE)

    # Without a mouse everything can be reached.
    run("document.activeElement.blur()")
    reached = set()
    for _ in range(60):
        browser.keys(TAB)
        reached.add(run("document.activeElement.id || document.activeElement.className"))
    check("Tab comes to everything", {"save", "load", "theme", "help", "search", "accept-all", "view-split", "accept", "reject"} <= reached, sorted(reached))

    # The plan: saved, applied, kept in the browser, loaded.
    browser.keys("s")
    saved = pathlib.Path(browser.downloads) / "mail2graph-plan.json"
    check("saves the plan", wait_for(saved.exists))
    plan = json.loads(saved.read_text())
    blank = json.loads((folder / "blank.json").read_text())
    decisions = [(file["path"], send["accepted"]) for file in plan["files"] for send in file["sends"]]
    check("holds what was decided", decisions == [("alpha.ps1", True), ("alpha.ps1", False), ("sub/beta.ps1", True), ("zeta <b>.ps1", True)], decisions)
    for file in plan["files"]:
        for send in file["sends"]:
            send["accepted"] = None
    check("is otherwise the plan that the tool writes", plan == blank)
    check("the message is in sight", run(
        "(() => { const box = document.getElementById('message').getBoundingClientRect(); return box.top > 0 && box.bottom <= innerHeight; })()"))
    shot("saved")
    check("says what to do with it", "mail2graph migrate --plan mail2graph-plan.json" in text("#message"), text("#message"))
    browser.keys(ESCAPE)
    check("Escape takes the message away", run("document.getElementById('message').hidden"))

    decided = "3 accepted · 1 rejected · 0 undecided"

    def load_plan():
        run("document.getElementById('plan-file').hidden = false")
        browser.type("#plan-file", str(saved))
        return wait_for(lambda: counts() == decided)

    # Chromium itself loses what pages keep now and then, on a busy machine. A page that keeps nothing fails each time.
    def keeps_decisions():
        browser.open((folder / "report.html").as_uri())
        return counts() == decided or load_plan() and False

    check("keeps the decisions", any(keeps_decisions() for _ in range(3)), counts())
    browser.click("#clear-all")
    check("clears them", counts() == "0 accepted · 0 rejected · 4 undecided", counts())
    check("takes them from the plan", load_plan(), counts(), text("#message"))
    check("complained about nothing", browser.log() == [], browser.log())

    # Sends that share lines: whatever is decided, what is shown is what is written.
    shared = folder / "shared"
    for view in ("unified", "split"):
        browser.open((folder / "shared.html").as_uri())
        if view == "split":
            browser.keys("v")
        for number, name in enumerate(sorted(SHARED)):
            # What is far from the window is drawn when it comes near.
            run("document.querySelector(arguments[0]).scrollIntoView()", f"#s{number}")
            sends = wait_for(lambda: run("document.querySelectorAll(arguments[0]).length", f"#s{number} .send .accept")) or 0
            check(f"{name} has sends to decide about", sends >= 2, sends)
            for mask in range(2 ** sends):
                for send in range(sends):
                    run("document.querySelectorAll(arguments[0])[arguments[1]].click()", f"#s{number} .send .{'accept' if mask >> send & 1 else 'reject'}", send)
                shown, numbers = run(RESULT[view], f"#s{number}")
                plan = json.loads((folder / "shared.json").read_text())
                plan["files"] = [file for file in plan["files"] if file["path"] == name]
                for send, planned in enumerate(plan["files"][0]["sends"]):
                    planned["accepted"] = bool(mask >> send & 1)
                (folder / "decided.json").write_text(json.dumps(plan))
                (shared / name).write_text(SHARED[name], newline="")
                subprocess.run([tool, "migrate", "--quiet", "--plan", folder / "decided.json"], capture_output=True)
                lines = (shared / name).read_bytes().decode().replace("\r\n", "\n").removesuffix("\n").split("\n")
                check(f"{name} is written as shown ({view}, {mask:b})", shown == lines, shown, lines)
                if view == "unified":
                    check(f"{name} has the numbers of its lines ({mask:b})", numbers == [str(line + 1) for line in range(len(lines))], numbers)
        heads = run("[...document.querySelectorAll('#s0 .send h3 .line')].map((line) => line.textContent)")
        check("tells the sends of a line apart", heads == ["Line 1, send 1 of 2", "Line 1, send 2 of 2", "Line 2"], heads)
        # The first of two on a line is rejected.
        run("document.querySelector('#s0').scrollIntoView()")
        run("document.querySelector('#s0 .send .reject').click()")
        shot(f"shared-{view}")
        browser.media(prefers_color_scheme="dark")
        browser.resize(480, 900)
        shot(f"shared-{view}-narrow-dark")
        browser.resize(1440, 900)
        browser.media(prefers_color_scheme="light")
    check("sends that share lines are no reason to complain", browser.log() == [], browser.log())

    printed = browser.call("POST", "/print")
    check("prints", len(printed) > 10_000)

    applied = subprocess.run([tool, "migrate", "--plan", saved], cwd=folder, capture_output=True, text=True)
    check("is what migrate takes", "3 sends accepted, 1 rejected, 0 undecided" in applied.stderr, applied.stderr)
    new = {name: (folder / "scripts" / name).read_text() for name in SCRIPTS}
    check("changes what was accepted", "Send-MgUserMessage" in new["sub/beta.ps1"] and "Send-MgUserMessage" in new["zeta <b>.ps1"])
    check("and only that", f"{SEND} 'Two'" in new["alpha.ps1"] and f"{SEND} 'One'" not in new["alpha.ps1"], new["alpha.ps1"])


# Every text against what it stands on, by WCAG 2.2: what falls short.
CONTRAST = """(() => {
  const channel = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const low = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest(':disabled')) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.add(`${element.tagName}.${element.className} in ${element.parentElement.className}: ${ratio.toFixed(2)}`);
  }
  return [...low];
})()"""

UNNAMED = """[...document.querySelectorAll('button, input, a, table, article, nav, main, section')]
  .filter((e) => !e.hidden && !(e.textContent.trim() || e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.labels?.length))
  .map((e) => e.outerHTML.slice(0, 80))"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--screenshots", metavar="DIR", help="keep pictures of the page here")
    arguments = parser.parse_args()
    if not CHROMIUM or not DRIVER:
        print("needs Chromium and chromedriver (Debian: apt-get install chromium chromium-driver)")
        sys.exit(77)
    tool, folder = os.path.abspath(arguments.tool), arguments.folder.resolve()
    if arguments.screenshots:
        os.makedirs(arguments.screenshots, exist_ok=True)
    for name, content in SCRIPTS.items():
        path = folder / "scripts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    made = subprocess.run(
        [tool, "report", ".", "-o", folder / "report.html", "--save-plan", folder / "blank.json", "--auth", "managed-identity"],
        cwd=folder / "scripts", capture_output=True, text=True)
    for name, content in SHARED.items():
        path = folder / "shared" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, newline="")
    subprocess.run(
        [tool, "report", ".", "-o", folder / "shared.html", "--save-plan", folder / "shared.json", "--auth", "managed-identity"],
        cwd=folder / "shared", capture_output=True)
    failures = Failures()
    failures.check("makes the report", made.returncode == 1 and (folder / "report.html").exists(), made.returncode, made.stderr)
    browser = Browser()
    try:
        review(browser, folder, tool, failures, arguments.screenshots)
    except RuntimeError as error:
        failures.append(f"could not go on: {error}")
    finally:
        browser.close()
    for failure in failures:
        print("FAILED: " + failure)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
