// The plan: saved to a file, loaded from one.

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
  const count = (decision) => decidable.filter((send) => send.decision === decision).length;
  const undecided = count(null) > 0 ? ` What is undecided (${plural(count(null), "send")}) stays as it is.` : "";
  say(`The plan is saved, with ${plural(count(true), "accepted send")}.${undecided} Make the changes: `, make("code", {}, command("mail2graph-plan.json")));
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
