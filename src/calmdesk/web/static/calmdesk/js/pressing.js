// How many of one's own promises need something now, beside their name in the bar; asked again every minute.
const EVERY = 60_000;

export function pressing(link) {
  if (!link) return;
  const ask = async () => {
    if (document.hidden) return;
    const answer = await fetch(link.dataset.pressing).catch(() => null);
    if (answer?.ok) show(link, await answer.json());
  };
  ask();
  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
}

function show(link, { count, words }) {
  const badge = link.querySelector(".badge");
  badge.textContent = count || "";
  badge.hidden = !count;
  link.title = words;
}
