// The thread page: panel, keys, and updates while one looks.
import { composer } from "./composer.js";
import { follow } from "./follow.js";
import { onKey, walk } from "./keys.js";
import { listen } from "./live.js";
import { panel } from "./panel.js";
import { buildFromParts } from "./parts.js";
import "./patch-swap.js";
import { readingPlace } from "./reading-place.js";
import { say } from "./say.js";
import { sendInPlace } from "./send.js";
import { suggestions } from "./suggest.js";

const root = document.getElementById("thread");

panel(root);
follow(root);
readingPlace(root);
sendInPlace("thread", "next-move");
composer(document.getElementById("composer"), document.getElementById("next-move"));
buildFromParts(document.getElementById("build"), document.getElementById("reply"), root);
suggestions(document.getElementById("composer"));
listen(root.dataset.events, () => htmx.trigger(root, "calmdesk:changed"), { freshAtOnce: true });

const messages = () => [...root.querySelectorAll(".message")];
const arrive = (one) => {
  one.focus({ preventScroll: true });
  one.scrollIntoView({ block: "nearest" });
};
walk("j", "k", messages, arrive);
walk("n", "p", () => [...root.querySelectorAll(".messages a.mark")], arrive);
onKey("f", () => {
  const shift = root.querySelector(".message.shifted");
  if (shift) arrive(shift);
  return Boolean(shift);
});

let count = messages().length;
root.addEventListener("calmdesk:patched", () => {
  const now = messages().length;
  if (now > count) say(`${now - count} new ${now - count === 1 ? "message" : "messages"}. ${root.querySelector(".brief-look")?.textContent.replace(/\s+/g, " ").trim() ?? ""}`);
  count = now;
});

root.dataset.ready = "yes";
