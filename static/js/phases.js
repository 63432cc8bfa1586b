// The board of pilots: a card that is dropped on another phase sends the form that its own list and button send.
export function phases(root) {
  const place = root.querySelector("[data-phases]");
  if (!place) return;
  let dragged = null;

  const target = (event) => {
    const column = event.target.closest("[data-phase]");
    const choices = dragged ? [...dragged.querySelector("select").options].map(({ value }) => value) : [];
    return column && choices.includes(column.dataset.phase) ? column : null;
  };
  const light = (column) => {
    for (const other of place.querySelectorAll("[data-phase]")) other.toggleAttribute("data-over", other === column);
  };

  place.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-pilot]");
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.querySelector("h3").innerText);
  });
  place.addEventListener("dragend", () => {
    dragged = null;
    light(null);
  });
  place.addEventListener("dragover", (event) => {
    const column = target(event);
    light(column);
    if (column) event.preventDefault();
  });
  place.addEventListener("drop", (event) => {
    const column = target(event);
    if (!column) return;
    event.preventDefault();
    const form = dragged.querySelector("form");
    form.elements.to.value = column.dataset.phase;
    form.requestSubmit();
  });
}
