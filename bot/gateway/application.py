"""The gateway as one application: files, pages, health and what is passed on."""

import asyncio
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.gateway.cors import Cors
from bot.gateway.errors import Handler, in_json
from bot.gateway.files import A_SHORT_WHILE, ASK_EACH_TIME, Folder, file_response
from bot.gateway.headers import WIDGET_PREFIX, add_security
from bot.gateway.proxy import HTTP, NOT_THERE, Proxy, client_session
from bot.gateway.upstreams import Upstream, upstreams
from bot.settings import ROOT, Settings

WIDGET = ROOT / "bot" / "widget"
LOADER = "embed.js"
SECONDS_FOR_HEALTH = aiohttp.ClientTimeout(total=2)


def application(settings: Settings, widget: Path = WIDGET) -> web.Application:
    """Return the gateway for `settings`, with the files in the folder `widget`."""
    app = web.Application(
        client_max_size=settings.request_max_bytes + 1,  # aiohttp refuses what is as long as this
        middlewares=[in_json],
    )
    behind = upstreams(settings)
    app.cleanup_ctx.append(client_session)
    app.on_response_prepare.append(add_security)  # type: ignore[arg-type]
    app.router.add_get("/healthz", health(behind))
    app.router.add_get(f"{WIDGET_PREFIX}{{path:.+}}", widget_files(widget))
    app.router.add_get("/", page(widget / "demo" / "index.html"))
    app.router.add_get("/privacy", page(widget / "demo" / "privacy.html"))
    app.router.add_get("/demo/{path:.+}", files(Folder(widget / "demo")))
    pass_on(app, behind, settings)
    return app


def pass_on(app: web.Application, behind: tuple[Upstream, ...], settings: Settings) -> None:
    """Add the routes of the upstreams."""
    open_to_sites = tuple(each.prefix for each in behind if each.for_other_sites)
    cors = Cors(settings.origins, open_to_sites)
    app.on_response_prepare.append(cors.add)  # type: ignore[arg-type]
    for upstream in behind:
        proxy, below = Proxy(upstream, settings.trusted_proxies), f"{upstream.prefix}/{{path:.*}}"
        app.on_shutdown.append(proxy.end_streams)  # type: ignore[arg-type]
        for method in upstream.methods:
            app.router.add_route(method, below, proxy.handle)
        if upstream.for_other_sites:
            app.router.add_options(below, cors.preflight(upstream.methods))


def widget_files(root: Path) -> Handler:
    """Return the handler of the widget's files; the one that pages link to is kept for a while."""
    folder = Folder(root, names=(LOADER, "*.css"), folders=("src", "vendor", "css", "demo"))

    async def handler(request: web.Request) -> web.Response:
        path = request.match_info["path"]
        cache = A_SHORT_WHILE if path == LOADER else ASK_EACH_TIME
        return file_response(request, folder.find(path), cache)

    return handler


def files(folder: Folder) -> Handler:
    """Return the handler of the files in `folder`."""

    async def handler(request: web.Request) -> web.Response:
        return file_response(request, folder.find(request.match_info["path"]), ASK_EACH_TIME)

    return handler


def page(path: Path) -> Handler:
    """Return the handler of one page."""

    async def handler(request: web.Request) -> web.Response:
        return file_response(request, path, ASK_EACH_TIME)

    return handler


def health(behind: tuple[Upstream, ...]) -> Handler:
    """Return the handler that tells that the gateway serves, and which upstreams do."""

    async def handler(request: web.Request) -> web.Response:
        http = request.app[HTTP]
        servers = {each.name: each for each in behind}
        states = await asyncio.gather(*(_state(http, each) for each in servers.values()))
        return web.json_response(
            {"status": "ok", **dict(zip(servers, states, strict=True))},
            headers={"Cache-Control": "no-store"},
        )

    return handler


async def _state(http: aiohttp.ClientSession, upstream: Upstream) -> str:
    try:
        async with http.get(f"{upstream.url}/", timeout=SECONDS_FOR_HEALTH) as answer:
            return "up" if answer.status < 500 else "down"  # noqa: PLR2004
    except NOT_THERE:
        return "down"
