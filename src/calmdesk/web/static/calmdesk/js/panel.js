// The side panel. Pointing at a mark or reaching it with the keyboard shows its card; a click or Enter keeps it and
// moves there; Escape goes back to the words.
import { onKey } from "./keys.js";

const MARKS = "[data-keys]";
const REST = 180;

export function panel(root) {
  let kept = false;
  let origin = null;
  let resting = 0;
  let chosen = "";
  let returning = false;

  const show = (mark) => {
    chosen = mark.dataset.keys;
    draw(root, chosen);
  };
  const close = () => {
    if (!chosen) return false;
    chosen = "";
    kept = false;
    draw(root, chosen);
    returning = true;
    if (origin?.isConnected) origin.focus({ preventScroll: true });
    returning = false;
    origin = null;
    return true;
  };

  root.addEventListener("pointerover", (event) => {
    const mark = event.target.closest(MARKS);
    clearTimeout(resting);
    if (mark && !kept && event.pointerType === "mouse") resting = setTimeout(show, REST, mark);
  });
  root.addEventListener("focusin", (event) => {
    const mark = event.target.closest(MARKS);
    if (!returning && mark?.matches(":focus-visible") && wide()) {
      kept = false;
      show(mark);
    }
  });
  root.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) {
      close();
      return;
    }
    const mark = event.target.closest(MARKS);
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clearTimeout(resting);
    origin = mark;
    kept = true;
    show(mark);
    if (mark.matches(".mark-place")) showWords(root, chosen);
    const card = root.querySelector(".card.chosen");
    if (!wide()) mark.scrollIntoView({ block: "start" });
    if (event.detail === 0 || !wide()) card?.focus({ preventScroll: wide() });
  });
  root.addEventListener("calmdesk:patched", () => draw(root, chosen));
  onKey("Escape", close);
}

function draw(root, chosen) {
  const keys = new Set(chosen.split(" ").filter(Boolean));
  for (const seen of root.querySelectorAll(".seen")) seen.classList.toggle("chosen", keys.has(seen.id));
  for (const card of root.querySelectorAll(".card")) {
    card.classList.toggle("chosen", Boolean(card.querySelector(".seen.chosen")));
  }
  for (const mark of root.querySelectorAll(MARKS)) mark.classList.toggle("chosen", Boolean(chosen) && mark.dataset.keys === chosen);
}

function showWords(root, chosen) {
  const words = [...root.querySelectorAll("a.mark")].find((one) => one.dataset.keys.split(" ").includes(chosen));
  words?.classList.add("chosen");
  words?.scrollIntoView({ block: "center" });
}

function wide() {
  return matchMedia("(min-width: 64rem)").matches;
}
