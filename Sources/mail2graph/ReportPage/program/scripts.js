// The list of scripts, and a card for each send.

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
  file.extra = [];
  const content = detail(file) ? (view === "split" ? splitView(file) : unifiedView(file)) : file.sends.map(card);
  file.body.replaceChildren(...content);
  showLines(file);
}

// MARK: A send

/** The line, and which send it is where it has several. */
function placeOf(send) {
  const those = send.file.sends.filter((one) => one.line === send.line);
  return `Line ${send.line}${those.length > 1 ? `, send ${those.indexOf(send) + 1} of ${those.length}` : ""}`;
}

function card(send) {
  const id = `s${send.file.index}-${send.number}`;
  const line = make("span", { class: "line" }, placeOf(send));
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
    send.card.append(make("div", { class: "choice", role: "group", "aria-label": `Decision about ${placeOf(send).toLowerCase()}` }, ...send.buttons.map(([, element]) => element)));
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
