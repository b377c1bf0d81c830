// One polite sentence for screen readers. The last one wins, so that a burst of updates is heard once.
let waiting = 0;

export function say(sentence) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    document.getElementById("said").textContent = sentence;
  }, 600);
}
