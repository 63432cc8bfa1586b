// A <form data-warn-before-leaving> that was changed and not sent: the browser asks before the page goes.
export function leaveWarning(root) {
  const changed = new Set();
  const warned = (target) => target.form ?? target.closest?.("form");

  root.addEventListener("input", ({ target }) => {
    const form = warned(target);
    if (form?.hasAttribute("data-warn-before-leaving")) changed.add(form);
  });
  root.addEventListener("submit", ({ target }) => changed.delete(target));

  window.addEventListener("beforeunload", (event) => {
    for (const form of changed) {
      if (form.isConnected) event.preventDefault();
    }
  });
}
