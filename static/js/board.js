// The console and the big screen: ask for news, put it in place, count down, and drag notes to a column.
// Without this every verb has its own button, and a reload shows the newest board.
import { poll, swap } from "./live.js";

export function board(root) {
  const place = root.querySelector("[data-live]");
  if (!place) return;
  const waiting = root.querySelector("[data-waiting]");
  let waitingHtml = null;
  let dragged = null;

  // Nobody loses a half-typed name, a choice not sent yet or the note in their hand because somebody told a story.
  const changed = (field) =>
    field.type === "checkbox"
      ? field.checked !== field.defaultChecked
      : field.tagName === "SELECT"
        ? ![...field.options].every((option, place) =>
            [...field.options].some(({ defaultSelected }) => defaultSelected)
              ? option.selected === option.defaultSelected
              : option.selected === (place === 0),
          )
        : field.value !== field.defaultValue;
  const busy = () => dragged || [...place.querySelectorAll("input:not([type=hidden]), select")].some(changed);

  function show(html) {
    if (busy()) {
      waitingHtml = html;
      return;
    }
    waitingHtml = null;
    swap(place, html);
    count();
  }

  const later = () => setTimeout(() => waitingHtml !== null && show(waitingHtml), 200);
  place.addEventListener("focusout", later);

  const ask = poll(
    place.dataset.live,
    async (response) => show(await response.text()),
    (contact) => {
      waiting.hidden = contact;
    },
  );

  place.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-send]")) return;
    event.preventDefault();
    if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) return;
    try {
      const response = await fetch(form.action, {
        method: "POST",
        body: new FormData(form, event.submitter),
        headers: { "X-Part": "board" },
      });
      if (!response.ok && response.status !== 409) throw new Error(response.status);
      dragged = null;
      waitingHtml = null;
      swap(place, await response.text());
      count();
      ask();
    } catch {
      waiting.hidden = false;
    }
  });

  place.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-note]");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.innerText);
  });
  place.addEventListener("dragend", () => {
    dragged = null;
    later();
  });
  place.addEventListener("dragover", (event) => {
    if (dragged && event.target.closest("[data-column]")) event.preventDefault();
  });
  place.addEventListener("drop", (event) => {
    const column = event.target.closest("[data-column]");
    if (!dragged || !column || column.contains(dragged)) return;
    event.preventDefault();
    const form = dragged.querySelector("[data-place]");
    form.elements.target.value = column.dataset.column;
    form.requestSubmit();
  });

  function count() {
    for (const clock of place.querySelectorAll("[data-countdown]")) {
      const seconds = Math.round((new Date(clock.dateTime) - Date.now()) / 1000);
      const size = Math.abs(seconds);
      const text = `${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
      clock.textContent = seconds < 0 ? `+${text}` : text;
      clock.toggleAttribute("data-late", seconds < 0);
    }
  }
  setInterval(count, 1000);
  count();
}
