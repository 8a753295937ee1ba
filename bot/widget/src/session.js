import { alone } from "./store.js";

const KEY = "session";

/**
 * The conversation's token, shared by all tabs. `generation` names the conversation: a renewed
 * token keeps it, a new conversation has another, which `changed` is told (by this tab or another;
 * with true where the old one was not known to the server any more).
 */
export function createSession({ store, api, language, changed }) {
  let known = store.get(KEY);

  function keep(session, expired) {
    store.set(KEY, session);
    notice(expired);
  }

  function notice(expired = false) {
    const before = known?.generation;
    known = store.get(KEY);
    if (known?.generation !== before) changed(expired);
  }

  const open = (old) =>
    api.open(language(), old).catch((error) => {
      if (!old || error.status !== 401) throw error;
      return api.open(language(), null); // nothing left to close
    });

  /** Asks for a conversation, unless another tab has got one since `old`. */
  const replace = (old, expired) =>
    alone("rfs-advisor-session", async () => {
      notice();
      if (known && (known.generation !== old?.generation || known.token !== old.token)) return known;
      const { session, limit } = await open(old?.closing ? old.token : null);
      keep({ token: session, limit, generation: crypto.getRandomValues(new Uint32Array(2)).join("-") }, expired);
      return known;
    });

  store.watch((key) => key === KEY && notice());
  return {
    get known() {
      return known;
    },
    ensure: async () => known ?? replace(null),
    lost: (used) => replace(used, true),
    restart: () => replace(known && { ...known, closing: true }),
    renew(used, token) {
      if (token && known?.generation === used.generation) keep({ ...known, token });
    },
  };
}
