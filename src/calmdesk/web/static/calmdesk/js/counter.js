// A visit to the counter: a tap changes the card without leaving the page.
import { say } from "./say.js";
import { sendInPlace } from "./send.js";

const root = document.getElementById("visit");
const card = () => root.querySelector(".counter-card");
const words = () => root.querySelector("#words");
let sent = null;

sendInPlace("visit");
root.addEventListener("submit", () => {
  sent = words().value;
});
root.addEventListener("calmdesk:patched", () => {
  // What somebody has typed on meanwhile stays.
  if (words().value === sent) words().value = "";
  sent = null;
  say(card().textContent.replace(/\s+/g, " ").trim());
});
root.dataset.ready = "yes";
