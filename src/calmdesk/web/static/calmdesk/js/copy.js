// A button copies the words that stand before it.
import { say } from "./say.js";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy-text]");
  if (!button) return;
  const words = button.parentElement.querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(words.textContent);
    button.textContent = "Copied";
    say("Copied.");
  } catch {
    getSelection().selectAllChildren(words);
    say("Press Control and C to copy what is selected.");
  }
});
