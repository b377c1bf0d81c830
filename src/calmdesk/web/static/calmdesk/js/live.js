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
  source.addEventListener("gone", () => {
    source.close();
    location.reload();
  });
  // Whatever happened between the drawing of the page, or a broken line, and now.
  source.addEventListener("open", soon);
  addEventListener("pagehide", () => source.close());
}
