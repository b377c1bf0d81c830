// Underlines beneath a text field: a copy of its words lies behind it and scrolls with it.
export function marks(layer, field) {
  const follow = () => {
    layer.scrollTop = field.scrollTop;
  };
  field.addEventListener("scroll", follow, { passive: true });
  return (text, findings) => {
    const parts = [];
    let at = 0;
    for (const one of [...findings].sort((a, b) => a.start_utf16 - b.start_utf16)) {
      if (one.start_utf16 < at) continue;
      parts.push(text.slice(at, one.start_utf16));
      const line = document.createElement("span");
      line.className = `draft-mark ${one.severity}`;
      line.textContent = text.slice(one.start_utf16, one.end_utf16);
      parts.push(line);
      at = one.end_utf16;
    }
    // A last line that is empty has a height only with something in it.
    layer.replaceChildren(...parts, text.slice(at) + "\u200b");
    follow();
  };
}
