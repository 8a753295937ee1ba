"""Every refusal in the form that docs/website-api.md promises: `{"error": ..., "message": ...}`."""

from collections.abc import Awaitable, Callable

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
CODES = {
    403: "origin",
    404: "not_found",
    405: "method",
    408: "timeout",
    413: "too_long",
    503: "unavailable",
}
OF_THE_TEXT_BEFORE = {"content-length", "content-type"}
SECONDS_TO_COME_AGAIN = "2"


def unavailable(who: str) -> web.HTTPServiceUnavailable:
    """Return the refusal of what an upstream that is not there should have answered."""
    return web.HTTPServiceUnavailable(
        headers={"Retry-After": SECONDS_TO_COME_AGAIN},
        text=f"The advisor cannot answer at the moment ({who} is not there); please try again.",
    )


@web.middleware
async def in_json(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Write refusals as JSON."""
    try:
        return await handler(request)
    except web.HTTPException as refusal:
        kept = {n: v for n, v in refusal.headers.items() if n.lower() not in OF_THE_TEXT_BEFORE}
        return web.json_response(
            {
                "error": CODES.get(refusal.status, "bad_request"),
                "message": refusal.text or refusal.reason,
            },
            status=refusal.status,
            headers={**kept, "Cache-Control": "no-store"},
        )
