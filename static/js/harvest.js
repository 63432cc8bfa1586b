// Words that are marked in a story are filled in as the fragment that goes to a cluster.
export function harvest(root) {
  const story = root.querySelector("[data-story]");
  const field = root.querySelector("#id_fragment");
  if (!story || !field) return;
  root.querySelector("[data-hint]").hidden = false;
  root.addEventListener("selectionchange", () => {
    const { anchorNode, focusNode, rangeCount } = root.getSelection();
    if (!rangeCount || !story.contains(anchorNode) || !story.contains(focusNode)) return;
    const words = root.getSelection().toString().trim();
    if (words) field.value = words;
  });
}
