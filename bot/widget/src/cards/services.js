import { h } from "../dom.js";

/** One card for each service. */
export const services = ({ items }, t) =>
  h(
    "ul",
    { class: "services" },
    items.map(({ name, text, points, note }) =>
      h(
        "li",
        null,
        h("h4", null, t(name)),
        text && h("p", null, t(text)),
        points?.length ? h("ul", null, points.map((point) => h("li", null, t(point)))) : null,
        note && h("small", null, t(note)),
      ),
    ),
  );
