// Small forms (silence, undo, a corrected role, a mark) are sent without leaving the page: what comes back is the page
// as it is now, and the parts named by `ids` are made like it.
import { patch } from "./patch.js";
import { say } from "./say.js";

let latest = 0;

export function sendInPlace(...ids) {
  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-patch]");
    if (!form || form.dataset.plain) return;
    event.preventDefault();
    const body = new FormData(form, event.submitter);
    const mine = ++latest;
    const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
    if (!answer?.ok) {
      form.dataset.plain = "yes";
      form.requestSubmit(event.submitter);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // Where several were sent quickly, an early answer that comes late would show an old state.
    if (mine === latest) for (const id of [...ids, "notices"]) arrive(id, page);
  });
}

function arrive(id, page) {
  const here = document.getElementById(id);
  const fresh = page.getElementById(id);
  if (!here || !fresh) return;
  patch(here, fresh);
  here.dispatchEvent(new CustomEvent("calmdesk:patched", { bubbles: true }));
  if (id === "notices" && here.textContent.trim()) {
    here.classList.add("floating");
    say(here.textContent.replace(/\s+/g, " ").trim());
  }
}
