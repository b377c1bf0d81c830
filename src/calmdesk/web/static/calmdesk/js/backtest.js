// Marking samples without a mouse: each mark goes on to the next one that nobody has marked.
import { onKey, walk } from "./keys.js";
import { sendInPlace } from "./send.js";

const MARKS = { r: "right", w: "wrong", e: "unsure" };
const report = document.getElementById("report");
const samples = () => [...report.querySelectorAll(".sample")];

sendInPlace("report");
walk("j", "k", samples, arrive);

for (const [key, mark] of Object.entries(MARKS)) {
  onKey(key, () => {
    const sample = document.activeElement.closest(".sample") ?? next();
    if (!sample) return false;
    sample.querySelector(`button[value=${mark}]`).click();
    const after = next(sample);
    if (after) arrive(after);
    return true;
  });
}

report.dataset.ready = "yes";

function next(sample) {
  const all = samples();
  const from = sample ? all.indexOf(sample) + 1 : 0;
  return all.slice(from).find((one) => !one.classList.contains("marked"));
}

function arrive(sample) {
  sample.focus({ preventScroll: true });
  sample.scrollIntoView({ block: "center" });
}
