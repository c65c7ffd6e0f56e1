// Layout, colours, and the keys.

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
  if (event.key === "Escape") $("message").hidden = true;
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
