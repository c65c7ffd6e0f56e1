// What the page knows: the scripts of the report, their sends, and how to make elements of them.

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

const outcomeNames = {
  moved: "Moves to Graph", secured: "Gets TLS 1.2 only", left: "Left for you", stays: "Stays on another server",
  elsewhere: "Calls another file's command",
};
/** One of them, several of them. */
const outcomeWords = {
  moved: ["moves to Graph", "move to Graph"], secured: ["gets TLS 1.2 only", "get TLS 1.2 only"], left: ["left for you", "left for you"],
  stays: ["stays on another server", "stay on another server"],
  elsewhere: ["calls another file's command", "call another file's command"],
};
const outcomeVerbs = { moved: "Moves", secured: "Secured", left: "Left", stays: "Stays", elsewhere: "Elsewhere" };

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
