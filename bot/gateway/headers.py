"""Headers: what every answer carries, what is passed on, and whose request it is."""

import ipaddress

from aiohttp import web
from multidict import CIMultiDict, MultiMapping

WIDGET_PREFIX = "/widget/"
SECURITY = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self';"
        " frame-ancestors 'self'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
FOR_EVERY_SITE = {
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
}
HOP_BY_HOP = {
    *("connection", "keep-alive", "proxy-authenticate", "proxy-authorization"),
    *("proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"),
}
CLAIMS_OF_THE_SENDER = {
    *("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-path"),
    *("x-forwarded-port", "x-forwarded-proto", "x-real-ip", "x-scheme"),
}
"""What a proxy says about a request; from a visitor they are lies."""

SETTLED_HERE = {"accept-encoding", "content-length", "expect"}
SAID_BY_THE_GATEWAY = {"date", "server"}


async def add_security(request: web.Request, response: web.StreamResponse) -> None:
    """Add what every answer carries, unless an upstream has said it more precisely."""
    added = SECURITY | (FOR_EVERY_SITE if request.path.startswith(WIDGET_PREFIX) else {})
    for name, value in added.items():
        response.headers.setdefault(name, value)
    response.headers.pop("Server", None)


def to_upstream(request: web.Request, trusted_proxies: int) -> CIMultiDict[str]:
    """Return the headers of a request as an upstream gets them."""
    headers = _end_to_end(request.headers, CLAIMS_OF_THE_SENDER | SETTLED_HERE)
    headers["X-Forwarded-For"] = client_address(request, trusted_proxies)
    return headers


def to_client(headers: MultiMapping[str]) -> CIMultiDict[str]:
    """Return the headers of an upstream's answer as the client gets them."""
    return _end_to_end(headers, SAID_BY_THE_GATEWAY)


def client_address(request: web.Request, trusted_proxies: int) -> str:
    """Return whom the request is from: the peer, or whom the outermost proxy of ours named.

    Each proxy adds its own peer at the end of X-Forwarded-For; all before that the sender wrote.
    """
    peer = request.remote or ""
    if not trusted_proxies:
        return peer
    said = ",".join(request.headers.getall("X-Forwarded-For", [])).split(",")
    named = said[-trusted_proxies].strip() if len(said) >= trusted_proxies else ""
    return named if _is_address(named) else peer


def _end_to_end(headers: MultiMapping[str], without: set[str]) -> CIMultiDict[str]:
    named = ",".join(headers.getall("Connection", [])).lower().split(",")
    dropped = HOP_BY_HOP | without | {name.strip() for name in named}
    return CIMultiDict((n, value) for n, value in headers.items() if n.lower() not in dropped)


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
