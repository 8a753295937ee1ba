import { createParser } from "../vendor/eventsource-parser/index.js";

const SILENCE_MS = 40_000; // a comment comes every 15 seconds
const FIRST_MS = 8_000; // the state comes at once, unless something in between holds it back

/**
 * Reads one stream of events until it ends; an error when it could not be had. `heard({event, data})`
 * gets each, `data` parsed. Resolves to whether anything was heard.
 */
export async function listen({ api, token, after, signal, heard }) {
  const gone = new AbortController();
  const give = () => gone.abort();
  signal.addEventListener("abort", give);
  let timer = setTimeout(give, FIRST_MS);
  let any = false;
  const parser = createParser({
    onEvent({ event, data }) {
      any = true;
      heard(event, JSON.parse(data));
    },
  });
  try {
    const response = await api.events(token, after, gone.signal);
    const stream = /event-stream/.test(response.headers.get("Content-Type"));
    const reader = stream && response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part; reader && !(part = await reader.read()).done; ) {
      clearTimeout(timer);
      timer = setTimeout(give, SILENCE_MS);
      parser.feed(part.value);
    }
  } catch (error) {
    if (!any) throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", give);
    gone.abort();
  }
  return any;
}
