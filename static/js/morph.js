// Make a part of the page like the newest html and touch only what differs: what somebody types, chooses, has open or
// is pressing stays theirs. An element with an id is found again by it, others by their place among their brothers.
export function morph(target, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const active = target.contains(document.activeElement) ? document.activeElement : null;
  const label = active?.closest("[role=region][aria-label]")?.getAttribute("aria-label");

  children(target, template.content);

  // The focus stays on the same control or, when that is gone, on the region that held it.
  if (!active || document.activeElement === active) return;
  const again = active.isConnected ? active : label && target.querySelector(`[aria-label="${CSS.escape(label)}"]`);
  again?.focus({ preventScroll: true });
}

function children(here, wanted) {
  const stays = new Set([...wanted.children].map(({ id }) => id));
  for (const child of [...here.children]) if (child.id && !stays.has(child.id)) child.remove();
  const known = new Map([...here.children].map((child) => [child.id, child]));

  let place = here.firstChild; // everything before it is as wanted
  for (const node of [...wanted.childNodes]) {
    const same = node.id ? known.get(node.id) : place?.id ? null : place;
    if (same?.nodeName !== node.nodeName) {
      // An option that leaves its list makes the next one the chosen one there, so what moves is a copy.
      here.insertBefore(node.nodeName === "OPTION" ? node.cloneNode(true) : node, place);
      continue;
    }
    if (same === place) place = place.nextSibling;
    else here.insertBefore(same, place);
    become(same, node);
  }
  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

function become(node, wanted) {
  if (node.isEqualNode(wanted)) return;
  if (node.nodeType !== Node.ELEMENT_NODE) {
    node.nodeValue = wanted.nodeValue;
    return;
  }
  const own = node.nodeName === "DETAILS" ? "open" : "";
  for (const { name } of [...node.attributes]) {
    if (name !== own && !wanted.hasAttribute(name)) node.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (name !== own && node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
  children(node, wanted);
}
