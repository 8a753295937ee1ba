"""Which pages of other sites may talk with an upstream: those of the settings' origins.

The upstream still refuses what it does not want; this tells browsers what a page may read.
"""

from aiohttp import web

from bot.gateway.errors import Handler

SECONDS_TO_REMEMBER = "600"
MAY_BE_SENT = "Authorization, Content-Type, Last-Event-ID"
MAY_BE_READ = "Retry-After"


class Cors:
    """The rule for the addresses below `prefixes`."""

    def __init__(self, origins: tuple[str, ...], prefixes: tuple[str, ...]) -> None:
        """Take the origins whose pages may talk, and with what."""
        self._origins, self._prefixes = origins, tuple(f"{prefix}/" for prefix in prefixes)

    async def add(self, request: web.Request, response: web.StreamResponse) -> None:
        """Let the page of an allowed origin read an answer, the gateway's own refusals too."""
        if not request.path.startswith(self._prefixes):
            return
        response.headers["Vary"] = "Origin"
        origin = request.headers.get("Origin", "")
        if origin in self._origins:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = MAY_BE_READ

    def preflight(self, methods: tuple[str, ...]) -> Handler:
        """Return the handler that answers a browser that asks first; it needs no upstream."""

        async def handler(request: web.Request) -> web.StreamResponse:
            if request.headers.get("Origin", "") not in self._origins:
                raise web.HTTPForbidden(text="This page may not talk with the advisor.")
            return web.Response(
                status=204,
                headers={
                    "Access-Control-Allow-Methods": ", ".join(methods),
                    "Access-Control-Allow-Headers": MAY_BE_SENT,
                    "Access-Control-Max-Age": SECONDS_TO_REMEMBER,
                },
            )

        return handler
