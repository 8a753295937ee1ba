const PATIENCE_MS = 20_000;

/** An answer other than the one wished for. `status` 0: there was none. */
export class ApiError extends Error {
  constructor(status, code, retryAfter) {
    super(code);
    Object.assign(this, { status, code, retryAfter });
  }
}

/** The calls of docs/website-api.md. */
export function createApi(base) {
  async function call(path, token, { body, headers, signal, method = body ? "POST" : "GET" } = {}) {
    const request = {
      method,
      signal: signal ?? AbortSignal.timeout(PATIENCE_MS),
      credentials: "omit",
      cache: "no-store",
      headers: { ...headers, ...(token && { Authorization: `Bearer ${token}` }) },
    };
    if (body) {
      request.headers["Content-Type"] = "application/json";
      request.body = JSON.stringify(body);
    }
    const response = await fetch(base + path, request).catch(() => null);
    if (!response) throw new ApiError(0, "unreachable");
    if (!response.ok) throw await refusal(response);
    return response;
  }
  const json = async (...request) => (await call(...request)).json().catch(() => fail());
  return {
    open: (language, old) => json("/sessions", old, { body: { language } }),
    say: (token, body) => json("/messages", token, { body }),
    since: (token, seq) => json(`/messages?after=${seq}`, token),
    judge: (token, message, value) => call("/feedback", token, { body: { message, value } }),
    events: (token, seq, signal) =>
      call("/events", token, { signal, headers: { Accept: "text/event-stream", "Last-Event-ID": seq } }),
  };
}

async function refusal(response) {
  const { error } = await response.json().catch(() => ({}));
  return new ApiError(response.status, error, Number(response.headers.get("Retry-After")) || 0);
}

function fail() {
  throw new ApiError(0, "unreadable");
}
