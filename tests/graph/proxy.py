"""A small TCP proxy before a Neo4j server, which cuts the connection at a chosen moment."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Literal

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message by which a client of Bolt asks to make a transaction durable."""
CHANGE = b"CREATE (c:Change)"
"""What every change of a store of ours writes."""
Moment = Literal["never", "during", "before commit", "after commit"]


class Proxy:
    """Listens on 127.0.0.1; `cut_at` says at which moment of a writing it cuts all connections, once.

    `then` is called when it was cut. While `down`, nobody gets through.
    """

    def __init__(self, to: int) -> None:
        self._to = to
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self.cut_at: Moment = "never"
        self.then: Callable[[], None] = lambda: None
        self.down = False
        self.cuts = 0

    @property
    def url(self) -> str:
        return f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Proxy:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._listener.close()
        self.cut()

    def cut(self) -> None:
        """End every connection in the middle of whatever it is doing."""
        while self._open:
            end = self._open.pop()
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                if self.down:
                    client.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self._to))
                self._open += [client, server]
                writing = threading.Event()
                answered = threading.Event()
                for one, other, watch in ((client, server, writing), (server, client, None)):
                    threading.Thread(target=self._pass, args=(one, other, watch, answered), daemon=True).start()

    def _pass(
        self, one: socket.socket, other: socket.socket, writing: threading.Event | None, dropped: threading.Event
    ) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65_536):
                if writing is None:
                    if dropped.is_set():  # the server's word that it is durable
                        self._cut_now()
                        return
                elif CHANGE in data:
                    writing.set()
                    if self.cut_at == "during":
                        self._cut_now()
                        return
                if writing is not None and writing.is_set() and COMMIT in data:
                    if self.cut_at == "before commit":
                        self._cut_now()
                        return
                    if self.cut_at == "after commit":
                        dropped.set()
                other.sendall(data)

    def _cut_now(self) -> None:
        self.cut_at = "never"
        self.cuts += 1
        self.then()
        self.cut()
