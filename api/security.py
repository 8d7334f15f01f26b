"""Who may speak to the pages, and what a browser may do with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL = ("localhost", "127.0.0.1", "[::1]")
"""The names of this computer: a page elsewhere on the web cannot make a browser send these to us."""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-cache",
}
SCRIPTED = {"Content-Security-Policy": f"{HEADERS['Content-Security-Policy']}; script-src 'self'"}
"""For the page of the map, the one that has a script of its own; it works without."""

_HOST = re.compile(r"(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::\d{1,5})?", re.ASCII)


def from_this_site(request: Request) -> bool:
    """Whether a page of this server sent a form: the browser says so, by either of two headers.

    Since pages send no referrer, the origin of their forms is `null` and `Sec-Fetch-Site` tells; a page
    elsewhere cannot set either.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    return site == "same-origin" if site else origin == f"{request.url.scheme}://{request.headers.get('host')}"


class Guard:
    """Refuses requests for another host and puts the headers on every response.

    `hosts` are the names that may stand in the Host header, with whatever port; None allows all.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str] | None, refuse: Callable[[Scope], ASGIApp]) -> None:
        self._app = app
        self._hosts = hosts
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        allowed = self._hosts is None or self._named(Headers(scope=scope).getlist("host"), self._hosts)
        await (self._app if allowed else self._refuse(scope))(scope, receive, guarded)

    @staticmethod
    def _named(given: list[str], hosts: Collection[str]) -> bool:
        """Whether there is one Host header, and it names one of `hosts`."""
        match = _HOST.fullmatch(given[0].lower()) if len(given) == 1 else None
        return match is not None and match[1] in hosts
