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

// What is asked for again is what the address line says, filters and all.
inbox.addEventListener("htmx:configRequest", (event) => {
  if (event.target === inbox) event.detail.path = location.pathname + location.search;
});

let count = inbox.querySelectorAll(".row").length;
inbox.addEventListener("calmdesk:patched", () => {
  const now = inbox.querySelectorAll(".row").length;
  if (now !== count) say(`${now} conversations`);
  count = now;
});
