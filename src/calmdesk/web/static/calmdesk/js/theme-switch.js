// One button walks through: as the system has it, light, dark.
import { recall, remember } from "./memory.js";

const ORDER = ["system", "light", "dark"];
const WORDS = { system: "as the system has them", light: "light", dark: "dark" };

export function themeSwitch(button) {
  show(button, recall("theme") ?? "system");
  button.addEventListener("click", () => {
    const next = ORDER[(ORDER.indexOf(recall("theme") ?? "system") + 1) % ORDER.length];
    remember("theme", next === "system" ? null : next);
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    show(button, next);
  });
}

function show(button, theme) {
  const words = `Colours: ${WORDS[theme] ?? WORDS.system}`;
  button.setAttribute("aria-label", words);
  button.title = words;
}
