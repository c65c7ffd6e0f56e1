// What was decided, where it is kept and how it is counted.

// MARK: Decisions

const storageKey = `mail2graph report ${report.id}`;
let savePending = 0;

/** What is kept in the browser is a convenience: where it may not keep anything, the page works without. */
function keep() {
  savePending = 0;
  try {
    localStorage.setItem(storageKey, JSON.stringify(decidable.filter((send) => send.decision !== null).map((send) => [send.file.index, send.offset, send.decision])));
  } catch { /* storage is off or full */ }
}

/** Soon, so that many decisions at once are written once. */
function remember() {
  savePending ||= setTimeout(keep, 200);
}

// Whoever leaves before that has decided all the same.
window.addEventListener("pagehide", () => {
  if (!savePending) return;
  clearTimeout(savePending);
  keep();
});

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
  $("message").hidden = false;
  $("message-text").replaceChildren(...content);
}
