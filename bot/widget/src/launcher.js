import { h, icon } from "./dom.js";
import { CHAT } from "./icons.js";

/** The button in the corner of the page, with the number of unread messages. */
export function createLauncher({ open, warm }) {
  const label = h("span", { class: "label" });
  const badge = h("span", { class: "badge", "aria-hidden": "true", hidden: true });
  const node = h("button", { type: "button", class: "launcher", "aria-haspopup": "dialog", onclick: () => open() }, icon(CHAT), label, badge);
  for (const nearing of ["pointerenter", "focus"]) node.addEventListener(nearing, warm, { once: true });
  let words;
  return {
    node,
    fail() {
      label.textContent = words.failedToLoad;
    },
    render(now, unread) {
      words = now;
      label.textContent = words.launch;
      badge.hidden = unread === 0;
      badge.textContent = unread > 99 ? "99+" : unread;
      node.setAttribute("aria-label", unread ? `${words.open} · ${words.unread(unread)}` : words.open);
    },
  };
}
