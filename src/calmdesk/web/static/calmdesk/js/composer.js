// The reply: checked a moment after the last key, underlined in place, mended with one key. What is typed stays on the
// page: it is sent to be checked, and kept nowhere.
import { onKey } from "./keys.js";
import { findingsList } from "./findings.js";
import { marks } from "./marks.js";
import { say } from "./say.js";

const REST = 220;

const MOVES = {
  acknowledges: "names the effect",
  paraphrases: "restates",
  summarises: "restates",
  checks_understanding: "checks it is right",
  clarifies_one: "one question",
  next_step: "next step",
  time: "a time",
  status: "status",
  answers: "an answer",
  offers_choice: "a choice",
  boundary: "a limit",
};

// `ask` is how the page speaks to the server: as fetch does, or with more said in each request.
export function composer(form, card, ask = fetch.bind(window)) {
  if (!form) return;
  const field = form.querySelector("textarea");
  const holds = form.querySelector("#holds");
  const unread = form.querySelector("#not-checked");
  const draw = marks(form.querySelector(".composer-marks"), field);
  let findings = [];
  let waiting = 0;
  let asking = null;

  const check = async () => {
    const text = field.value;
    asking?.abort();
    if (!text.trim()) return show(text, { findings: [], moves: [], missing: [] });
    asking = new AbortController();
    const body = new FormData(form);
    const answer = await ask(form.dataset.check, { method: "POST", body, signal: asking.signal }).catch(() => null);
    if (answer?.ok && field.value === text) show(text, await answer.json());
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, REST);
  };
  const show = (text, found) => {
    findings = found.findings;
    draw(text, findings);
    list(findings);
    drawHolds(holds, found);
    unread.hidden = !found.not_read?.length;
    unread.textContent = (found.not_read ?? []).map((part) => `Not checked: ${part.why}.`).join(" ");
    form.dataset.checked = text.length;
  };
  const replace = (finding, words) => {
    field.focus();
    field.setSelectionRange(finding.start_utf16, finding.end_utf16);
    insert(field, words);
    check();
  };
  const decline = (finding) => {
    const body = new FormData(form);
    body.delete("text");
    body.set("rule", finding.rule);
    body.set("why", "words");
    ask(form.dataset.unhelpful, { method: "POST", body, headers: { "HX-Request": "true" } }).then(check, () => {});
    say("Not shown here again.");
  };
  const list = findingsList(
    form.querySelector("#findings"),
    form.querySelector("#findings-count"),
    form.dataset.rules,
    replace,
    decline,
  );

  field.addEventListener("input", () => {
    draw(field.value, moved(findings, field));
    soon();
  });
  form.elements.internal.addEventListener("change", check);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    if (event.altKey) {
      const finding = at(findings, field.selectionStart) ?? findings.find((one) => one.rewrites.length);
      if (finding?.rewrites.length) replace(finding, finding.rewrites[0]);
      event.preventDefault();
    } else if (event.ctrlKey || event.metaKey) {
      if (sender) send();
      else copy(field);
      event.preventDefault();
    }
  });
  const sender = form.querySelector("[data-send]");
  const send = async () => {
    if (!field.value.trim() || sender.disabled) return;
    sender.disabled = true;
    const text = field.value;
    const answer = await ask(sender.dataset.send, { method: "POST", body: new FormData(form) }).catch(() => null);
    const { sent, problem } = answer?.ok ? await answer.json() : { problem: "It was not sent. Your words are still here." };
    sender.disabled = false;
    said.hidden = Boolean(sent);
    said.textContent = sent ? "" : problem;
    if (!sent || field.value !== text) return;
    field.value = "";
    check();
    say("The reply is sent.");
  };
  const said = form.querySelector("#sent-said");
  sender?.addEventListener("click", send);
  form.querySelector("[data-copy]").addEventListener("click", () => copy(field));
  card?.addEventListener("click", (event) => {
    const words = event.target.closest("[data-say]");
    if (!words) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    insert(field, (field.value && !/\s$/.test(field.value) ? " " : "") + words.textContent);
  });
  onKey("c", () => {
    field.focus();
    return true;
  });
  onKey("x", () => {
    const reasons = document.querySelector(".move-no");
    if (!reasons) return false;
    reasons.open = true;
    reasons.querySelector("button").focus();
    return true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (field.value.trim() && !form.dataset.copied) event.preventDefault();
  });
  field.addEventListener("input", () => delete form.dataset.copied);
  form.dataset.ready = "yes";
}

// So that the browser's own undo takes it back.
export function insert(field, words) {
  if (!document.execCommand("insertText", false, words)) {
    field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

async function copy(field) {
  if (!field.value.trim()) return;
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    document.execCommand("copy");
  }
  field.form.dataset.copied = "yes";
  say("The reply is copied.");
  field.form.querySelector("[data-copy]").textContent = "Copied";
  setTimeout(() => (field.form.querySelector("[data-copy]").textContent = "Copy the reply"), 1600);
}

function at(findings, place) {
  return findings.find((one) => one.rewrites.length && one.start_utf16 <= place && place <= one.end_utf16);
}

// Until the next check the lines stay under the words that did not change.
function moved(findings, field) {
  return findings.filter((one) => field.value.slice(one.start_utf16, one.end_utf16) === one.quote);
}

function drawHolds(holds, found) {
  const there = [...new Set(found.moves.map((name) => MOVES[name]).filter(Boolean))];
  const lacking = found.missing.map((name) => MOVES[name] ?? name.replaceAll("_", " "));
  holds.replaceChildren(...there.map((word) => chip("has", word)), ...lacking.map((word) => chip("lacks", word)));
}

function chip(kind, word) {
  const one = document.createElement("span");
  one.className = `hold ${kind}`;
  one.textContent = word;
  one.title = kind === "has" ? "Your reply has it" : "It could also have this";
  return one;
}
