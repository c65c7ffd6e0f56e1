// Sets the page up.

function setUpTexts() {
  $("folder").textContent = report.folder;
  const count = (outcome) => sends.filter((send) => send.outcome === outcome).length;
  const stuck = report.files.reduce((sum, file) => sum + file.stuck, 0);
  const parts = [
    [count("moved"), "can move to Graph"], [count("secured"), "can get TLS 1.2"],
    ...["stays", "elsewhere"].map((outcome) => [count(outcome), outcomeWords[outcome][count(outcome) === 1 ? 0 : 1]]),
    [count("left"), "left for you"], [stuck, "in scripts that can't be changed"],
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
$("dismiss").addEventListener("click", () => { $("message").hidden = true; });
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
