// The browser of the playbook: every rule is on the page; a kind or a few words narrow it while one types.
import { say } from "./say.js";

const page = document.getElementById("rules");
const field = page.querySelector("input[type=search]");
const none = document.getElementById("rules-none");
const tabs = [...page.querySelectorAll(".kinds a")];
const sections = [...page.querySelectorAll("[data-section]")].map((section) => ({
  section,
  kind: section.dataset.section,
  groups: [...section.querySelectorAll(".rule-group")].map((group) => ({
    group,
    about: (group.querySelector("h3")?.textContent ?? "").toLowerCase(),
    items: [...group.querySelectorAll("li")].map((item) => ({
      item,
      text: `${item.textContent} ${item.dataset.also}`.toLowerCase().replace(/\s+/g, " "),
    })),
  })),
}));

function narrow() {
  const wanted = matcher(field.value);
  const found = new Map(sections.map((one) => [one.kind, narrowed(one, wanted)]));
  const all = [...found.values()].reduce((sum, count) => sum + count, 0);
  const kind = page.dataset.kind;
  for (const { section, kind: own } of sections) section.hidden = (kind && kind !== own) || !found.get(own);
  for (const tab of tabs) {
    const own = tab.dataset.kind;
    const count = own ? found.get(own) : all;
    tab.querySelector(".count").textContent = count;
    tab.classList.toggle("empty", !count);
    if (own === kind) {
      tab.setAttribute("aria-current", "true");
      tab.scrollIntoView({ block: "nearest", inline: "center" });
    } else tab.removeAttribute("aria-current");
  }
  const shown = kind ? found.get(kind) : all;
  none.hidden = shown > 0;
  none.querySelector("span").textContent = kind ? "of this kind " : "";
  none.querySelector("a").hidden = !kind || !all;
  return shown;
}

// What was typed as it stands, where some rule has it so; otherwise each of its words, wherever they are.
function matcher(typed) {
  const whole = typed.toLowerCase().trim().replace(/\s+/g, " ");
  const words = whole.split(" ");
  const has = sections.some(({ groups }) => groups.some(({ items }) => items.some(({ text }) => text.includes(whole))));
  if (has) return (text, about) => text.includes(whole) || about.includes(whole);
  return (text, about) => words.every((word) => text.includes(word) || about.includes(word));
}

function narrowed({ groups }, wanted) {
  let count = 0;
  for (const { group, about, items } of groups) {
    let here = 0;
    for (const { item, text } of items) {
      item.hidden = !wanted(text, about);
      here += !item.hidden;
    }
    group.hidden = !here;
    count += here;
  }
  return count;
}

// So that the way back from a rule leads to the same list.
function remember() {
  const here = new URL(location.href);
  for (const [name, value] of [["kind", page.dataset.kind], ["search", field.value]]) {
    if (value) here.searchParams.set(name, value);
    else here.searchParams.delete(name);
  }
  history.replaceState(history.state, "", here);
}

field.addEventListener("input", () => {
  const shown = narrow();
  remember();
  say(shown === 1 ? "1 rule" : `${shown} rules`);
});
page.addEventListener("click", (event) => {
  const tab = event.target.closest("a[data-kind]");
  if (!tab || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  page.dataset.kind = tab.dataset.kind;
  narrow();
  remember();
});
field.value ||= new URL(location.href).searchParams.get("search") ?? "";
narrow();
page.dataset.ready = "yes";
