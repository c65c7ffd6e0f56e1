"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const report = JSON.parse($("index").textContent);

  /** An element. Text only ever becomes text: nothing of a script is read as HTML. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

  // MARK: What there is

  const outcomeNames = {
    moved: "Moves to Graph", secured: "Gets TLS 1.2 only", left: "Left for you", stays: "Stays on another server",
  };
  /** One of them, several of them. */
  const outcomeWords = {
    moved: ["moves to Graph", "move to Graph"], secured: ["gets TLS 1.2 only", "get TLS 1.2 only"], left: ["left for you", "left for you"],
    stays: ["stays on another server", "stay on another server"],
  };
  const outcomeVerbs = { moved: "Moves", secured: "Secured", left: "Left", stays: "Stays" };

  /** The scripts, each with its sends; a send knows its script and, where it can be decided, its place in the plan. */
  const files = report.files.map((raw, index) => {
    const planned = raw.planned ? new Map(raw.planned.sends.map((send, place) => [send.offset, place])) : new Map();
    const file = { index, path: raw.path, planned: raw.planned, problems: raw.problems, sends: [], matches: true };
    file.sends = raw.findings.map((finding, number) => ({
      ...finding, file, number, place: planned.has(finding.offset) ? planned.get(finding.offset) : null, decision: null, matches: true,
    }));
    file.open = file.sends.filter((send) => send.place !== null);
    return file;
  });
  const sends = files.flatMap((file) => file.sends);
  const decidable = sends.filter((send) => send.place !== null);

  const decisionOf = (send) => (send.decision === true ? "accepted" : send.decision === false ? "rejected" : "undecided");

  // MARK: Filters

  const facets = [
    {
      title: "Decision", of: (send) => (send.place === null ? null : decisionOf(send)), isLive: true,
      names: { undecided: "Undecided", accepted: "Accepted", rejected: "Rejected" },
    },
    { title: "What becomes of it", of: (send) => send.outcome, names: outcomeNames },
    { title: "Reason", of: (send) => send.category, names: null },
  ];

  function setUpFacets() {
    for (const facet of facets) {
      facet.chosen = new Set();
      const found = new Map();
      for (const send of sends) {
        const value = facet.of(send);
        if (value !== null) found.set(value, (found.get(value) || 0) + 1);
      }
      const values = facet.names
        ? Object.keys(facet.names).filter((value) => facet.isLive ? decidable.length > 0 : found.has(value))
        : [...found.keys()].sort((a, b) => found.get(b) - found.get(a) || (a < b ? -1 : 1));
      if (values.length === 0) continue;
      facet.counters = new Map();
      const list = make("fieldset", { class: "facet" }, make("legend", {}, facet.title));
      for (const value of values) {
        const counter = make("span", { class: "count" }, String(found.get(value) || 0));
        const name = facet.names ? facet.names[value] : value[0].toUpperCase() + value.slice(1);
        facet.counters.set(value, counter);
        const box = make("input", {
          type: "checkbox",
          onchange: (event) => {
            if (event.target.checked) facet.chosen.add(value);
            else facet.chosen.delete(value);
            filter();
          },
        });
        list.append(make("label", {}, box, make("span", {}, name), counter));
      }
      $("facets").append(list);
    }
  }

  /** The text of a script's lines as it stands in the page, to look for code without reading all of it. */
  const rawText = (file) => $(`d${file.index}`).textContent.toLowerCase();
  /** Code is cut into pieces by colour; what is looked for may go across several. */
  const plainTexts = new Map();
  function plainText(file) {
    if (!plainTexts.has(file)) {
      const rows = detail(file)?.rows ?? [];
      plainTexts.set(file, rows.map((row) => (row[0] < 4 ? piecesOf(row[1]).map(([, text]) => text).join("") : "")).join("\n").toLowerCase());
    }
    return plainTexts.get(file);
  }

  function holds(file, words) {
    const head = [file.path, ...file.problems.map((problem) => problem.reason)].join("\n").toLowerCase();
    const said = file.sends.map((send) => [send.message, send.category, send.advice, ...send.notes].join("\n")).join("\n").toLowerCase();
    return words.every((word) => {
      if (head.includes(word) || said.includes(word)) return true;
      const escaped = JSON.stringify(word).slice(1, -1).replaceAll("<", "\\u003c");
      return rawText(file).includes(escaped) || (/[^\p{L}\p{N}_]/u.test(word) && plainText(file).includes(word));
    });
  }

  function filter() {
    const words = $("search").value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    const chosen = facets.filter((facet) => facet.chosen.size > 0);
    for (const file of files) {
      const isFound = words.length === 0 || holds(file, words);
      for (const send of file.sends) send.matches = isFound && chosen.every((facet) => facet.chosen.has(facet.of(send)));
      file.matches = file.sends.some((send) => send.matches) || (file.sends.length === 0 && isFound && chosen.length === 0);
      file.article.hidden = !file.matches;
      file.entry.hidden = !file.matches;
      for (const send of file.sends) send.card?.classList.toggle("aside", !send.matches);
    }
    $("nothing").hidden = files.length === 0 || files.some((file) => file.matches);
    if (current && !current.matches) setCurrent(null);
    showCounts();
  }

  const shown = () => decidable.filter((send) => send.matches);

  // MARK: Decisions

  const storageKey = `mail2graph report ${report.id}`;
  let savePending = false;

  /** What is kept in the browser is a convenience: where it may not keep anything, the page works without. */
  function remember() {
    if (savePending) return;
    savePending = true;
    setTimeout(() => {
      savePending = false;
      try {
        localStorage.setItem(storageKey, JSON.stringify(decidable.filter((send) => send.decision !== null).map((send) => [send.file.index, send.offset, send.decision])));
      } catch { /* storage is off or full */ }
    }, 200);
  }

  function recall() {
    let kept;
    try {
      kept = JSON.parse(localStorage.getItem(storageKey) || "[]");
    } catch {
      return;
    }
    let count = 0;
    for (const [index, offset, decision] of Array.isArray(kept) ? kept : []) {
      const send = files[index]?.open.find((one) => one.offset === offset);
      if (!send || typeof decision !== "boolean") continue;
      send.decision = decision;
      count += 1;
    }
    if (count > 0) say(`${plural(count, "decision")} from your last visit ${count === 1 ? "is" : "are"} here again.`);
  }

  function decide(these, decision) {
    const touched = new Set();
    for (const send of these) {
      if (send.place === null) continue;
      send.decision = decision;
      touched.add(send.file);
      if (send.card) showDecision(send);
    }
    for (const file of touched) {
      showLines(file);
      showEntry(file);
    }
    showCounts();
    remember();
  }

  // MARK: Counts

  function showCounts() {
    const count = (decision) => decidable.reduce((sum, send) => sum + (send.decision === decision ? 1 : 0), 0);
    const [accepted, rejected, undecided] = [count(true), count(false), count(null)];
    const parts = [["accepted", accepted], ["rejected", rejected], ["undecided", undecided]];
    $("counts").replaceChildren(...parts.flatMap(([name, value], index) => [index > 0 ? " · " : "", make("b", {}, String(value)), ` ${name}`]));
    $("meter-accepted").style.flexBasis = `${(100 * accepted) / Math.max(1, decidable.length)}%`;
    $("meter-rejected").style.flexBasis = `${(100 * rejected) / Math.max(1, decidable.length)}%`;
    const live = facets[0].counters;
    if (live) for (const [name, value] of parts) live.get(name).textContent = value;

    const matching = shown();
    const isAll = matching.length === decidable.length;
    const scripts = files.filter((file) => file.matches).length;
    $("shown").textContent = scripts === files.length
      ? `${plural(files.length, "script")}, ${plural(sends.length, "send")}`
      : `${scripts} of ${plural(files.length, "script")}, ${sends.filter((send) => send.matches).length} of ${plural(sends.length, "send")}`;
    $("accept-all").textContent = isAll ? "Accept all" : `Accept these ${matching.length}`;
    $("reject-all").textContent = isAll ? "Reject all" : `Reject these ${matching.length}`;
    for (const id of ["accept-all", "reject-all", "clear-all"]) $(id).disabled = matching.length === 0;
    $("save").disabled = decidable.length === 0;
    $("load").disabled = decidable.length === 0;
  }

  function showEntry(file) {
    if (file.open.length === 0) return;
    const decided = file.open.filter((send) => send.decision !== null).length;
    file.state.textContent = `${decided}/${file.open.length}`;
    file.state.classList.toggle("done", decided === file.open.length);
    file.state.setAttribute("aria-label", `${decided} of ${file.open.length} decided`);
  }

  function say(...content) {
    $("message").replaceChildren(...content);
    $("message").hidden = false;
  }

  // MARK: Scripts

  /** A path with its folders apart. */
  function pathParts(path) {
    const cut = path.lastIndexOf("/") + 1;
    return [make("i", {}, path.slice(0, cut)), path.slice(cut)];
  }

  function setUpFiles() {
    const list = document.createDocumentFragment();
    const articles = document.createDocumentFragment();
    for (const file of files) {
      const id = `s${file.index}`;
      file.state = make("span", { class: "state" });
      file.link = make("a", { href: `#${id}`, onclick: () => render(file) }, make("span", { class: "name path" }, ...pathParts(file.path)), file.state);
      file.entry = make("li", {}, file.link);
      list.append(file.entry);

      const badges = make("div", { class: "badges" });
      for (const outcome of Object.keys(outcomeNames)) {
        const count = file.sends.filter((send) => send.outcome === outcome).length;
        if (count > 0) badges.append(make("span", { class: `badge ${outcome}` }, `${count} ${outcomeWords[outcome][count === 1 ? 0 : 1]}`));
      }
      for (const category of new Set(file.sends.map((send) => send.category).filter(Boolean))) badges.append(make("span", { class: "badge" }, category));
      if (file.problems.some((problem) => !problem.isNote)) badges.append(make("span", { class: "badge problem" }, "problem"));
      const head = make("header", {}, make("h2", { id: `${id}h`, class: "path" }, ...pathParts(file.path)), badges);
      if (file.open.length > 1) {
        head.append(make("div", { class: "whole" },
          make("button", { type: "button", onclick: () => decide(file.open, true) }, `Accept ${file.open.length === 2 ? "both" : `all ${file.open.length}`}`),
          make("button", { type: "button", onclick: () => decide(file.open, false) }, file.open.length === 2 ? "Reject both" : `Reject all ${file.open.length}`)));
      }
      file.article = make("article", { id, "aria-labelledby": `${id}h` }, head);
      for (const problem of file.problems) {
        const place = problem.line ? `Line ${problem.line}: ` : "";
        const text = `${place}${problem.reason}${problem.advice ? `; ${problem.advice}` : ""}`;
        file.article.append(make("p", { class: problem.isNote ? "quiet" : "problem-text" }, text));
      }
      file.body = make("div", { class: "body" });
      file.body.style.minHeight = `${Math.min(60, 4 + 14 * file.sends.length)}rem`;
      if (file.sends.length > 0) file.article.append(file.body);
      articles.append(file.article);
      showEntry(file);
    }
    $("list").append(list);
    $("articles").append(articles);
  }

  /** The lines of a script; read when somebody comes near it. */
  function detail(file) {
    if (file.detail === undefined) file.detail = JSON.parse($(`d${file.index}`).textContent);
    return file.detail;
  }

  function render(file) {
    if (file.isRendered || file.sends.length === 0) return;
    file.isRendered = true;
    file.body.style.minHeight = "";
    file.lines = [];
    const content = detail(file) ? (view === "split" ? splitView(file) : unifiedView(file)) : file.sends.map(card);
    file.body.replaceChildren(...content);
    showLines(file);
  }

  // MARK: A send

  function card(send) {
    const id = `s${send.file.index}-${send.number}`;
    const line = make("span", { class: "line" }, `Line ${send.line}`);
    send.card = make("section", { class: `send ${send.outcome}`, id, tabindex: "-1", "aria-labelledby": `${id}h`, onclick: () => setCurrent(send, false) },
      make("h3", { id: `${id}h` }, line, make("b", {}, `${outcomeVerbs[send.outcome]}.`), ` ${send.message}`));
    if (send.advice) send.card.append(make("p", { class: "advice" }, send.advice));
    for (const note of send.notes) send.card.append(make("p", {}, make("b", {}, "Note: "), note));
    if (send.place !== null) {
      const button = (name, value, text, key) => make("button", {
        type: "button", class: name, "aria-keyshortcuts": key,
        onclick: () => decide([send], value),
      }, text);
      send.buttons = [[true, button("accept", true, "Accept", "a")], [null, button("undecide", null, "Undecided", "u")], [false, button("reject", false, "Reject", "r")]];
      send.card.append(make("div", { class: "choice", role: "group", "aria-label": `Decision about line ${send.line}` }, ...send.buttons.map(([, element]) => element)));
    }
    send.card.classList.toggle("aside", !send.matches);
    send.card.classList.toggle("current", send === current);
    showDecision(send);
    return send.card;
  }

  function showDecision(send) {
    if (send.place === null) return;
    send.card.classList.toggle("accepted", send.decision === true);
    send.card.classList.toggle("rejected", send.decision === false);
    for (const [value, button] of send.buttons) button.setAttribute("aria-pressed", String(send.decision === value));
  }

  /** Strikes out the lines that do not change as things are decided. */
  function showLines(file) {
    if (!file.lines) return;
    const dependences = file.detail ? file.detail.dependences : [];
    const isOff = dependences.map(([any, all]) =>
      all.some((place) => file.open[place].decision === false) || (any.length > 0 && any.every((place) => file.open[place].decision === false)));
    for (const [row, dependence] of file.lines) row.classList.toggle("off", isOff[dependence]);
  }

  // MARK: Diffs

  /** Class and text in turn, or text alone. */
  function piecesOf(line) {
    if (typeof line === "string") return [["", line]];
    const pieces = [];
    for (let index = 0; index < line.length; index += 2) pieces.push([line[index], line[index + 1]]);
    return pieces;
  }

  function code(line, kind = "") {
    const cell = make("td", { class: `code ${kind}` });
    for (const [kindOfText, text] of piecesOf(line)) {
      if (kindOfText === "") {
        cell.append(text);
      } else {
        const isMarked = kindOfText.endsWith("!");
        const name = isMarked ? kindOfText.slice(0, -1) : kindOfText;
        cell.append(make("span", { class: `${name}${isMarked ? " mark" : ""}`, title: name === "x" ? "Looks like a secret and is not shown" : null }, text));
      }
    }
    return cell;
  }

  const number = (value, kind = "") => make("td", { class: `no ${kind}`, "data-no": value ?? "" });
  const sign = (text, kind = "") => make("td", { class: `sign ${kind}` }, text);

  /** Walks the rows with their numbers. A table for each stretch between two sends. */
  function views(file, columns, layOut) {
    const { rows, places } = detail(file);
    const width = columns.length;
    const result = [];
    let table = null;
    let [oldLine, newLine] = [1, 1];
    let hidden = [];
    const add = (...elements) => {
      if (!table) {
        table = make("table", { class: layOut.name, "aria-label": `Lines of ${file.path}` },
          make("colgroup", {}, ...columns.map((name) => make("col", { class: name }))), make("tbody"));
        result.push(table);
      }
      table.tBodies[0].append(...elements);
    };
    const flush = () => {
      if (hidden.length === 0) return;
      const lines = hidden;
      hidden = [];
      const gap = make("tr", { class: "gap" });
      const open = () => gap.replaceWith(...lines);
      gap.append(make("td", { colspan: width }, make("button", { type: "button", onclick: open }, `Show ${plural(lines.length, "more line")}`)));
      add(gap);
    };
    for (let index = 0; index < rows.length;) {
      for (let place = places.indexOf(index); place >= 0; place = places.indexOf(index, place + 1)) {
        flush();
        table = null;
        result.push(card(file.sends[place]));
      }
      const [kind, value] = rows[index];
      if (kind <= 1) {
        const row = layOut.unchanged(value, oldLine, newLine);
        if (kind === 0) {
          flush();
          add(row);
        } else {
          hidden.push(row);
        }
        [oldLine, newLine, index] = [oldLine + 1, newLine + 1, index + 1];
      } else if (kind <= 3) {
        flush();
        let stop = index + 1;
        while (stop < rows.length && [2, 3, 5].includes(rows[stop][0]) && !places.includes(stop)) stop += 1;
        const changed = rows.slice(index, stop);
        add(...layOut.changed(changed, oldLine, newLine));
        oldLine += changed.filter((row) => row[0] === 2).length;
        newLine += changed.filter((row) => row[0] === 3).length;
        index = stop;
      } else {
        flush();
        if (kind === 4) {
          add(make("tr", { class: "gap" }, make("td", { colspan: width }, `${plural(value, "line")} further on`)));
          [oldLine, newLine] = [oldLine + value, newLine + value];
        } else {
          add(end());
        }
        index += 1;
      }
    }
    flush();
    places.forEach((place, position) => {
      if (place >= rows.length) result.push(card(file.sends[position]));
    });
    return result;
  }

  const end = () => make("tr", { class: "end" }, make("td", { colspan: 3 }), make("td", { class: "code" }, "no line end"));

  function noted(file, row, dependence) {
    file.lines.push([row, dependence]);
    return row;
  }

  function unifiedView(file) {
    return views(file, ["no", "no", "sign", "code"], {
      name: "unified",
      unchanged: (line, old, now) => make("tr", {}, number(old), number(now), sign(""), code(line)),
      changed: (rows, old, now) => rows.map(([kind, line, dependence]) => {
        if (kind === 5) return end();
        return kind === 2
          ? noted(file, make("tr", {}, number(old++, "removed"), number(null, "removed"), sign("−", "removed"), code(line, "removed")), dependence)
          : noted(file, make("tr", {}, number(null, "added"), number(now++, "added"), sign("+", "added"), code(line, "added")), dependence);
      }),
    });
  }

  function splitView(file) {
    return views(file, ["no", "code", "no", "code"], {
      name: "split",
      unchanged: (line, old, now) => make("tr", {}, number(old), code(line), number(now), code(line)),
      changed: (rows, old, now) => {
        const result = [];
        for (let start = 0; start < rows.length;) {
          // What was removed and what came in its place stand beside each other.
          const run = (kind) => {
            const first = start;
            while (start < rows.length && rows[start][0] === kind) start += 1;
            return rows.slice(first, start);
          };
          const [removed, added] = [run(2), run(3)];
          for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
            const [left, right] = [removed[index], added[index]];
            const row = make("tr", {},
              ...(left ? [number(old++, "removed"), code(left[1], "removed")] : [number(null, "blank"), code("", "blank")]),
              ...(right ? [number(now++, "added"), code(right[1], "added")] : [number(null, "blank"), code("", "blank")]));
            result.push(noted(file, row, (right ?? left)[2]));
          }
          if (start < rows.length && rows[start][0] === 5) {
            result.push(end());
            start += 1;
          }
        }
        return result;
      },
    });
  }

  // MARK: Layout

  let view = "unified";
  /** The scripts near the window; what is far away is drawn when it comes near. */
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) render(files[Number(entry.target.id.slice(1))]);
    }
  }, { rootMargin: "1200px 0px" });

  function setView(name) {
    const top = current?.card?.getBoundingClientRect().top;
    view = name;
    $("view-unified").setAttribute("aria-pressed", String(name === "unified"));
    $("view-split").setAttribute("aria-pressed", String(name === "split"));
    for (const file of files) {
      if (!file.isRendered) continue;
      file.isRendered = false;
      file.body.style.minHeight = `${file.body.offsetHeight}px`;
      near.unobserve(file.article);
      near.observe(file.article);
    }
    if (!current) return;
    render(current.file);
    if (top !== undefined) window.scrollBy(0, current.card.getBoundingClientRect().top - top);
  }

  const themes = [["", "◐", "as the system"], ["light", "☀", "light"], ["dark", "☾", "dark"]];
  let theme = 0;
  function setTheme(next) {
    theme = next;
    const [name, symbol, words] = themes[theme];
    if (name) document.documentElement.dataset.theme = name;
    else delete document.documentElement.dataset.theme;
    $("theme").textContent = symbol;
    $("theme").setAttribute("aria-label", `Colours: ${words}`);
    $("theme").title = `Colours: ${words}`;
    try {
      localStorage.setItem("mail2graph report colours", name);
    } catch { /* as with decisions */ }
  }

  // MARK: Moving about

  let current = null;

  function setCurrent(send, isMoving = true) {
    current?.card?.classList.remove("current");
    current?.file.link.removeAttribute("aria-current");
    current = send;
    if (!send) return;
    render(send.file);
    send.card.classList.add("current");
    send.file.link.setAttribute("aria-current", "true");
    if (!isMoving) return;
    send.card.focus({ preventScroll: true });
    send.card.scrollIntoView({ block: "start" });
    // Its neighbours were drawn by that, which moved it.
    requestAnimationFrame(() => send === current && send.card.scrollIntoView({ block: "start" }));
    send.file.link.scrollIntoView({ block: "nearest" });
  }

  function move(step) {
    const list = sends.filter((send) => send.matches);
    if (list.length === 0) return;
    const position = list.indexOf(current);
    const next = position < 0 ? (step > 0 ? 0 : list.length - 1) : position + step;
    if (next >= 0 && next < list.length) setCurrent(list[next]);
    else say(step > 0 ? "That was the last send." : "That is the first send.");
  }

  function decideCurrent(decision, isGoingOn) {
    if (!current) {
      move(1);
      return;
    }
    if (current.place === null) say(`There is nothing to decide about line ${current.line} of ${current.file.path}: it does not change.`);
    else decide([current], decision);
    if (!isGoingOn) return;
    const list = sends.filter((send) => send.matches);
    if (list.indexOf(current) < list.length - 1) move(1);
  }

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    a: () => decideCurrent(true, true),
    r: () => decideCurrent(false, true),
    u: () => decideCurrent(null, false),
    f: () => current && decide(current.file.open, true),
    F: () => current && decide(current.file.open, false),
    v: () => setView(view === "split" ? "unified" : "split"),
    s: () => save(),
    "/": () => $("search").focus(),
    "?": () => $("help-dialog").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("help-dialog").open) return;
    const isTyping = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
    if (isTyping) {
      if (event.key === "Escape") {
        $("search").value = "";
        filter();
        event.target.blur();
      }
      return;
    }
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  // Whoever comes to a send with the Tab key stands there.
  document.addEventListener("focusin", (event) => {
    const element = event.target.closest?.(".send");
    const send = element && sends.find((one) => one.card === element);
    if (send && send !== current) setCurrent(send, false);
  });

  // MARK: The plan

  const command = (name) => ["mail2graph migrate --plan", name, ...report.missing.map((option) => `${option.split(" ")[0]} …`)].join(" ");

  function save() {
    if (decidable.length === 0) return;
    const plan = {
      ...report.plan,
      files: files.filter((file) => file.planned).map((file) => ({
        ...file.planned,
        sends: file.planned.sends.map((send, place) => ({ ...send, accepted: file.open.find((one) => one.place === place)?.decision ?? null })),
      })),
    };
    const url = URL.createObjectURL(new Blob([`${JSON.stringify(plan, null, 2)}\n`], { type: "application/json" }));
    make("a", { href: url, download: "mail2graph-plan.json" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    const accepted = decidable.filter((send) => send.decision === true).length;
    say(`The plan is saved, with ${plural(accepted, "accepted send")}. Make the changes: `, make("code", {}, command("mail2graph-plan.json")));
  }

  async function load(chosen) {
    let plan;
    try {
      plan = JSON.parse(await chosen.text());
    } catch {
      say(`${chosen.name} is no JSON. Choose a plan that this page or mail2graph saved.`);
      return;
    }
    if (plan?.format !== report.plan.format || plan.version !== report.plan.version || !Array.isArray(plan.files)) {
      say(`${chosen.name} is no plan of this version of mail2graph.`);
      return;
    }
    const known = new Map(files.filter((file) => file.planned).map((file) => [JSON.stringify(file.planned.path), file]));
    let [taken, passed] = [0, 0];
    for (const planned of plan.files) {
      const file = known.get(JSON.stringify(planned.path));
      const isSame = file && file.planned.sha256 === planned.sha256 && file.planned.resultSha256 === planned.resultSha256;
      for (const send of Array.isArray(planned.sends) ? planned.sends : []) {
        if (typeof send.accepted !== "boolean") continue;
        const own = isSame ? file.open.find((one) => one.offset === send.offset) : undefined;
        if (own) decide([own], send.accepted);
        if (own) taken += 1;
        else passed += 1;
      }
    }
    say(`${plural(taken, "decision")} taken from ${chosen.name}.`
      + (passed > 0 ? ` ${plural(passed, "decision")} passed over: they are about scripts that are not in this report or came out otherwise.` : ""));
  }

  // MARK: Beginning

  function setUpTexts() {
    $("folder").textContent = report.folder;
    const count = (outcome) => sends.filter((send) => send.outcome === outcome).length;
    const stuck = report.files.reduce((sum, file) => sum + file.stuck, 0);
    const parts = [
      [count("moved"), "can move to Graph"], [count("secured"), "can get TLS 1.2"],
      [count("stays"), outcomeWords.stays[count("stays") === 1 ? 0 : 1]], [count("left"), "left for you"], [stuck, "in scripts that can't be changed"],
    ];
    const told = parts.filter(([value]) => value > 0);
    $("totals").replaceChildren(
      `${plural(report.scripts, "script")} read, ${plural(sends.length + stuck, "send")} found${told.length > 0 ? ": " : "."}`,
      ...told.flatMap(([value, words], index) => [make("b", {}, String(value)), ` ${words}${index < told.length - 1 ? ", " : "."}`]));
    const options = report.plan.options;
    const method = options.signIn.method ?? (options.target === "invoke-restmethod" ? "secret" : "certificate");
    const line = options.scope === "tls"
      ? ["Only TLS 1.2 is set; what sends stays on SMTP AUTH."]
      : ["Target ", make("code", {}, options.target), ", sign-in ", make("code", {}, method), `, Graph permissions ${report.permissions.join(", ")}.`];
    if (report.missing.length > 0) line.push(" Placeholders stand for what only you know; give it when you migrate: ", make("code", {}, report.missing.join(", ")), ".");
    $("options").replaceChildren(...line);
    document.querySelector("#help-dialog .command").textContent = command("mail2graph-plan.json");
    if (files.length === 0) {
      $("nothing").hidden = false;
      $("nothing").textContent = "No script of these sends mail.";
    }
  }

  $("search").addEventListener("input", filter);
  $("search").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.target.blur();
    move(1);
  });
  $("accept-all").addEventListener("click", () => decide(shown(), true));
  $("reject-all").addEventListener("click", () => decide(shown(), false));
  $("clear-all").addEventListener("click", () => decide(shown(), null));
  $("view-unified").addEventListener("click", () => setView("unified"));
  $("view-split").addEventListener("click", () => setView("split"));
  $("theme").addEventListener("click", () => setTheme((theme + 1) % themes.length));
  $("help").addEventListener("click", () => $("help-dialog").showModal());
  $("save").addEventListener("click", save);
  $("load").addEventListener("click", () => $("plan-file").click());
  $("plan-file").addEventListener("change", (event) => {
    const chosen = event.target.files[0];
    event.target.value = "";
    if (chosen) load(chosen);
  });
  $("reset").addEventListener("click", () => {
    $("search").value = "";
    for (const facet of facets) facet.chosen.clear();
    for (const box of document.querySelectorAll("#facets input")) box.checked = false;
    filter();
  });
  window.addEventListener("beforeprint", () => files.filter((file) => file.matches).forEach(render));

  let keptTheme = "";
  try {
    keptTheme = localStorage.getItem("mail2graph report colours") || "";
  } catch { /* as with decisions */ }
  setTheme(Math.max(0, themes.findIndex(([name]) => name === keptTheme)));
  setUpTexts();
  setUpFacets();
  setUpFiles();
  recall();
  files.forEach(showEntry);
  showCounts();
  for (const file of files) near.observe(file.article);
})();
