// A second click on the same form within a few seconds does nothing. The server refuses doubles anyway.
const PATIENCE = 8000;

export function submitOnce(root) {
  const sent = new WeakMap();

  root.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.method !== "post") return;
    const before = sent.get(event.target);
    if (before && Date.now() - before < PATIENCE) {
      event.preventDefault();
      return;
    }
    sent.set(event.target, Date.now());
    event.target.setAttribute("aria-busy", "true");
  });

  // Back to a page that the browser kept: its forms may be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of root.querySelectorAll("form[aria-busy]")) {
      sent.delete(form);
      form.removeAttribute("aria-busy");
    }
  });
}
