// Sends a form with files, showing how far it is. Answers with problems are put on the page; a redirect is followed.
import { patch } from "./patch.js";
import { size } from "./drop.js";

export function sendWithProgress(form) {
  const bar = form.querySelector("[data-progress]");
  const word = form.querySelector("[data-progress-word]");
  const button = form.querySelector("button.main");
  const limit = Number(form.dataset.limitMb) * 1_000_000;

  form.addEventListener("submit", (event) => {
    const files = [...form.querySelector("input[type=file]").files];
    const total = files.reduce((sum, file) => sum + file.size, 0);
    if (limit && total > limit) {
      event.preventDefault();
      word.textContent = `${size(total)} is more than the ${form.dataset.limitMb} MB that are allowed. Split it, and add the parts one by one.`;
      return;
    }
    if (total < 500_000) return;
    event.preventDefault();
    button.disabled = true;
    bar.hidden = false;
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    request.upload.addEventListener("progress", ({ loaded, total: all }) => {
      bar.value = (100 * loaded) / all;
      word.textContent = loaded < all ? `${size(loaded)} of ${size(all)}` : "Reading it …";
    });
    request.addEventListener("load", () => arrived(request));
    request.addEventListener("error", () => failed("The connection was lost. Nothing was added; try again."));
    request.send(new FormData(form));
  });

  function failed(sentence) {
    button.disabled = false;
    bar.hidden = true;
    word.textContent = sentence;
  }

  function arrived(request) {
    const problems = request.response?.getElementById("problems");
    if (problems) {
      failed("");
      patch(document.getElementById("problems"), problems);
      document.getElementById("problems").scrollIntoView({ block: "center" });
    } else if (request.status === 413) {
      failed("That is more than calmdesk takes in at once. Split it, and add the parts one by one.");
    } else if (request.status >= 400) {
      failed("It could not be added. Try again.");
    } else {
      location.assign(request.responseURL);
    }
  }
}
