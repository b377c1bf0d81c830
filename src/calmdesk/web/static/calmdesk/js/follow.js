// Whoever has the end of the thread in sight keeps it in sight while messages arrive; whoever reads further up, or has a
// card open, is left where they are.
export function follow(root) {
  let atEnd = false;
  root.addEventListener("htmx:beforeSwap", () => {
    const last = root.querySelector(".message:last-child");
    atEnd = Boolean(last) && last.getBoundingClientRect().bottom <= innerHeight && !root.querySelector(".card.chosen");
  });
  root.addEventListener("calmdesk:patched", () => {
    if (atEnd) root.querySelector(".message:last-child")?.scrollIntoView({ block: "nearest" });
    atEnd = false;
  });
}
