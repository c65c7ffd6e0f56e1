// Which sends are shown.

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
