// Single keys, off while somebody types and off for good where the person says so.
import { recall, remember } from "./memory.js";

const actions = new Map();

export function onKey(key, action) {
  actions.set(key, action);
}

export function keysOn() {
  return recall("keys") !== "off";
}

export function listenForKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "Escape" && (typing(event.target) || !keysOn())) return;
    if (document.querySelector("dialog[open]")) return;
    if (actions.get(event.key)?.(event) === true) event.preventDefault();
  });
}

export function shortcutsDialog(dialog, opener) {
  const choice = dialog.querySelector("[data-shortcuts-on]");
  choice.checked = keysOn();
  choice.addEventListener("change", () => remember("keys", choice.checked ? null : "off"));
  opener?.addEventListener("click", () => dialog.showModal());
  onKey("?", () => {
    dialog.showModal();
    return true;
  });
}

// Walks with one key pair through the elements that `find` gives, in the order of the page.
export function walk(forward, back, find, arrive) {
  const step = (by) => {
    const all = find();
    if (!all.length) return false;
    const here = all.findIndex((one) => one === document.activeElement || one.contains(document.activeElement));
    const from = here === -1 ? (by > 0 ? -1 : all.length) : here;
    arrive(all[Math.min(all.length - 1, Math.max(0, from + by))]);
    return true;
  };
  onKey(forward, () => step(1));
  onKey(back, () => step(-1));
}

function typing(element) {
  return element.isContentEditable || element.matches("input:not([type=checkbox], [type=radio]), textarea, select");
}
