"""`binck serve`: the pages and the JSON on this computer."""

from __future__ import annotations

import ipaddress
import os
import socket
from typing import TYPE_CHECKING

import click

from api.cli.command import command
from api.cli.output import progress_bar, say
from api.opening import open_desk
from graph.desk import Desk
from graph.errors import Refused, StoreError
from graph.texts import Lang
from ingest.loader import files_named, load_files

if TYPE_CHECKING:
    from fastapi import FastAPI


@command(
    "serve",
    "Open de pagina's op deze computer; stoppen met Ctrl-C. ¦ Serve the pages on this computer; Ctrl-C stops it.",
    "serve --port 8001",
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="De poort. ¦ The port.")
@click.option("--host", default="127.0.0.1", help="Het adres van deze computer. ¦ The address of this computer.")
@click.option(
    "--load-if-empty",
    is_flag=True,
    help="Laad de Binckhorst-gegevens als de opslag leeg is. ¦ Load the Binckhorst data set when the store is empty.",
)
@click.option(
    "--allow-any-host",
    is_flag=True,
    help="Luister ook buiten deze computer, voor iedereen en zonder inloggen; alleen achter een eigen poort of proxy."
    " ¦ Listen beyond this computer too, for everybody and without a login; only behind a port or proxy of your own.",
)
@click.option(
    "--published-on-loopback",
    is_flag=True,
    help="Luister op elk adres, voor een container waarvan de poort alleen op 127.0.0.1 van de computer staat; wie een"
    " andere naam gebruikt krijgt geen antwoord. ¦ Listen at any address, for a container whose port is on 127.0.0.1"
    " of the computer alone; who uses another name gets no answer.",
)
def serve_command(
    port: int,
    host: str,
    load_if_empty: bool,
    allow_any_host: bool,
    published_on_loopback: bool,
    store: str,
    lang: Lang,
    as_json: bool,
) -> None:
    if not (allow_any_host or published_on_loopback or is_loopback(host)):
        raise Refused(
            f"{host} is ook van buiten te bereiken en inloggen kan nog niet; gebruik 127.0.0.1,"
            " of --allow-any-host achter een eigen poort of proxy",
            f"{host} can be reached from outside and there is no login yet; use 127.0.0.1,"
            " or --allow-any-host behind a port or proxy of your own",
        )
    desk = open_desk(store, notify=lambda text: say(text.say(lang)))
    with listening(host, port) as listener:
        if load_if_empty:
            _load_if_empty(desk, lang)
        from api.app import create_app
        from api.security import LOCAL

        app = create_app(desk, hosts=None if allow_any_host else LOCAL)
        _run(app, listener, lang)


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach an address.

    >>> [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "192.168.1.4", "example.org")]
    [True, True, True, False, False, False]
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def listening(host: str, port: int) -> socket.socket:
    """A socket that holds the port, so that nothing is loaded for a page that cannot open.

    Raises `Refused` when the port is taken or the address is not this computer's.
    """
    listener = None
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        if os.name == "posix":  # elsewhere it would let two programs share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError as error:
        if listener is not None:
            listener.close()
        other = port + 1 if port < 65535 else 8001
        raise Refused(
            f"Poort {port} van {host} is niet te gebruiken ({error.strerror}); misschien draait er al iets."
            f" Neem een andere: make run PORT={other}, of binck serve --port {other}",
            f"Port {port} of {host} cannot be used ({error.strerror}); perhaps something runs there already."
            f" Take another: make run PORT={other}, or binck serve --port {other}",
        ) from error
    return listener


def _load_if_empty(desk: Desk, lang: Lang) -> None:
    with desk.store.reading() as view:
        if view.version:
            return
    say("De Binckhorst-gegevens worden geladen." if lang == "nl" else "Loading the Binckhorst data set.")
    with progress_bar(lang) as progress:
        reports = load_files(desk.knowledge, files_named(()), named=False, progress=progress)
    refused = [refusal.say(lang) for report in reports for refusal in report.refused]
    for line in refused:
        say(f"{'Geweigerd' if lang == 'nl' else 'Refused'}: {line}")
    if refused and not any(report.added for report in reports):
        raise StoreError("Er is niets geladen", "Nothing was loaded")


def _run(app: FastAPI, listener: socket.socket, lang: Lang) -> None:
    import uvicorn

    class Server(uvicorn.Server):
        """Says where it is when it is there."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            host, port = listener.getsockname()[:2]
            click.echo(f"http://{f'[{host}]' if ':' in host else host}:{port}/")
            say("Stoppen: Ctrl-C" if lang == "nl" else "Stop: Ctrl-C")

    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off")
    try:
        Server(config).run([listener])
    except KeyboardInterrupt:
        say("Gestopt." if lang == "nl" else "Stopped.")
