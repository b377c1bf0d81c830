// Shows on the tension line which messages are on the screen.
export function readingPlace(root) {
  const seen = new Set();
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) isIntersecting ? seen.add(target.id) : seen.delete(target.id);
    for (const stop of root.querySelectorAll(".tension-stop")) {
      stop.classList.toggle("reading", seen.has(stop.getAttribute("href").slice(1)));
    }
  });
  const watch = () => root.querySelectorAll(".message").forEach((message) => watcher.observe(message));
  watch();
  root.addEventListener("calmdesk:patched", watch);
}
