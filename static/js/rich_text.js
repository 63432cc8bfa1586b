// The editor of rich text. Without it the box holds the same text with a few marks; the server takes both.
// The editor itself is fetched only by a page that has such a box.
const ADDRESS = /^(https?:\/\/|mailto:|tel:|\/)\S*$/;
const CHANGE = 300; // milliseconds after the last key before the box follows

export function richText(root) {
  start(root);
  root.addEventListener("htmx:load", ({ detail }) => start(detail.elt));
}

function start(root) {
  for (const place of root.querySelectorAll("[data-rich-text]")) {
    if (!place.dataset.started) {
      place.dataset.started = "yes";
      edit(place);
    }
  }
}

async function edit(place) {
  const kit = await import(place.dataset.editor);
  const box = place.querySelector("textarea");
  const tools = place.querySelector(".rich-text__tools");
  if (box.disabled || box.readOnly) return;
  if (box.value !== box.defaultValue) return; // typed before the editor came: the box keeps it, and takes the marks
  const here = document.activeElement === box;

  const format = Object.assign(document.createElement("input"), {
    type: "hidden",
    name: `${place.dataset.name}-format`,
    value: "html",
  });
  const canvas = document.createElement("div");
  place.append(format);
  box.before(canvas);

  const label = document.querySelector(`label[for="${CSS.escape(box.id)}"]`);
  if (label && !label.id) label.id = `${box.id}-label`;
  const named = label ? { "aria-labelledby": label.id } : { "aria-label": box.getAttribute("aria-label") ?? box.name };
  const told = ["aria-describedby", "aria-invalid", "aria-required"]
    .filter((name) => box.hasAttribute(name))
    .map((name) => [name, box.getAttribute(name)]);
  const id = box.id;
  box.id = `${id}-source`;
  box.hidden = true;
  box.required = false;
  place.querySelector(".rich-text__marks").hidden = true;

  const editor = new kit.Editor({
    element: canvas,
    injectCSS: false, // the Content-Security-Policy refuses a style in the page; static/css/rich_text.css has it
    content: place.dataset.html,
    extensions: [
      kit.Document,
      kit.Paragraph,
      kit.Text,
      kit.HardBreak,
      kit.Bold,
      kit.Italic,
      kit.BulletList,
      kit.OrderedList,
      kit.ListItem,
      kit.Heading.configure({ levels: [3, 4] }),
      kit.Link.configure({ openOnClick: false, autolink: false, HTMLAttributes: { target: null, rel: null } }),
      kit.History,
    ],
    editorProps: {
      attributes: { id, class: "rich-text__page", role: "textbox", "aria-multiline": "true", ...named, ...Object.fromEntries(told) },
    },
  });
  label?.addEventListener("click", () => editor.commands.focus());

  // The box follows, so that drafts and the warning before leaving see what happens.
  let later;
  const follow = () => {
    clearTimeout(later);
    box.value = editor.isEmpty ? "" : editor.getHTML();
  };
  box.value = editor.isEmpty ? "" : editor.getHTML();
  editor.on("update", () => {
    clearTimeout(later);
    later = setTimeout(() => {
      follow();
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }, CHANGE);
  });
  box.form?.addEventListener("submit", follow, { capture: true });
  box.form?.addEventListener("formdata", ({ formData }) => {
    follow();
    formData.set(box.name, box.value);
  });
  box.addEventListener("rich-text:fill", ({ detail }) => editor.commands.setContent(detail, { emitUpdate: true }));

  toolbar(editor, tools, place.querySelector("[data-link]"));
  place.dataset.ready = "yes";
  if (here) editor.commands.focus();
}

function toolbar(editor, tools, link) {
  const buttons = [...tools.querySelectorAll("button")];
  const address = link.querySelector("[data-link-address]");
  const refused = link.querySelector("[data-link-refused]");
  const opener = buttons.find((button) => button.dataset.do === "link");
  const chain = () => editor.chain().focus();
  const verbs = {
    bold: () => chain().toggleBold().run(),
    italic: () => chain().toggleItalic().run(),
    heading: () => chain().toggleHeading({ level: 3 }).run(),
    subheading: () => chain().toggleHeading({ level: 4 }).run(),
    bulletList: () => chain().toggleBulletList().run(),
    orderedList: () => chain().toggleOrderedList().run(),
    undo: () => chain().undo().run(),
    redo: () => chain().redo().run(),
    link: () => {
      if (editor.isActive("link")) {
        chain().extendMarkRange("link").unsetMark("link").run();
        return;
      }
      show(link.hidden);
    },
  };
  const states = {
    heading: () => editor.isActive("heading", { level: 3 }),
    subheading: () => editor.isActive("heading", { level: 4 }),
  };

  function show(open) {
    link.hidden = !open;
    refused.hidden = true;
    opener.setAttribute("aria-expanded", String(open));
    if (open) {
      address.value = "";
      address.focus();
    } else {
      editor.commands.focus();
    }
  }
  function set() {
    const href = address.value.trim();
    refused.hidden = ADDRESS.test(href);
    if (!refused.hidden) {
      address.focus();
      return;
    }
    link.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    const mark = { type: "link", attrs: { href } };
    if (editor.state.selection.empty) chain().insertContent({ type: "text", text: href, marks: [mark] }).run();
    else chain().setMark("link", { href }).run();
  }

  tools.addEventListener("click", ({ target }) => verbs[target.closest("button")?.dataset.do]?.());
  link.querySelector("[data-link-set]").addEventListener("click", set);
  link.querySelector("[data-link-cancel]").addEventListener("click", () => show(false));
  link.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === address) set();
    else if (event.key === "Escape") show(false);
    else return;
    event.preventDefault();
  });

  // One stop for the Tab key; the arrows walk through the buttons.
  for (const button of buttons) button.tabIndex = button === buttons[0] ? 0 : -1;
  tools.addEventListener("keydown", (event) => {
    const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -buttons.length, End: buttons.length };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const here = buttons.indexOf(document.activeElement);
    const last = buttons.length - 1;
    const next = Math.min(Math.max(here + steps[event.key], 0), last);
    buttons[here].tabIndex = -1;
    buttons[next].tabIndex = 0;
    buttons[next].focus();
  });

  const press = () => {
    for (const button of buttons) {
      if (button.hasAttribute("aria-pressed")) {
        const name = button.dataset.do;
        button.setAttribute("aria-pressed", String((states[name] ?? (() => editor.isActive(name)))()));
      }
    }
  };
  editor.on("transaction", press);
  press();
  tools.hidden = false;
}
