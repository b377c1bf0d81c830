// hx-swap="patch": htmx fetches, patch.js puts it in place.
import { patch } from "./patch.js";

htmx.defineExtension("patch", {
  isInlineSwap: (style) => style === "patch",
  handleSwap(style, target, fragment) {
    if (style !== "patch") return false;
    const fresh = target.cloneNode(false);
    fresh.append(...fragment.childNodes);
    patch(target, fresh);
    target.dispatchEvent(new CustomEvent("calmdesk:patched", { bubbles: true }));
    return [target];
  },
});
