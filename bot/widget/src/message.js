import { cardNode } from "./cards/card.js";
import { h, icon } from "./dom.js";
import { DOWN_THUMB, UP_THUMB } from "./icons.js";
import { languageOf, textNodes } from "./text.js";
import { clock } from "./time.js";

/** A row for a message of the API: `update({active, feedback})`. */
export function messageRow(message, context) {
  const { from, text, card, at } = message;
  const language = message.language ?? languageOf(text, context.language);
  const buttons = buttonsOf(message, language, context);
  const judging = from === "bot" ? judgementOf(message, context) : null;
  const body = h("div", { class: "text", lang: language }, textNodes(text, language, { links: from !== "visitor" }));
  const node = h(
    "div",
    { class: `message ${from}` },
    head(from, message.name, at, context),
    card ? withCard(card, body, language, context) : body,
    buttons?.node,
    judging?.node,
  );
  const update = ({ active, feedback }) => {
    buttons?.update(active);
    judging?.update(feedback);
  };
  return { node, update };
}

function withCard(card, body, language, { words }) {
  const shown = cardNode(card, language);
  if (!shown) return body;
  return card.whole ? [shown, h("details", null, h("summary", null, words.textVersion), body)] : [body, shown];
}

function head(from, name, at, { words, language }) {
  const who = from === "visitor" ? words.you : from === "staff" && name ? `${name} · ${words.staff}` : words[from];
  return h(
    "p",
    { class: "head" },
    h("span", { class: "who" }, who),
    " ",
    h("time", { datetime: new Date(at).toISOString() }, clock(at, language)),
  );
}

function buttonsOf(message, language, { press }) {
  if (!message.buttons?.length) return null;
  const buttons = message.buttons.map(({ title }, index) =>
    h("button", { type: "button", onclick: () => press(message, index) }, textNodes(title, language, { links: false })),
  );
  const update = (active) => {
    for (const button of buttons) button.disabled = !active;
  };
  return { node: h("div", { class: "choices", lang: language }, buttons), update };
}

function judgementOf(message, { words, judge }) {
  const thumb = (value, name, path) =>
    h("button", {
      type: "button",
      class: `thumb ${value}`,
      title: name,
      "aria-label": name,
      onclick: () => judge(message, message.feedback === value ? null : value),
    }, icon(path));
  const thumbs = { up: thumb("up", words.useful, UP_THUMB), down: thumb("down", words.useless, DOWN_THUMB) };
  const update = (feedback) => {
    for (const [value, node] of Object.entries(thumbs)) node.setAttribute("aria-pressed", value === feedback);
  };
  return { node: h("div", { class: "judge", role: "group", "aria-label": words.judge }, Object.values(thumbs)), update };
}

/** A row for what is not on the server yet: `update(item)`. */
export function unsentRow(item, context) {
  const { words, retry, language } = context;
  const status = h("p", { class: "status" });
  const again = h("button", { type: "button", class: "retry", onclick: () => retry(item) }, words.retry);
  const of = languageOf(item.text, language);
  const body = h("div", { class: "text", lang: of }, textNodes(item.text, of, { links: false }));
  const node = h("div", { class: "message visitor unsent" }, head("visitor", null, item.at, context), body, status);
  const update = (now) => {
    const failed = now.state === "refused" ? words.refused : now.state === "waiting" && now.late ? words.failed : null;
    status.classList.toggle("failed", Boolean(failed));
    status.replaceChildren(failed ?? words[now.state], ...(failed ? [" ", again] : []));
  };
  return { node, update };
}

/** What stands at the top: `update(empty)` shows the examples only while nothing was said. */
export function greetingRow({ greeting, privacy }, { words, say, language }) {
  const samples = words.samples.map((text) => h("button", { type: "button", onclick: () => say(text) }, textNodes(text, language)));
  const choices = h("div", { class: "choices" }, samples);
  const link = h("a", { href: privacy, target: "_blank", rel: "noopener" }, words.privacy);
  const own = greeting || words.greeting;
  const node = h(
    "div",
    { class: "message bot greeting" },
    h("p", { class: "head" }, h("span", { class: "who" }, words.bot)),
    h("div", { class: "text", lang: greeting ? languageOf(own, language) : null }, own),
    h("p", { class: "small" }, words.automated, " ", link),
    choices,
  );
  const update = (empty) => {
    choices.hidden = !empty;
  };
  return { node, update };
}
