// Ask again and again whether there is something new. The server answers 304 as long as nothing changed, and a page
// that nobody looks at asks less often. When the network fails it simply goes on asking, ever more slowly.
const EVERY = 750; // a story is on every screen within a second, and 300 phones ask 400 times a second
const HIDDEN = 5000;
const SLOWEST = 15000;

export function poll(url, onNews, onContact = () => {}) {
  let etag = "";
  let failures = 0;
  let timer;

  async function ask() {
    clearTimeout(timer);
    try {
      const response = await fetch(url, {
        cache: "no-store",
        headers: { "If-None-Match": etag, "X-Part": "board" },
        signal: AbortSignal.timeout(10000),
      });
      failures = 0;
      onContact(true);
      if (response.ok) {
        etag = response.headers.get("ETag") ?? "";
        await onNews(response);
      }
    } catch {
      failures += 1;
      onContact(false);
    }
    const pause = document.hidden ? HIDDEN : EVERY;
    timer = setTimeout(ask, Math.min(SLOWEST, pause * 2 ** Math.min(failures, 4)) * (0.9 + Math.random() / 5));
  }

  document.addEventListener("visibilitychange", () => document.hidden || ask());
  window.addEventListener("online", ask);
  ask();
  return ask;
}

// Put a part of the page in place. The focus stays on the same control, or on the region that held it.
export function swap(target, html) {
  const active = target.contains(document.activeElement) ? document.activeElement : null;
  const label = active?.closest("[role=region][aria-label]")?.getAttribute("aria-label");
  const [start, end] = [active?.selectionStart, active?.selectionEnd];
  const open = [...target.querySelectorAll("details[open][id]")].map(({ id }) => id);
  target.innerHTML = html;
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (!active) return;
  const same = active.id && document.getElementById(active.id);
  const again = same || (label && target.querySelector(`[aria-label="${CSS.escape(label)}"]`));
  again?.focus({ preventScroll: true });
  if (same && typeof start === "number") same.setSelectionRange(start, end);
}
