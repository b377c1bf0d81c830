// Small forms (silence, undo, a corrected role) are sent without leaving the page; what they change comes back as a patch.
export function sendInPlace(root) {
  root.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-patch]");
    if (!form) return;
    event.preventDefault();
    const body = new FormData(form, event.submitter);
    const answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true" } }).catch(() => null);
    if (!answer?.ok) {
      form.submit();
      return;
    }
    root.dispatchEvent(new CustomEvent("calmdesk:sent", { detail: await answer.text() }));
    htmx.trigger(root, "calmdesk:changed");
  });
}
