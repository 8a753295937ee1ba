import { h } from "./dom.js";
import { printTranscript, saveHtml, saveText } from "./transcript.js";

/** What is needed now and then: below a button of the header, which sets itself as `button`. */
export function createMenu({ options, actions, restart }) {
  let view;
  const entry = (name, work) => [name, h("button", { type: "button", onclick: () => (menu.close(), work()) })];
  const transcript = () => ({ ...view, messages: actions.messages() });
  const entries = new Map([
    entry("restart", restart),
    entry("saveHtml", () => saveHtml(transcript())),
    entry("saveText", () => saveText(transcript())),
    entry("print", () => printTranscript(node.getRootNode(), transcript())),
    ["privacy", h("a", { href: options.privacy, target: "_blank", rel: "noopener" })],
  ]);
  const node = h("div", { class: "menu", id: "menu", hidden: true }, [...entries.values()]);
  const menu = {
    node,
    button: null,
    toggle() {
      if (menu.close()) return;
      node.hidden = false;
      menu.button.setAttribute("aria-expanded", "true");
      entries.get("restart").focus();
    },
    /** Whether it was open. */
    close() {
      if (node.hidden) return false;
      node.hidden = true;
      menu.button.setAttribute("aria-expanded", "false");
      menu.button.focus();
      return true;
    },
    render(now) {
      view = now;
      for (const [name, item] of entries) item.textContent = view.words[name];
    },
  };
  return menu;
}
