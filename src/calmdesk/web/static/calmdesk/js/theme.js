// Runs before the page is drawn, so that a remembered theme never flashes. The switch itself is in page.js.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("calmdesk-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be closed; the system's colours are used then.
  }
})();
