// The inbox: walk with j and k, and let new conversations come in by themselves.
import { walk } from "./keys.js";
import { listen } from "./live.js";
import "./patch-swap.js";
import { say } from "./say.js";

const inbox = document.getElementById("inbox");

walk(
  "j",
  "k",
  () => [...inbox.querySelectorAll(".row > a")],
  (row) => row.focus(),
);
listen(inbox.dataset.events, () => htmx.trigger(inbox, "calmdesk:changed"));

// What is asked for again is what the address line says, filters and all; whose it is stays as it was shown, so that
// answering a first one does not change the list under somebody's eyes.
inbox.addEventListener("htmx:configRequest", (event) => {
  if (event.target !== inbox) return;
  const asked = new URLSearchParams(location.search);
  if (!asked.has("whose")) asked.set("whose", document.getElementById("whose").value);
  event.detail.path = `${location.pathname}?${asked}`;
});

let count = inbox.querySelectorAll(".row").length;
inbox.addEventListener("calmdesk:patched", () => {
  const now = inbox.querySelectorAll(".row").length;
  if (now !== count) say(`${now} conversations`);
  count = now;
});
