// The console and the big screen: ask for news, put it in place, count down, and drag notes to a column.
// Without this every verb has its own button, and a reload shows the newest board.
import { poll, queue } from "./live.js";
import { morph } from "./morph.js";

const LONGEST_PRESS = 5000;
const EVERY = 400; // a session has two or three of these, beside hundreds of phones

const saying = (form, fields) => {
  const said = new URLSearchParams(fields);
  said.delete("csrfmiddlewaretoken"); // another one on every page
  return `${form.action}?${said}`;
};
const typing = (form) =>
  JSON.stringify(
    [...form.elements]
      .filter(({ type }) => type !== "hidden")
      .map(({ name, value, checked }) => [name, value, checked]),
  );

export function board(root) {
  const place = root.querySelector("[data-live]");
  if (!place) return;
  const waiting = root.querySelector("[data-waiting]");
  const inTurn = queue();
  const sending = new WeakMap();
  let newest = 0; // the revision of the board that is shown, or that is shown as soon as the hand lets go
  let held = null;
  let pressed = null;
  let dragged = null;

  // An answer that was overtaken by a newer one is not shown. Nothing moves under a pressed button or a dragged note.
  async function show(response) {
    const html = await response.text();
    const revision = Number(response.headers.get("X-Revision"));
    if (revision < newest) return;
    newest = revision;
    held = html;
    settle();
  }

  function settle() {
    if (held === null || pressed || dragged) return;
    morph(place, held);
    held = null;
    count();
  }

  const release = () => {
    clearTimeout(pressed);
    pressed = null;
    setTimeout(settle); // after the click that comes with it
  };
  place.addEventListener("pointerdown", ({ target }) => {
    clearTimeout(pressed);
    if (!target.closest("select")) pressed = setTimeout(release, LONGEST_PRESS); // the end may escape us
  });
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, release);
  window.addEventListener("blur", release);

  const ask = poll(
    place.dataset.live,
    show,
    (contact) => {
      waiting.hidden = contact;
    },
    EVERY,
  );

  // What was typed stays in the form until the server took it. News may show what was done before its own answer is
  // there: what is typed and sent since then is another thing to send, and is not emptied by that answer.
  async function send(form, fields) {
    const asked = saying(form, fields);
    if (sending.get(form) === asked) return;
    sending.set(form, asked);
    const typed = typing(form);
    try {
      const response = await inTurn(() =>
        fetch(form.action, {
          method: "POST",
          body: fields,
          headers: { "X-Part": "board" },
          signal: AbortSignal.timeout(15000),
        }),
      );
      if (response.redirected) location.reload();
      else if (response.ok || response.status === 409) {
        if (response.ok && typing(form) === typed) form.reset();
        await show(response);
        ask();
      } else throw new Error(response.status);
    } catch {
      waiting.hidden = false;
    } finally {
      if (sending.get(form) === asked) sending.delete(form);
    }
  }

  place.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-send]")) return;
    event.preventDefault();
    if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) return;
    send(form, new FormData(form, event.submitter));
  });
  // The second half of a double click is not a second step: what stands there now may be another button.
  place.addEventListener("click", (event) => {
    if (event.detail > 1 && event.target.closest("[data-send] button")) event.preventDefault();
  });

  place.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-note]");
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.innerText);
  });
  place.addEventListener("dragend", () => {
    dragged = null;
    release();
  });
  place.addEventListener("dragover", (event) => {
    if (dragged && event.target.closest("[data-column]")) event.preventDefault();
  });
  place.addEventListener("drop", (event) => {
    const column = event.target.closest("[data-column]");
    if (!dragged || !column || column.contains(dragged)) return;
    event.preventDefault();
    const form = dragged.querySelector("[data-place]");
    const fields = new FormData(form);
    fields.set("target", column.dataset.column);
    send(form, fields);
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
