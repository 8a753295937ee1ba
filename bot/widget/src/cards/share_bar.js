import { h } from "../dom.js";

const ROLES = ["government", "own", "excluded"];

/** Parts of one whole, as lengths; the words beside it say the same, so that colour is not needed. */
export function shareBar({ label, parts }, t) {
  const known = parts.filter(({ role }) => ROLES.includes(role));
  const lengths = known.map(({ role, share }) => {
    const part = h("span", { class: role });
    part.style.flexGrow = Math.max(0, Number(share) || 0);
    return part;
  });
  return h(
    "figure",
    { class: "shares" },
    h("figcaption", null, t(label)),
    h("div", { class: "bar", "aria-hidden": "true" }, lengths),
    h("ul", null, known.map((part) => legend(part, t))),
  );
}

const legend = ({ role, label, value, share }, t) =>
  h(
    "li",
    null,
    h("span", { class: `swatch ${role}`, "aria-hidden": "true" }),
    h("span", null, t(label)),
    h("b", null, value),
    h("span", { class: "share" }, `${Number((share * 100).toFixed(1))}%`),
  );
