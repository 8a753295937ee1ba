import { newId } from "./outbox.js";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
const SHOWN_AFTER = 2; // tries without success after which the visitor is told

/** Makes the function that sends one item of the outbox and does what the answer asks for. */
export function createDelivery({ api, session, language, state, on }) {
  let timer;

  /** Leaves the item for later: true to go on with the next, false to stop here. */
  function later(outbox, item, seconds) {
    const tries = (item.tries ?? 0) + 1;
    const pause = seconds ? seconds * 1_000 : Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
    clearTimeout(timer);
    timer = setTimeout(() => outbox.flush(), pause);
    state.pausedUntil = seconds ? Date.now() + pause : 0;
    outbox.update(item, { tries, late: tries >= SHOWN_AFTER });
    return false;
  }

  function giveBack(outbox, item, code) {
    outbox.remove(item.id);
    on.returned(item.text, code);
    return true;
  }

  function refused(outbox, item, code) {
    outbox.update(item, { state: "refused", code });
    return true;
  }

  /** In another conversation; the item is still the first that waits, so it is next. */
  async function anew(outbox, item, error, used) {
    try {
      await session.lost(used);
    } catch {
      return later(outbox, item);
    }
    if (item.again) return later(outbox, item);
    outbox.update(item, { again: true });
    return true;
  }

  /** The button is not known any more: its words are. */
  function sayInstead(outbox, item) {
    if (!item.button) return refused(outbox, item, "not_found");
    outbox.update(item, { button: null, id: newId() });
    return true;
  }

  const answers = {
    401: anew,
    404: sayInstead,
    409: anew,
    413: (outbox, item) => giveBack(outbox, item, "too_long"),
    422: (outbox, item) => giveBack(outbox, item, "empty"),
    429: (outbox, item, error) => later(outbox, item, error.retryAfter || 5),
    400: (outbox, item, error) => refused(outbox, item, error.code),
    403: (outbox, item, error) => refused(outbox, item, error.code),
  };


  return async function deliver(item, outbox) {
    if (!navigator.onLine) return false;
    let used;
    try {
      used = await session.ensure();
      const what = item.button ? { button: item.button } : { text: item.text };
      const { seq, session: token } = await api.say(used.token, { id: item.id, ...what, language: language() });
      session.renew(used, token);
      state.pausedUntil = 0;
      outbox.update(item, { state: "sent", seq });
      return true;
    } catch (error) {
      const answer = answers[error.status] ?? (() => later(outbox, item));
      return answer(outbox, item, error, used);
    }
  };
}
