// A list with an order: a row that is dropped on another one of the same strategy or theme takes its place, by the form of
// its own buttons. It tells which order was seen, so that the server can say that the page is too old.
export function order(root) {
  const list = root.querySelector("[data-order]");
  if (!list) return;
  const rows = [...list.querySelectorAll("[data-row]")];
  let dragged = null;
  for (const row of rows) row.draggable = true;

  const target = (event) => {
    const row = event.target.closest("[data-row]");
    return dragged && row && row !== dragged && row.dataset.among === dragged.dataset.among ? row : null;
  };
  const light = (row) => {
    for (const other of rows) delete other.dataset.over;
    if (row) row.dataset.over = rows.indexOf(row) < rows.indexOf(dragged) ? "before" : "after";
  };

  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-row]");
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.querySelector("th").innerText);
  });
  list.addEventListener("dragend", () => {
    light(null);
    dragged = null;
  });
  list.addEventListener("dragover", (event) => {
    const row = target(event);
    light(row);
    if (row) event.preventDefault();
  });
  list.addEventListener("drop", (event) => {
    const row = target(event);
    if (!row) return;
    event.preventDefault();
    const seen = rows.filter(({ dataset }) => dataset.among === row.dataset.among).map(({ dataset }) => dataset.row);
    const form = dragged.querySelector("form:has([name=place_of])");
    form.elements.place_of.value = row.dataset.row;
    form.elements.seen.value = seen.join();
    form.requestSubmit();
  });
}
