// The panel inside another helpdesk's page. Its value goes with each request in a header: cookies are blocked there, and
// an event stream, which cannot send headers, would need a secret in its address. So the card is asked for instead.
import { composer } from "./composer.js";
import { patch } from "./patch.js";
import { say } from "./say.js";

// The token has done its work; nobody needs to find it in the address.
history.replaceState(null, "", location.pathname);

const EVERY = 10_000;
const root = document.getElementById("desk-panel");
const { carried } = root.dataset;
delete root.dataset.carried;

let latest = 0;
let timer = 0;

async function ask(address, options = {}) {
  const headers = { ...options.headers, "X-Calmdesk-Panel": carried };
  const answer = await fetch(address, { ...options, headers, credentials: "omit" });
  if (answer.status === 403) end();
  return answer;
}

// What somebody was writing stays where it is, and can still be copied.
function end() {
  clearInterval(timer);
  document.getElementById("panel-ended").textContent = "This panel has ended. Open the ticket again for a fresh one.";
  root.classList.add("ended");
}

async function show(address, options, ...ids) {
  const mine = ++latest;
  const answer = await ask(address, options).catch(() => null);
  if (!answer?.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  // An early answer that comes late would show an old state.
  if (mine !== latest) return true;
  const before = title();
  for (const id of ids) patch(document.getElementById(id), page.getElementById(id));
  if (title() !== before) say(title() ? `Next move: ${title()}` : "No next move now.");
  return true;
}

function title() {
  return document.getElementById("move-title")?.textContent ?? "";
}

function refresh() {
  if (!document.hidden && !root.classList.contains("ended")) show(root.dataset.card, {}, "next-move");
}

root.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-patch]");
  if (!form) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  const done = await show(form.action, { method: "POST", body }, "next-move", "panel-undo");
  if (!done) return say("That did not arrive. Try it again.");
  // What was pressed is gone; the keyboard goes on from its counterpart.
  const reasons = document.getElementById("move-no");
  if (reasons) reasons.open = false;
  (document.querySelector("#panel-undo button") ?? reasons?.querySelector("summary"))?.focus();
});

composer(document.getElementById("composer"), document.getElementById("next-move"), ask);
timer = setInterval(refresh, EVERY);
document.addEventListener("visibilitychange", refresh);
root.dataset.ready = "yes";
