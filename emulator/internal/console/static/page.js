// The page: asks the admin interface every second and shows what it says. What
// requests carry is shown as text only, never as markup.

const byId = (id) => document.getElementById(id);
const interval = 1000;
const mostEntries = 200;
const mostClusters = 500;

const kinds = ["status", "latency", "reset", "reset-after", "refuse", "truncate", "drip", "garbage", "content-type",
  "oversize", "duplicate", "expire-token", "clock-skew"];
const operations = ["CreateCluster", "GetClusters", "GetCluster", "PatchCluster", "DeleteCluster", "GetClusterKubeconfig",
  "CreateClusterNodepool", "GetClusterNodepools", "GetClusterNodepool", "PatchClusterNodepool", "DeleteClusterNodepool",
  "VersionsGet", "CheckCredentials", "GetDatacenters", "GetDatacenter"];

async function ask(path, options) {
  const response = await fetch("admin/" + path, options);
  if (response.status === 204) return null;
  const body = await response.json();
  if (!response.ok) throw new Error(body.message || response.statusText);
  return body;
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

// cell makes a table cell; text is all that it can hold.
function cell(text, className = "", tag = "td") {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  if (tag === "th") element.scope = "row";
  return element;
}

function row(className, ...cells) {
  const element = document.createElement("tr");
  if (className) element.className = className;
  element.append(...cells);
  return element;
}

// show replaces a table's rows when they have changed, and leaves it alone
// otherwise, for the sake of who has selected something or listens to it.
function show(id, rows, columns, nothing) {
  const body = byId(id);
  if (rows.length === 0) {
    const empty = cell(nothing, "none");
    empty.colSpan = columns;
    rows = [row("", empty)];
  }
  const next = rows.map((each) => each.outerHTML).join("");
  if (body.dataset.shown === next) return;
  body.dataset.shown = next;
  body.replaceChildren(...rows);
}

function looks(state) {
  if (state === "AVAILABLE") return "good";
  return state.startsWith("FAILED") ? "bad" : "busy";
}

function next(resource, now) {
  const waiting = resource.queue.length > 1 ? `, ${resource.queue.length - 1} more wait` : "";
  if (!resource.next) return resource.queue.length ? `${resource.queue[0]} waits${waiting}` : "";
  const seconds = Math.max(0, Math.ceil((Date.parse(resource.next) - now) / 1000));
  return `${resource.queue[0] || "removal"} in ${seconds} s${waiting}`;
}

function resourceRow(resource, now) {
  return row(resource.kind === "nodepool" ? "pool" : "cluster",
    cell(resource.name, "", "th"),
    cell(resource.state, looks(resource.state)),
    cell(next(resource, now)),
    cell(resource.version),
    cell(resource.properties.nodeCount ?? ""),
    cell(resource.revision),
    cell(resource.createdBy),
    cell(resource.id, "id"));
}

function showState(state) {
  const now = Date.parse(state.now);
  const rows = state.clusters.flatMap((cluster) => [cluster, ...cluster.nodePools ?? []]).map((each) => resourceRow(each, now));
  const shown = state.clusters.length;
  byId("counts").textContent = `${shown === mostClusters ? "the latest " : ""}${shown} of ${state.total}`;
  show("resources", rows, 8, state.total ? "Nothing fits." : "There are no clusters yet.");
}

const entries = [];
let since = 0;

function showJournal(journal) {
  if (journal.next < since) entries.length = 0; // the program has begun anew
  since = journal.next;
  for (const entry of journal.items) entries.unshift(entry);
  entries.length = Math.min(entries.length, mostEntries);
  show("journal", entries.map((e) => row("",
    cell(e.number, "", "th"),
    cell(e.time.slice(11, 23)),
    cell(`${e.method} ${e.path}${e.query ? "?" + e.query : ""}`, "request"),
    cell(e.person ?? "a stranger"),
    cell(e.status || "none", e.status >= 400 || !e.status ? "bad" : "good"),
    cell(e.effect ?? ""),
    cell(e.fault ?? ""))), 7, "Nobody has asked anything yet.");
}

function showFaults(faults) {
  show("faults", faults.items.map(({ fault, seen, hits }) => {
    const { id, kind, operations: about, ...details } = fault;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Remove";
    button.dataset.fault = id;
    button.setAttribute("aria-label", `Remove ${id}`);
    const last = document.createElement("td");
    last.append(button);
    return row("", cell(kind, "", "th"), cell(about ? about.join(", ") : "all"), cell(`${hits} of ${seen}`),
      cell(Object.entries(details).map(([name, value]) => `${name} ${value}`).join(", ")), last);
  }), 5, "Nothing goes wrong on purpose.");
}

function showClock(clock) {
  byId("now").textContent = clock.now.slice(0, 19).replace("T", " ") + " UTC";
  byId("speed").textContent = clock.speed;
  for (const button of byId("clock").querySelectorAll("button")) button.disabled = !clock.adjustable;
}

async function refresh() {
  const [state, journal, faults, clock] = await Promise.all([
    ask(`state?last=${mostClusters}&text=${encodeURIComponent(byId("filter").value.trim())}`),
    ask(`journal?since=${since}&last=${mostEntries}`), ask("faults"), ask("clock")]);
  showState(state);
  showJournal(journal);
  showFaults(faults);
  showClock(clock);
}

// say tells how the connection is, and only when that has changed.
function say(text, lost) {
  const connection = byId("connection");
  if (connection.textContent === text) return;
  connection.textContent = text;
  connection.classList.toggle("lost", lost);
}

let asking = null;

// update never asks twice at the same time.
function update() {
  asking ??= refresh()
    .then(() => say("live", false), (error) => say("no answer: " + error.message, true))
    .finally(() => { asking = null; });
  return asking;
}

// change does what a button says and shows the result at once.
async function change(what) {
  byId("problem").textContent = "";
  try {
    await what();
  } catch (error) {
    byId("problem").textContent = error.message;
  }
  await asking;
  await update();
}

byId("clock").addEventListener("click", ({ target }) => {
  if (target.dataset.advance) change(() => post("clock", { advance: target.dataset.advance }));
  if (target.dataset.speed) change(() => post("clock", { speed: Number(target.dataset.speed) }));
});

byId("faults").addEventListener("click", ({ target }) => {
  if (target.dataset.fault) change(() => ask("faults/" + encodeURIComponent(target.dataset.fault), { method: "DELETE" }));
});

byId("clear").addEventListener("click", () => change(() => ask("faults", { method: "DELETE" })));

byId("filter").addEventListener("input", async () => {
  await asking; // it may have begun with the text before
  update();
});

byId("add").addEventListener("submit", (event) => {
  event.preventDefault();
  const fault = {};
  for (const input of event.target.elements) {
    if (!input.name || input.disabled || !input.value) continue;
    if (input.name === "operation") fault.operations = [input.value];
    else fault[input.name] = input.type === "number" ? Number(input.value) : input.value;
  }
  change(() => post("faults", fault));
});

// Only what a kind of fault knows can be filled in.
function offer() {
  const { kind } = byId("add").elements;
  for (const label of byId("add").querySelectorAll("label[data-for]")) {
    label.hidden = !label.dataset.for.split(" ").includes(kind.value);
    label.control.disabled = label.hidden;
  }
}

byId("add").elements.kind.addEventListener("change", offer);

for (const [name, values] of [["kind", kinds], ["operation", operations]]) {
  byId("add").elements[name].append(...values.map((value) => new Option(value, value)));
}
offer();

(async function live() {
  for (;;) {
    if (!document.hidden) await update();
    await new Promise((resume) => setTimeout(resume, interval));
  }
})();
