// A menu is a <details class="menu">; Escape and a click elsewhere close it.
export function menus(root) {
  const close = (menu) => menu.removeAttribute("open");

  root.addEventListener("click", ({ target }) => {
    for (const menu of root.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(target)) close(menu);
    }
  });

  root.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    for (const menu of root.querySelectorAll("details.menu[open]")) {
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      close(menu);
    }
  });
}
