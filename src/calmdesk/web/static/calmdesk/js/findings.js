// What was found in the reply: the words, why, calmer words to press, and a way to say that it is not helpful.
const MOST = 2;

export function findingsList(list, count, rules, replace, decline) {
  return (findings) => {
    const graver = [...findings].sort((a, b) => (b.severity === "warn") - (a.severity === "warn") || a.start - b.start);
    const shown = graver.slice(0, MOST);
    list.replaceChildren(...shown.map((finding) => item(finding, rules, replace, decline)));
    if (findings.length > MOST) list.append(more(findings.length - MOST));
    const words = findings.length === 1 ? "1 place to look at again" : `${findings.length} places to look at again`;
    count.textContent = findings.length ? words : "";
  };
}

function item(finding, rules, replace, decline) {
  const one = element("li", `finding ${finding.severity}`);
  const words = element("p", "finding-words");
  if (finding.rewrites.length) {
    words.append(quoted(finding.quote), " → ");
    for (const rewrite of finding.rewrites) words.append(button("small rewrite", rewrite, () => replace(finding, rewrite)), " ");
  } else {
    words.append(finding.quote ? quoted(finding.quote) : "The reply as a whole");
  }
  const why = element("p", "finding-why", `${finding.why} `);
  if (rules) why.append(ruleLink(rules, finding));
  const no = button("small quiet finding-no", "Not helpful", () => decline(finding));
  no.setAttribute("aria-label", `Not helpful: ${finding.quote}`);
  one.append(words, why, no);
  return one;
}

function quoted(quote) {
  const plain = quote.replace(/\s+/g, " ");
  return element("q", "", plain.length > 70 ? `${plain.slice(0, 69)}…` : plain);
}

// In a tab of its own: a reply that is being written would be lost with the page. A page without the rules gives none.
function ruleLink(rules, finding) {
  const one = element("a", "finding-rule", "The whole rule");
  one.href = `${rules}${encodeURIComponent(finding.rule)}/`;
  one.target = "_blank";
  one.rel = "noopener";
  one.setAttribute("aria-label", `The whole rule about “${finding.quote}”, in a new tab`);
  return one;
}

function more(count) {
  return element("li", "finding-more soft", `${count} more after these`);
}

function button(kind, words, act) {
  const one = element("button", kind, words);
  one.type = "button";
  one.addEventListener("click", act);
  return one;
}

function element(name, kind, words = "") {
  const one = document.createElement(name);
  if (kind) one.className = kind;
  one.textContent = words;
  return one;
}
