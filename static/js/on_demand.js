// Where a page can be changed in place, htmx (51 kB) comes at the first sign of life: a page that is only read does not
// wait for it. Whoever is quicker gets the whole page, as without scripts.
const SIGNS = ["pointermove", "pointerdown", "keydown"];

export function onDemand(root) {
  const link = root.querySelector("link[data-on-demand]");
  if (!link) return;

  function fetchScript() {
    for (const sign of SIGNS) root.removeEventListener(sign, fetchScript);
    if (root.readyState !== "complete") {
      addEventListener("load", fetchScript, { once: true }); // htmx only starts before or after a page comes in
      return;
    }
    root.head.append(Object.assign(root.createElement("script"), { src: link.href }));
  }

  for (const sign of SIGNS) root.addEventListener(sign, fetchScript);
}
