// While somebody types in the search box of the header, its <datalist> gets titles that begin to fit.
export function suggest(root) {
  const box = root.querySelector(".site-search input");
  if (!box) return;
  let waiting;

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const asked = box.value;
      const answer = await fetch(`${box.dataset.suggestions}?q=${encodeURIComponent(asked)}`);
      if (answer.ok && box.value === asked) box.list.innerHTML = await answer.text();
    }, 200);
  });
}
