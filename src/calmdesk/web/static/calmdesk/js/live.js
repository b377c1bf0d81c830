// Listens to the server. The first event asks for a fresh copy at once, a burst after it for one more.
const PAUSE = 150;

export function listen(address, changed, { freshAtOnce = false } = {}) {
  if (!address) return;
  let pausing = false;
  let another = false;
  const source = new EventSource(address);
  const soon = () => {
    another = pausing;
    if (pausing) return;
    pausing = true;
    setTimeout(() => {
      pausing = false;
      if (another) soon();
    }, PAUSE);
    changed();
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
