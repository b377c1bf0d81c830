// What this browser remembers for the person; where it may not remember, nothing breaks.
export function recall(name) {
  try {
    return localStorage.getItem(`calmdesk-${name}`);
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(`calmdesk-${name}`);
    else localStorage.setItem(`calmdesk-${name}`, value);
  } catch {
    // Not remembered; it holds until the page is left.
  }
}
