import { h } from "../dom.js";
import { shareBar } from "./share_bar.js";

const MARKS = { full: "✓", part: "◐", none: "✕" };

/** The budget line by line, what follows from it, and who pays which part of it. */
export function calculation(card, t, words) {
  return [
    card.rows?.length ? table(card, t, words) : null,
    h("dl", { class: "totals" }, card.totals.map((total) => totalRow(total, t))),
    card.bar ? shareBar(card.bar, t) : null,
  ];
}

/** The roles are said, since a narrow card shows the rows as blocks. */
function table({ columns, rows }, t, words) {
  const heads = columns.map((title) => h("th", { scope: "col", role: "columnheader" }, t(title)));
  return h(
    "table",
    { role: "table" },
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)),
    h("tbody", { role: "rowgroup" }, rows.map((row) => line(row, columns, t, words))),
  );
}

function line({ name, amount, counted, state, note }, columns, t, words) {
  const mark = h("span", { class: "mark", "aria-hidden": "true" }, MARKS[state] ?? "");
  const said = note || (state === "full" ? "" : words[state]);
  const cell = (value, n) => h("td", { role: "cell", "data-column": columns[n] }, value);
  return h(
    "tr",
    { role: "row", class: state },
    h("th", { scope: "row", role: "rowheader" }, h("div", null, mark, h("span", null, t(name), said && h("small", null, t(said))))),
    cell(amount, 1),
    cell(counted, 2),
  );
}

const totalRow = ({ label, value, note, strong }, t) =>
  h("div", { class: strong && "strong" }, h("dt", null, t(label)), h("dd", null, h("b", null, value), note && h("small", null, t(note))));
