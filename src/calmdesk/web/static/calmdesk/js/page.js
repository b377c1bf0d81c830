// What every page has.
import { listenForKeys, onKey, shortcutsDialog } from "./keys.js";
import { pressing } from "./pressing.js";
import { themeSwitch } from "./theme-switch.js";

listenForKeys();
pressing(document.querySelector("[data-pressing]"));
document.querySelectorAll("[data-theme-switch]").forEach(themeSwitch);
shortcutsDialog(document.getElementById("shortcuts"), document.querySelector("[data-shortcuts-open]"));
onKey("/", () => {
  const field = document.querySelector("input[type=search]");
  field?.focus();
  return Boolean(field);
});
onKey("u", () => {
  const up = document.querySelector("[data-up]");
  up?.click();
  return Boolean(up);
});

// On a phone the navigation is wider than the window.
document.querySelector(".frame-nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
