// Where a page can be changed in place, htmx (51 kB) comes at the first sign of life: a page that is only read does not
// wait for it. Whoever is quicker gets the whole page, as without scripts.
const SIGNS = ["pointermove", "pointerdown", "keydown"];

export function onDemand(root) {
  const link = root.querySelector("link[data-on-demand]");
  if (!link) return;

  function fetchScript() {
    for (const sign of SIGNS) root.removeEventListener(sign, fetchScript);
    root.head.append(Object.assign(root.createElement("script"), { src: link.href }));
  }

  // Not earlier: what comes while the page comes in waits for an event that is past.
  addEventListener("load", () => {
    for (const sign of SIGNS) root.addEventListener(sign, fetchScript);
  });
}
