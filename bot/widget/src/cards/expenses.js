import { h } from "../dom.js";

/** What is paid for beside what is not. */
export const expenses = ({ columns }, t) =>
  h(
    "div",
    { class: "columns" },
    columns.map(({ title, mark, items }) =>
      h(
        "div",
        null,
        h("h4", null, h("span", { "aria-hidden": "true" }, mark), " ", t(title)),
        h("ul", null, items.map(({ name, note }) => h("li", null, t(name), note && h("small", null, t(note))))),
      ),
    ),
  );
