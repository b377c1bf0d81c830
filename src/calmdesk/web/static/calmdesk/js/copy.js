// Buttons that put ready words on the clipboard. Where the page is not served securely the browser offers no clipboard
// to scripts, and the older way is taken.
import { say } from "./say.js";

const SHOWN = 1600;

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy-words]");
  if (!button) return;
  const done = await copied(button.dataset.copyWords);
  say(done ? "The words are copied." : "They could not be copied. Select them and copy them yourself.");
  button.textContent = done ? "Copied" : "Select it";
  setTimeout(() => (button.textContent = "Copy"), SHOWN);
});

async function copied(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copiedTheOlderWay(words);
  }
}

function copiedTheOlderWay(words) {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = words;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  before?.focus();
  return done;
}
