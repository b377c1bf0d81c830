// The live call. The page itself remembers which cue it showed last and when, and hands that back with each question.
import { listen } from "./live.js";
import "./patch-swap.js";
import { say } from "./say.js";

const root = document.getElementById("glance");
const now = () => document.getElementById("glance-now");
const title = () => document.getElementById("glance-title")?.textContent ?? "";
const ask = () => htmx.trigger(root, "calmdesk:changed");
let waiting = 0;
let told = title();

// What was held back is asked for again as soon as it may come.
function rest() {
  clearTimeout(waiting);
  const seconds = Number(now().dataset.againIn);
  if (seconds) waiting = setTimeout(ask, 1000 * seconds + 50);
}

root.addEventListener("htmx:configRequest", (event) => {
  const { move, after, at } = now().dataset;
  if (move) Object.assign(event.detail.parameters, { move, after, at });
});
root.addEventListener("calmdesk:patched", () => {
  rest();
  if (title() && title() !== told) say(title());
  told = title();
});
listen(root.dataset.events, ask, { freshAtOnce: true });
rest();
root.dataset.ready = "yes";
