// Listens to the server. A burst of events asks for one fresh copy; the page itself decides what that means.
export function listen(address, changed, { freshAtOnce = false } = {}) {
  if (!address) return;
  let waiting = 0;
  const source = new EventSource(address);
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 40);
  };
  source.addEventListener("changed", soon);
  source.addEventListener("message", soon);
  source.addEventListener("gone", () => {
    source.close();
    location.reload();
  });
  // After a broken line, and where `freshAtOnce` also between the drawing of the page and now, something may be missed.
  let isMissing = freshAtOnce;
  source.addEventListener("error", () => {
    isMissing = true;
  });
  source.addEventListener("open", () => {
    if (isMissing) soon();
    isMissing = false;
  });
  addEventListener("pagehide", () => source.close());
}
