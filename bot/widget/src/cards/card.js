import { h } from "../dom.js";
import { wordsIn } from "../i18n.js";
import { textNodes } from "../text.js";
import { calculation } from "./calculation.js";
import { eligibility } from "./eligibility.js";
import { expenses } from "./expenses.js";
import { services } from "./services.js";

const KINDS = { calculation, eligibility, expenses, services };

/** What docs/website-api.md calls a card, to look at; null for a kind that is not known here. */
export function cardNode(card, language) {
  const make = Object.hasOwn(KINDS, card.kind) && KINDS[card.kind];
  if (!make) return null;
  const t = (text) => textNodes(text ?? "", language);
  return h(
    "div",
    { class: `card ${card.kind}`, role: "group", "aria-label": card.title, lang: language },
    h("h3", null, t(card.title)),
    make(card, t, wordsIn(language)),
    card.notes?.length ? h("ul", { class: "notes" }, card.notes.map((note) => h("li", null, t(note)))) : null,
    ["disclaimer", "source"].map((key) => card[key] && h("p", { class: key }, t(card[key]))),
  );
}
