import { h } from "../dom.js";

const MARKS = { met: "✓", not_met: "✕", soft_miss: "!", unknown: "?", asked: "…", open: "" };

/** The conditions as a list that fills while the visitor answers. */
export function eligibility({ items, done, of }, t, words) {
  const progress = h("progress", { max: of, value: done, "aria-label": words.progress(done, of) });
  return [
    h("p", { class: "progress" }, progress, h("span", null, words.progress(done, of))),
    h("ul", { class: "conditions" }, items.map((item) => condition(item, t, words))),
  ];
}

const condition = ({ label, state, note }, t, words) =>
  h(
    "li",
    { class: state, "aria-current": state === "asked" && "step" },
    h("span", { class: "mark", "aria-hidden": "true" }, MARKS[state] ?? ""),
    h("span", null, t(label), note && h("small", null, t(note))),
    h("span", { class: "state" }, state === "open" ? words.unasked : words[state] ?? ""),
  );
