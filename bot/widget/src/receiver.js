import { listen } from "./events.js";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
const POLL_MS = 2_500;

/**
 * Keeps hearing one conversation: by a stream, and while none can be had by asking again and again.
 * `on.event(kind, data)`, `on.line(state)` with `live` or `broken`, `on.lost(session)` for 401.
 */
export function createReceiver({ api, session, cursor, on }) {
  let stop = () => {};
  let wake = () => {};

  async function stream(signal, known) {
    const heard = (kind, data) => {
      if (signal.aborted) return;
      on.line("live");
      on.event(kind, data);
    };
    return listen({ api, token: known.token, after: cursor(), signal, heard });
  }

  async function poll(signal, known) {
    const { messages, state } = await api.since(known.token, cursor());
    if (signal.aborted) return;
    for (const message of messages) on.event("message", message);
    on.event("state", state);
    on.line("live");
  }

  /** One try of each kind; whether the conversation could be heard. */
  async function round(signal) {
    const known = session.known;
    for (const way of [stream, poll]) {
      try {
        if (await way(signal, known)) return "streamed";
        if (way === poll) return "polled";
      } catch (error) {
        if (!signal.aborted && (error.status === 401 || error.status === 409)) await on.lost(known);
      }
    }
    return "unheard";
  }

  async function run(signal) {
    for (let failures = 0; !signal.aborted && session.known; ) {
      const outcome = await round(signal).catch(() => "unheard");
      if (signal.aborted) return;
      failures = outcome === "unheard" ? failures + 1 : 0;
      if (failures) on.line("broken");
      const growing = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
      await pause(outcome === "polled" ? POLL_MS : growing * (0.75 + Math.random() / 2));
    }
  }

  const pause = (ms) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => (clearTimeout(timer), resolve());
    });

  return {
    start() {
      stop();
      const controller = new AbortController();
      stop = () => (controller.abort(), wake());
      run(controller.signal);
    },
    stop: () => stop(),
    hurry: () => wake(),
  };
}
