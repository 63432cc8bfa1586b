// The phone of a participant. What is typed is kept on the phone until the server has it: through a locked screen, a
// lost network and a reload. Each text carries a number of its own, so that sending it again saves it once.
import { poll, swap } from "./live.js";

const RETRY = 3000;

export function phone(root) {
  const place = root.querySelector("[data-phone]");
  if (!place) return;
  const waiting = root.querySelector("[data-waiting]");
  const draftKey = `draft-${place.dataset.phone}`;
  const outboxKey = `outbox-${place.dataset.phone}`;

  const outbox = () => JSON.parse(localStorage.getItem(outboxKey) ?? "[]");
  const keep = (texts) => localStorage.setItem(outboxKey, JSON.stringify(texts));
  const state = () => place.querySelector("[data-state]")?.dataset.state;

  function show(html) {
    swap(place, html);
    dress();
  }

  // The text that was being typed comes back, and so does what still has to be sent.
  function dress() {
    const text = place.querySelector("[data-tell] textarea");
    if (text && !text.value) text.value = localStorage.getItem(draftKey) ?? "";
    const line = place.querySelector("[data-outbox]");
    const [first] = outbox();
    if (line) {
      line.hidden = !first;
      line.textContent = first ? `… ${first.text}` : "";
    }
  }

  // The answer is the part of the page as it is now, also when something was refused.
  async function post(url, fields) {
    const body = new FormData(root.querySelector("[data-token]"));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: { "X-Part": "step" },
      signal: AbortSignal.timeout(15000),
    });
    if (response.redirected) location.reload();
    else if (response.status < 500) show(await response.text());
    return response;
  }

  let sending = false;
  async function empty() {
    const [first] = outbox();
    if (sending || !first) return;
    sending = true;
    try {
      const response = await post(place.dataset.tell, first);
      if (response.status < 500) {
        keep(outbox().filter(({ key }) => key !== first.key));
        if (!response.ok) localStorage.setItem(draftKey, first.text);
      }
      waiting.hidden = true;
    } catch {
      waiting.hidden = false;
    } finally {
      sending = false;
      dress();
    }
    if (outbox().length) setTimeout(empty, RETRY);
  }

  place.addEventListener("input", ({ target }) => {
    if (target.matches("[data-tell] textarea")) localStorage.setItem(draftKey, target.value);
  });

  place.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.matches("[data-tell]")) {
      event.preventDefault();
      const { key, kind, text } = Object.fromEntries(new FormData(form));
      if (!text.trim()) return;
      keep([...outbox(), { key, kind, text }]);
      localStorage.removeItem(draftKey);
      form.querySelector("textarea").value = "";
      form.querySelector("[name=key]").value = newKey();
      dress();
      empty();
    } else if (form.matches("[data-send]")) {
      event.preventDefault();
      if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) return;
      try {
        await post(form.action, Object.fromEntries(new FormData(form, event.submitter)));
        waiting.hidden = true;
      } catch {
        waiting.hidden = false;
      }
    }
  });

  poll(
    place.dataset.news,
    async (response) => {
      const news = await response.json();
      if (news.state === state()) return;
      const part = await fetch(place.dataset.part, { cache: "no-store" });
      if (part.redirected) location.reload();
      else if (part.ok) show(await part.text());
    },
    (contact) => {
      waiting.hidden = contact;
      if (contact) empty();
    },
  );
  window.addEventListener("online", empty);
  dress();
  empty();
}

// A number that nobody else makes; crypto.randomUUID exists only on https.
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
