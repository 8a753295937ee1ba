import { h } from "./dom.js";
import { greetingRow, messageRow, unsentRow } from "./message.js";
import { dayName, dayOf } from "./time.js";

/**
 * Makes the function that turns a conversation into rows `{key, node}` in their order. A row is
 * made once and then updated in place, so that focus and what is unfolded stay.
 */
export function createRows(actions) {
  let made = new Map();
  let madeIn;

  return function rows({ messages, unsent, working, language, words, greeting, privacy }) {
    if (madeIn !== language) made = new Map();
    madeIn = language;
    const kept = new Map();
    const context = { language, words, ...actions };
    const take = (key, make, value) => {
      const row = made.get(key) ?? make();
      row.update?.(value);
      kept.set(key, row);
    };

    take("greeting", () => greetingRow({ greeting, privacy }, context), messages.length + unsent.length === 0);
    let day = null;
    const offering = offers(messages, unsent);
    for (const message of messages) {
      if (dayOf(message.at) !== day) {
        day = dayOf(message.at);
        take(`day ${day}`, () => dayRow(message.at, context));
      }
      const make = () => messageRow(message, context);
      take(message.seq, make, { active: message.seq === offering, feedback: message.feedback });
    }
    for (const item of unsent) take(item.id, () => unsentRow(item, context), item);
    if (working) take("working", () => ({ node: workingNode(words) }));
    made = kept;
    return [...kept].map(([key, { node }]) => ({ key, node }));
  };
}

/** The message whose buttons may still be pressed: nothing was said by the visitor since. */
function offers(messages, unsent) {
  if (unsent.some(({ state }) => state !== "refused")) return null;
  const spoken = messages.findLastIndex(({ from }) => from === "visitor");
  return messages.slice(spoken + 1).findLast(({ buttons }) => buttons?.length)?.seq;
}

const dayRow = (at, { language, words }) => ({
  node: h("p", { class: "day" }, h("span", null, dayName(at, language, words))),
});

const workingNode = (words) =>
  h("p", { class: "working" }, h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")), words.working);
