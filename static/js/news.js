// How much news was not read, beside the bell in the header; asked when the page is there, so that no page waits for it.
export async function news(root) {
  const place = root.querySelector("[data-unread]");
  if (!place) return;
  const answer = await fetch(place.dataset.unread).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const number = await answer.text();
  place.firstElementChild.textContent = number;
  place.hidden = number === "0";
}
