// Words of the desk's language model: asked for only by a press, shown as plain text, put into the reply only by another.
import { insert } from "./composer.js";
import { say } from "./say.js";

const USE = { restatement: "Put it before the reply", calmer: "Take it instead of the draft" };

export function suggestions(form) {
  const part = form?.querySelector("#suggest");
  if (!part) return;
  const field = form.querySelector("textarea");
  const said = part.querySelector("#suggest-said");
  const shown = part.querySelector("#suggestion");
  const words = shown.querySelector(".suggestion-words");
  const use = shown.querySelector("[data-use]");
  const asks = [...part.querySelectorAll("[data-wanted]")];
  let busy = false;

  const ask = async (button) => {
    if (busy) return;
    wait(true);
    drop();
    tell("Asking the language model.");
    const wanted = button.dataset.wanted;
    const draft = field.value;
    const body = new FormData(form);
    body.set("wanted", wanted);
    if (wanted === "restatement") body.delete("text");
    const answer = await fetch(part.dataset.suggest, { method: "POST", body }).catch(() => null);
    const found = answer?.ok ? await answer.json().catch(() => null) : null;
    wait(false);
    if (!found?.words) return tell(found?.refused || "calmdesk did not answer. The reply is as it was.");
    if (wanted === "calmer" && field.value !== draft) return tell("The draft has changed since. Ask again for the new one.");
    show(wanted, found.words);
  };
  const wait = (now) => {
    busy = now;
    for (const one of asks) one.setAttribute("aria-disabled", String(now));
  };
  const tell = (sentence) => {
    said.textContent = sentence;
    if (sentence) said.scrollIntoView({ block: "nearest" });
  };
  const show = (wanted, text) => {
    tell("");
    words.textContent = text;
    shown.dataset.wanted = wanted;
    use.textContent = USE[wanted];
    shown.hidden = false;
    shown.scrollIntoView({ block: "nearest" });
    say(`Written by a language model: ${text}`);
  };
  const drop = () => {
    tell("");
    shown.hidden = true;
    words.textContent = "";
  };
  use.addEventListener("click", () => {
    const text = words.textContent;
    const isCalmer = shown.dataset.wanted === "calmer";
    drop();
    field.focus();
    field.setSelectionRange(0, isCalmer ? field.value.length : 0);
    insert(field, isCalmer || !field.value ? text : `${text} `);
  });
  shown.querySelector("[data-drop]").addEventListener("click", () => {
    drop();
    field.focus();
  });
  // A calmer form of what has been changed meanwhile would undo the change.
  field.addEventListener("input", () => {
    if (shown.dataset.wanted === "calmer" && !shown.hidden) drop();
  });
  for (const one of asks) one.addEventListener("click", () => ask(one));
}
