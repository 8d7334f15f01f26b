"""A real Neo4j server for tests, and for people without Docker: the very jars that the Docker image runs.

`python -m graph.testing.neo4j_server start|stop|fetch`, or `make neo4j` and `make neo4j-stop`.
The jars come from Maven's central repository, once, into the user's cache folder.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from graph.adapters.bolt import Address, Server
from graph.errors import StoreError
from graph.local import cache_folder

VERSION = "5.26.31"
"""The long-term support line of Neo4j, and the last that runs on Java 17."""
HEAP = "1g"
READY_WITHIN = 120.0
BRIEF = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Options of Java for a server that lives for minutes: it does not pay to compile well."""
HOME = Path("neo4j-home")
"""Where `make neo4j` keeps its data: beside the checkout's other stores."""
_ARTIFACTS = (("org.neo4j", "neo4j"), ("org.neo4j.app", "neo4j-server"))
_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
_PREFERRED_PORT = 7687


class Missing(Exception):
    """The message says what to install."""


def missing() -> str:
    """What keeps a server from being started here, as a sentence; empty when nothing does."""
    try:
        said = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    except OSError:
        said = ""
    version = re.search(r'version "(\d+)', said)
    if version is None or int(version[1]) not in range(17, 22):
        return f"Neo4j {VERSION} needs Java 17 or 21; install it: apt install openjdk-17-jre-headless"
    if not jars().is_dir() and shutil.which("mvn") is None:
        return f"The jars of Neo4j {VERSION} come by Maven; install it: apt install maven"
    return ""


def jars() -> Path:
    return cache_folder() / f"neo4j-{VERSION}"


def fetch_jars() -> Path:
    """The folder with the jars, fetched when it is not there yet. Raises `Missing`."""
    if (sentence := missing()) != "":
        raise Missing(sentence)
    folder = jars()
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix="neo4j-new-") as new:
            Path(new, "pom.xml").write_text(_pom(), encoding="utf-8")
            command = ["mvn", "-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime"]
            done = subprocess.run(
                [*command, "-DoutputDirectory=lib"], cwd=new, capture_output=True, text=True, check=False
            )
            if done.returncode:
                raise Missing(f"Maven could not fetch Neo4j {VERSION}; is there a connection? {done.stdout[-2000:]}")
            with suppress(OSError):  # another process was first
                Path(new, "lib").rename(folder)
    return folder


def _pom() -> str:
    wanted = "".join(
        f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId><version>{VERSION}</version></dependency>"
        for group, artifact in _ARTIFACTS
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>binck</groupId>'
        "<artifactId>neo4j-server</artifactId><version>1</version><packaging>pom</packaging>"
        f"<dependencies>{wanted}</dependencies></project>\n"
    )


def free_port(preferred: int = 0) -> int:
    """A port of 127.0.0.1 that nobody listens on; the preferred one when it is free."""
    for port in dict.fromkeys((preferred, 0)):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)) as listener:
            found: int = listener.getsockname()[1]
            return found
    raise OSError("no port of 127.0.0.1 is free")


class Neo4jServer:
    """One server with its data in `home`, on 127.0.0.1 only; started again it has the same data, port and password."""

    OPTIONS: Sequence[str] = ("-XX:+UseG1GC",)

    def __init__(
        self,
        home: Path,
        *,
        port: int = 0,
        settings: Mapping[str, str] | None = None,
        options: Sequence[str] | None = None,
    ) -> None:
        self.home = home.absolute()
        self._options = self.OPTIONS if options is None else tuple(options)
        self._pid_file = self.home / "pid"
        self._password_file = self.home / "password"
        self._port_file = self.home / "port"
        self.port = int(self._port_file.read_text()) if self._port_file.exists() else free_port(port)
        self.settings = dict(settings or {})

    @property
    def url(self) -> str:
        return f"neo4j://127.0.0.1:{self.port}"

    @property
    def password(self) -> str:
        return self._password_file.read_text(encoding="utf-8").strip()

    @property
    def pid(self) -> int:
        """The process of the server that was started in this home; 0 when it is not running."""
        with suppress(OSError, ValueError):
            pid = int(self._pid_file.read_text())
            with suppress(ChildProcessError):  # when it was started by another process
                os.waitpid(pid, os.WNOHANG)
            # the number may be another program's by now
            if str(self.home) in Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace"):
                return pid
        return 0

    def start(self, *, wait: bool = True) -> None:
        """Start it and wait until it answers. Raises `Missing`, or `TimeoutError` with the end of its log."""
        folder = fetch_jars()
        conf = self.home / "conf"
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        conf.mkdir(exist_ok=True)
        self.port = free_port(self.port)
        self._port_file.write_text(str(self.port))
        conf.joinpath("neo4j.conf").write_text(self._configuration(), encoding="utf-8")
        command = ["java", f"-Xmx{HEAP}", "-Dio.netty.tryReflectionSetAccessible=true", *self._options]
        command += [f"--add-opens={package}=ALL-UNNAMED" for package in _OPENED]
        command += ["-cp", f"{folder}/*", "org.neo4j.server.CommunityEntryPoint"]
        command += [f"--home-dir={self.home}", f"--config-dir={conf}"]
        log = str(self.home / "out.log")
        # a process of its own, which goes on when this one ends
        pid = os.posix_spawnp(
            command[0],
            command,
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                (os.POSIX_SPAWN_OPEN, 1, log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
                (os.POSIX_SPAWN_DUP2, 1, 2),
            ],
            setsid=True,
        )
        self._pid_file.write_text(str(pid))
        # the system shows the command line of a new process a moment later
        _until(lambda: bool(self.pid), 2)
        if wait:
            self.wait()

    def _configuration(self) -> str:
        settings = {
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.listen_address": f"127.0.0.1:{self.port}",
            "server.http.enabled": "false",
            "dbms.security.auth_enabled": "true",
            "dbms.usage_report.enabled": "false",
            "server.memory.pagecache.size": "256m",
            "db.tx_log.rotation.retention_policy": "64M size",
            **self.settings,
        }
        return "".join(f"{key}={value}\n" for key, value in settings.items())

    def wait(self) -> None:
        """Until it answers; the first time it gets a password that nobody chose."""
        first = not self._password_file.exists()
        server = Server(self._address("neo4j" if first else self.password), retry_for=0.0)
        try:
            deadline = time.monotonic() + READY_WITHIN
            while not server.answers():
                if time.monotonic() > deadline or not self.pid:
                    log = (self.home / "out.log").read_text(encoding="utf-8", errors="replace")
                    raise TimeoutError(f"Neo4j {VERSION} did not start in {self.home}: {log[-2000:]}")
                time.sleep(0.1)
            if first:
                password = secrets.token_urlsafe(24)
                server.change_password(password)
                with os.fdopen(os.open(self._password_file, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
                    file.write(password + "\n")
        finally:
            server.close()

    def _address(self, password: str) -> Address:
        return Address(self.url, self.url.replace("neo4j:", "bolt:"), None, "neo4j", password)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it in order; nothing when it is not running."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        pid = self.pid
        if not pid:
            return
        os.kill(pid, how)
        _until(lambda: not self.pid, 60)
        self._pid_file.unlink(missing_ok=True)


def _until(done: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not done() and time.monotonic() < deadline:
        time.sleep(0.05)


def _start() -> str:
    server = Neo4jServer(HOME, port=_PREFERRED_PORT)
    if not server.pid:
        sys.stderr.write(f"Starting Neo4j {VERSION} (the first time its jars are fetched, some 120 MB) ...\n")
        server.start()
    return (
        f"Neo4j {VERSION} runs at {server.url}, its data in {HOME}/. To load and to ask:\n\n"
        f'  export NEO4J_PASSWORD="$(cat {HOME}/password)"\n'
        f"  export BINCK_STORE={server.url}\n"
        "  .venv/bin/binck load\n"
        "  .venv/bin/binck ask\n\n"
        "Stop it with: make neo4j-stop"
    )


def _stop() -> str:
    server = Neo4jServer(HOME)
    if not server.pid:
        return "No Neo4j of this folder is running."
    server.stop()
    return f"Stopped. Its data is still in {HOME}/."


def _fetch() -> str:
    return f"The jars of Neo4j {VERSION} are in {fetch_jars()}"


def main(what: str) -> None:
    try:
        sys.stdout.write({"start": _start, "stop": _stop, "fetch": _fetch}[what]() + "\n")
    except (Missing, TimeoutError, StoreError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1])
