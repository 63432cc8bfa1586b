// Ask again and again whether there is something new. The server answers 304 as long as nothing changed, and a page
// that nobody looks at asks less often. When the network fails it simply goes on asking, ever more slowly.
const EVERY = 750; // a story is on every screen within a second, and 300 phones ask 400 times a second
const HIDDEN = 5000;
const SLOWEST = 15000;
const PATIENCE = 10000;

export function poll(url, onNews, onContact = () => {}, every = EVERY) {
  let etag = "";
  let failures = 0;
  let asking = false;
  let again = false;
  let timer;

  // One question at a time; who asks meanwhile is answered right after it.
  async function ask() {
    clearTimeout(timer);
    again = asking;
    if (asking) return;
    asking = true;
    try {
      const response = await fetch(url, {
        cache: "no-store",
        headers: { "If-None-Match": etag, "X-Part": "board" },
        signal: AbortSignal.timeout(PATIENCE),
      });
      failures = 0;
      onContact(true);
      if (response.redirected) location.reload(); // to the log-in page, or to where one joins
      else if (response.ok) {
        await onNews(response);
        etag = response.headers.get("ETag") ?? "";
      }
    } catch {
      failures += 1;
      onContact(false);
    }
    asking = false;
    const pause = (document.hidden ? HIDDEN : every) * 2 ** Math.min(failures, 4) * (0.9 + Math.random() / 5);
    timer = setTimeout(ask, again ? 0 : Math.min(SLOWEST, pause));
  }

  document.addEventListener("visibilitychange", () => document.hidden || ask());
  window.addEventListener("online", ask);
  ask();
  return ask;
}

// Send one thing after the other, so that the answers come in the order of what was asked.
export function queue() {
  let last = Promise.resolve();
  return (send) => (last = last.catch(() => {}).then(send));
}
