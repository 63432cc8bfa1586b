// Where the tabs do not fit, the one that is open is in sight; the page itself stays where it is.
export function tabs(root) {
  const current = root.querySelector(".tabs [aria-current]");
  if (!current) return;
  const list = current.closest("ul");
  requestAnimationFrame(() => {
    list.scrollLeft = current.offsetLeft - list.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
  });
}
