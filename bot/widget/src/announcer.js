import { h } from "./dom.js";

const KEPT = 5;

/** A region that is read out, each text once. */
export function createAnnouncer() {
  const node = h("div", { class: "unseen", "aria-live": "polite", role: "status" });
  return {
    node,
    say(text, language) {
      node.append(h("p", { lang: language }, text));
      while (node.children.length > KEPT) node.firstChild.remove();
    },
    clear: () => node.replaceChildren(),
  };
}
