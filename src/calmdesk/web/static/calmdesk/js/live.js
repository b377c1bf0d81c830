// Listens to the server. A burst of events asks for one fresh copy; the page itself decides what that means.
export function listen(address, changed) {
  if (!address) return;
  let waiting = 0;
  const source = new EventSource(address);
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 40);
  };
  source.addEventListener("changed", soon);
  source.addEventListener("message", soon);
  let lost = false;
  source.addEventListener("error", () => {
    lost = true;
  });
  source.addEventListener("open", () => {
    if (lost) soon();
    lost = false;
  });
  addEventListener("pagehide", () => source.close());
}
