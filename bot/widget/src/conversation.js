import { createApi } from "./api.js";
import { createDelivery } from "./delivery.js";
import { createOutbox } from "./outbox.js";
import { createReceiver } from "./receiver.js";
import { createSession } from "./session.js";

/**
 * The conversation as it is known on this page. `on.change()` after any change, `on.arrived(message)`
 * for each that came in, `on.replaced(expired)` when another conversation began, `on.returned(text, code)`
 * when a text could not be taken and belongs back into the input.
 */
export function createConversation({ address, store, language, on }) {
  const api = createApi(address);
  const messages = new Map();
  const state = { working: false, line: "live", pausedUntil: 0 };
  let cursor = 0;

  const session = createSession({ store, api, language, changed: begin });
  const delivery = createDelivery({ api, session, language, state, on });
  const outbox = createOutbox({ store, deliver: (item) => delivery(item, outbox), changed: on.change });
  const receiver = createReceiver({
    api,
    session,
    cursor: () => cursor,
    on: { event, line, lost: (used) => session.lost(used) },
  });

  function begin(expired) {
    messages.clear();
    cursor = 0;
    state.working = false;
    for (const item of outbox.read()) {
      if (item.state === "sent") outbox.remove(item.id);
      else if (item.button) outbox.update(item, { button: null }); // it belonged to the old one
    }
    on.replaced(expired);
    listen();
  }

  function event(kind, data) {
    if (kind === "state") state.working = data.working;
    if (kind === "message" && !messages.has(data.seq)) {
      messages.set(data.seq, data);
      cursor = Math.max(cursor, data.seq);
      const mine = outbox.read().find(({ id, seq }) => id === data.id || seq === data.seq);
      if (mine) outbox.remove(mine.id);
      on.arrived(data);
    }
    on.change();
  }

  function line(now) {
    const before = state.line;
    state.line = navigator.onLine ? now : "offline";
    if (before !== "live" && now === "live") outbox.flush();
    if (before !== state.line) on.change();
  }

  /** A hidden tab holds no connection: browsers allow few of them to one address. */
  function listen() {
    const wanted = session.known && navigator.onLine && document.visibilityState === "visible";
    if (wanted) receiver.start();
    else receiver.stop();
  }

  function networkChanged() {
    line(session.known ? "broken" : "live");
    listen();
    outbox.flush();
  }

  document.addEventListener("visibilitychange", listen);
  for (const change of ["online", "offline"]) addEventListener(change, networkChanged);
  if (!navigator.onLine) line("broken");
  listen();
  outbox.flush();

  return {
    state,
    messages: () => [...messages.values()].sort((a, b) => a.seq - b.seq),
    unsent: () => outbox.read().filter((item) => !item.seq || !messages.has(item.seq)),
    limit: () => session.known?.limit ?? 2000,
    say: (text) => outbox.add({ text }),
    press: (message, index) =>
      outbox.add({ text: message.buttons[index].title, button: { message: message.seq, index } }),
    retry(item) {
      outbox.update(item, { state: "waiting" });
      state.pausedUntil = 0;
      receiver.hurry();
      return outbox.flush();
    },
    async judge(message, value) {
      await api.judge(session.known.token, message.seq, value);
      message.feedback = value;
      on.change();
    },
    restart: () => session.restart(),
  };
}
