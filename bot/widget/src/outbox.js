import { alone } from "./store.js";

const PREFIX = "out.";

/**
 * What the visitor has written and the server has not shown back yet, one key of the store each,
 * so that tabs cannot overwrite each other. An item: `{id, text, button?, at, state}`, where state is
 * `waiting`, `sent` (202, its event is awaited) or `refused` (will not be sent by itself).
 *
 * `deliver(item)` sends one: true when done with it, false to leave the rest for later.
 */
export function createOutbox({ store, deliver, changed }) {
  let flushing = null;
  let more = false; // something was added that the run under way may not have seen
  let last = 0;

  const read = () => store.keys(PREFIX).map((key) => store.get(key)).filter(Boolean);
  const find = (id) => read().find((item) => item.id === id);
  const next = () => read().find((item) => item.state === "waiting");

  function write(item) {
    store.set(item.key, item);
    changed();
  }

  async function deliverAll() {
    for (let item = next(); item; item = next()) if (!(await deliver(item))) return;
  }

  /** Sends what waits, in order; never twice at a time, neither here nor in another tab. */
  function flush() {
    flushing ??= Promise.resolve(alone("rfs-advisor-outbox", deliverAll)).finally(() => {
      flushing = null;
      if (more) flush();
      more = false;
    });
    return flushing;
  }

  store.watch((key) => key.startsWith(PREFIX) && changed());
  return {
    read,
    flush,
    add(content) {
      const at = (last = Math.max(Date.now(), last + 1));
      const id = newId();
      write({ ...content, id, at, key: `${PREFIX}${at}-${id}`, state: "waiting" });
      more = Boolean(flushing);
      return flush();
    },
    update(item, change) {
      const now = find(item.id);
      if (now) write({ ...now, ...change });
    },
    remove(id) {
      const item = find(id);
      if (item) store.remove(item.key);
      changed();
    },
  };
}

/** Random, in the alphabet that the API takes. */
export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
