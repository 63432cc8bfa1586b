// The phone of a participant. What is typed is kept on the phone until the server has it: through a locked screen, a
// lost network and a reload. Each text carries a number of its own, so that sending it again saves it once.
import { poll, queue } from "./live.js";
import { morph } from "./morph.js";

const RETRY = 3000;

export function phone(root) {
  const place = root.querySelector("[data-phone]");
  if (!place) return;
  const waiting = root.querySelector("[data-waiting]");
  const draftKey = `draft-${place.dataset.phone}`;
  const outboxKey = `outbox-${place.dataset.phone}`;

  const outbox = () => JSON.parse(localStorage.getItem(outboxKey) ?? "[]");
  const keep = (texts) => localStorage.setItem(outboxKey, JSON.stringify(texts));
  const state = () => [...place.querySelectorAll("[data-state]")].map(({ dataset }) => dataset.state).join("-");

  const inTurn = queue();
  let asked = 0;
  let shown = 0;

  // An answer that was overtaken by the answer to a later question is not shown.
  async function show(response, turn) {
    const html = await response.text();
    if (turn < shown) return;
    shown = turn;
    const part = response.headers.get("X-Part") === "ballot" ? place.querySelector("#ballot") : place;
    if (part) morph(part, html); // else another step came meanwhile, which the next question for news shows
    if (part !== place) place.querySelector("[role=alert]")?.remove(); // of an earlier vote
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

  // What was refused comes back, above what was typed since.
  function putBack(refused) {
    const text = place.querySelector("[data-tell] textarea");
    const both = [refused, localStorage.getItem(draftKey)].filter(Boolean).join("\n\n");
    localStorage.setItem(draftKey, both);
    if (text) text.value = both;
  }

  // The answer is the part of the page as it is now, also when something was refused. Anything else is not an answer:
  // a page that says that the key of the form is too old is asked for a new one, and the rest is tried again later.
  const answers = [200, 409, 422];
  const post = (url, fields) =>
    inTurn(async () => {
      const body = new FormData(place.querySelector("[data-token]"));
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      const response = await fetch(url, {
        method: "POST",
        body,
        headers: { "X-Part": "step" },
        signal: AbortSignal.timeout(15000),
      });
      if (response.redirected) location.reload();
      else if (answers.includes(response.status)) await show(response, ++asked);
      else {
        if (response.status === 403) await refresh();
        throw new Error(response.status);
      }
      return response;
    });

  async function refresh() {
    const turn = ++asked;
    const response = await fetch(place.dataset.part, { cache: "no-store" });
    if (response.redirected) location.reload();
    else if (response.ok) await show(response, turn);
  }

  let sending = false;
  async function empty() {
    const [first] = outbox();
    if (sending || !first) return;
    sending = true;
    try {
      const response = await post(place.dataset.tell, first);
      keep(outbox().filter(({ key }) => key !== first.key));
      if (!response.ok || response.redirected) putBack(first.text);
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
      const told = place.querySelector("[data-told]");
      if (told) told.textContent = news.told;
      if (news.state !== state()) await refresh();
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
