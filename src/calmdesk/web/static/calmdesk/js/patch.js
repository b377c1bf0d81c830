// Makes one part of the page like a newer copy of it, and leaves alone whatever did not change: scroll place, focus,
// open details and the words somebody is typing stay as they are. Children are matched by id, then by their place.
export function patch(old, fresh) {
  attributes(old, fresh);
  children(old, fresh);
}

const OURS = new Set(["open", "data-ready"]);
const CLASSES = ["chosen", "current", "reading", "floating", "htmx-request"];

function attributes(old, fresh) {
  const kept = CLASSES.filter((name) => old.classList.contains(name));
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !OURS.has(name) && !name.startsWith("hx-")) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !OURS.has(name)) old.setAttribute(name, value);
  }
  old.classList.add(...kept);
  if (!old.classList.length) old.removeAttribute("class");
}

function children(old, fresh) {
  const named = new Map([...old.children].filter((one) => one.id).map((one) => [one.id, one]));
  const wanted = new Set([...fresh.children].map((one) => one.id).filter(Boolean));
  let place = old.firstChild;
  for (const next of [...fresh.childNodes]) {
    while (place?.id && !wanted.has(place.id)) place = remove(place);
    const match = next.id ? named.get(next.id) : counterpart(place, next);
    if (!match) {
      old.insertBefore(document.importNode(next, true), place);
      continue;
    }
    if (!match.id) while (place !== match) place = remove(place);
    if (match === place) place = place.nextSibling;
    else old.insertBefore(match, place);
    if (match.nodeType !== Node.ELEMENT_NODE) {
      if (match.data !== next.data) match.data = next.data;
    } else if (!match.isEqualNode(next)) {
      patch(match, next);
    }
  }
  while (place) place = remove(place);
}

// What stands for `next` among the old nodes from `place` on: text for text, an element for one of the same kind that
// comes before the next named one.
function counterpart(place, next) {
  if (next.nodeType !== Node.ELEMENT_NODE) return place?.nodeType === next.nodeType ? place : null;
  for (let one = place; one && !one.id; one = one.nextSibling) {
    if (one.nodeName === next.nodeName && kind(one) === kind(next)) return one;
  }
  return null;
}

function kind(element) {
  return (element.getAttribute("class") ?? "").split(" ", 1)[0];
}

function remove(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}
