// A reply built from parts. They are fetched when somebody opens them; what is corrected stays on the page.
import { insert } from "./composer.js";
import { say } from "./say.js";

const BLANK = "…";
// Also in a chat: each paragraph can be sent as a message of its own.
const PARAGRAPH = "\n\n";

export function buildFromParts(details, field, thread) {
  if (!details) return;
  const body = details.querySelector(".build-body");
  let fetched = false;

  const fetchParts = async () => {
    const answer = await fetch(details.dataset.parts).catch(() => null);
    if (!answer?.ok) {
      body.textContent = "The parts could not be fetched. Close this and open it again to try once more.";
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    body.replaceChildren(...page.body.childNodes);
    fetched = true;
    count(body);
    // On a phone they begin below what is in sight.
    body.scrollIntoView({ block: "nearest" });
    details.dataset.ready = "yes";
  };
  // A press that moved the focus would let the resting reply grow, and the summary slip away before the click.
  details.querySelector("summary").addEventListener("mousedown", (event) => event.preventDefault());
  details.addEventListener("toggle", () => {
    if (details.open && !fetched) fetchParts();
  });
  // New words of theirs: what was corrected stays until the parts are opened the next time.
  thread?.addEventListener("calmdesk:patched", () => {
    fetched = false;
    if (details.open) body.querySelector("[data-parts-count]")?.replaceChildren("They wrote again. Close and open this to see it.");
  });
  body.addEventListener("change", () => count(body));
  body.addEventListener("input", (event) => corrected(event.target));
  body.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.altKey || event.ctrlKey || event.metaKey || !event.target.matches("[data-words]")) return;
    event.preventDefault();
    event.target.closest(".part").querySelector("[data-insert]").focus();
  });
  body.addEventListener("click", (event) => {
    const one = event.target.closest("[data-insert]");
    if (one) {
      const text = textOf(one.closest(".part"));
      put(field, text, " ");
      if (!text.includes(BLANK)) one.focus();
    }
    if (event.target.closest("[data-insert-all]")) put(field, allOf(body), PARAGRAPH);
  });
}

function corrected(words) {
  const part = words.closest?.(".part");
  if (!part) return;
  if (!words.textContent.trim()) words.replaceChildren();
  words.classList.add("corrected");
  const text = textOf(part);
  part.querySelector("input").setAttribute("aria-label", `Use: ${text}`);
  part.querySelector("[data-insert]").setAttribute("aria-label", `Insert: ${text}`);
}

function textOf(part) {
  const words = part.querySelector("[data-words]");
  const middle = words ? words.textContent.replace(/\s+/g, " ").trim() || BLANK : "";
  return part.querySelector("[data-before]").textContent + middle + part.querySelector("[data-after]").textContent;
}

function allOf(body) {
  const groups = [...body.querySelectorAll(".parts-group")].map((group) =>
    [...group.querySelectorAll(".part")].filter((part) => part.querySelector("input").checked).map(textOf).join(" "),
  );
  return groups.filter(Boolean).join(PARAGRAPH);
}

function count(body) {
  const chosen = body.querySelectorAll(".part input:checked").length;
  const all = body.querySelectorAll(".part").length;
  body.querySelector("[data-parts-count]")?.replaceChildren(`${chosen} of ${all} chosen`);
}

// At the end of the reply; what is still to be filled in is marked, so that one types over it.
function put(field, text, gap) {
  if (!text) return say("Nothing is chosen.");
  const start = field.value.length;
  const before = field.value && !/\s$/.test(field.value) ? gap : "";
  field.focus();
  field.setSelectionRange(start, start);
  insert(field, before + text);
  const blank = field.value.indexOf(BLANK, start);
  if (blank >= 0) field.setSelectionRange(blank, blank + BLANK.length);
  say(blank >= 0 ? "Put into the reply. One place is still to be filled in." : "Put into the reply.");
}
