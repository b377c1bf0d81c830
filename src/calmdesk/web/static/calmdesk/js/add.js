// The add page: drop files anywhere on the zone, see what was chosen, and watch a large upload go.
import { dropZone } from "./drop.js";
import { offerExample } from "./example.js";
import { sendWithProgress } from "./upload.js";

const form = document.getElementById("add");

dropZone(form.querySelector("[data-drop]"), form.querySelector("input[type=file]"), form.querySelector("[data-chosen]"));
sendWithProgress(form);
offerExample(form.querySelector("[data-example]"), document.getElementById("example"), form);
