// Narrows a list that is all on the page already, while one types.
for (const box of document.querySelectorAll("[data-filter]")) {
  const field = box.querySelector("[data-filter-field]");
  const none = box.querySelector("[data-filter-none]");
  const narrow = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const group of box.querySelectorAll("[data-filter-group]")) {
      let here = 0;
      for (const item of group.querySelectorAll("[data-filter-item]")) {
        const text = item.textContent.toLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
        here += !item.hidden;
      }
      group.hidden = here === 0;
      shown += here;
    }
    none.hidden = shown > 0;
  };
  field.addEventListener("input", narrow);
  narrow();
}
