// What is typed in a <form data-draft> goes to the server while typing, so that a closed laptop loses nothing.
// The page offers it back; passwords and files are never sent.
const PAUSE = 1500; // milliseconds after the last key

export function draft(root) {
  const waiting = new Map(); // a form with news → when it is sent

  async function keep(form, last) {
    clearTimeout(waiting.get(form));
    waiting.delete(form);
    if (!form.isConnected) return;
    const typed = new FormData(form);
    for (const { type, name } of form.elements) if (type === "password" || type === "file") typed.delete(name);
    typed.set("draft", "keep");
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body: typed, keepalive: last });
      const said = form.querySelector("[data-draft-kept]");
      if (said) said.hidden = answer.status !== 204;
    } catch {
      // No network: the next key tries again.
    }
  }

  root.addEventListener("input", ({ target }) => {
    const form = target.closest?.("form[data-draft]");
    if (!form) return;
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(keep, PAUSE, form, false));
  });
  root.addEventListener("submit", ({ target }) => {
    clearTimeout(waiting.get(target));
    waiting.delete(target);
  });
  root.addEventListener("visibilitychange", () => {
    if (root.hidden) for (const form of [...waiting.keys()]) keep(form, true);
  });
}
