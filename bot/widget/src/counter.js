import { h } from "./dom.js";

const FROM = 0.8; // of the limit

/** Characters written, shown once the limit is near. */
export function createCounter() {
  const node = h("p", { class: "counter", hidden: true });
  return {
    node,
    show(text, limit, words) {
      const n = [...text.trim()].length;
      node.hidden = n < limit * FROM;
      node.classList.toggle("over", n > limit);
      node.textContent = words.count(n.toLocaleString("en"), limit.toLocaleString("en"));
    },
  };
}
