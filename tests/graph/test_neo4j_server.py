"""The server for tests and for people without Docker: real, on this computer only, with a password nobody chose."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
from pathlib import Path

import pytest

from graph.testing import neo4j_server as module
from graph.testing.neo4j_server import BRIEF, VERSION, Missing, Neo4jServer, fetch_jars, free_port, main, missing
from tests.cypher import cypher

here = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]


def with_marks(function):
    for mark in here:
        function = mark(function)
    return function


def java(folder: Path, version: str) -> None:
    """A `java` that says it has this version."""
    program = folder / "java"
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2025-04-15' >&2\n")
    program.chmod(0o755)


@pytest.mark.parametrize("version", ["", "11.0.2", "25"])
def test_without_a_java_that_fits_the_sentence_says_what_to_install(tmp_path, monkeypatch, version):
    if version:
        java(tmp_path, version)
    monkeypatch.setenv("PATH", f"{tmp_path}:/nowhere")
    assert missing() == f"Neo4j {VERSION} needs Java 17 or 21; install it: apt install openjdk-17-jre-headless"
    with pytest.raises(Missing, match="needs Java 17 or 21"):
        fetch_jars()


def test_without_maven_the_sentence_says_so_unless_the_jars_are_there(tmp_path, monkeypatch):
    java(tmp_path, "17.0.15")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    monkeypatch.setattr(module.shutil, "which", lambda _: None)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert missing() == f"The jars of Neo4j {VERSION} come by Maven; install it: apt install maven"
    (tmp_path / "binck" / f"neo4j-{VERSION}").mkdir(parents=True)
    assert missing() == ""


def test_a_port_that_is_taken_is_not_given(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert free_port(port) != port
    assert free_port(port) == port


@with_marks
def test_it_is_the_pinned_version_and_listens_on_this_computer_only(neo4j_url, neo4j_server):
    asked = "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' RETURN versions, edition"
    assert cypher(neo4j_url, asked) == [[[VERSION], "community"]]
    sockets = Path(f"/proc/{neo4j_server.pid}/net/tcp").read_text() + Path("/proc/net/tcp6").read_text()
    listening = {line.split()[1] for line in sockets.splitlines() if f":{neo4j_server.port:04X} " in line}
    local = {address.partition(":")[0] for address in listening if address.endswith(f":{neo4j_server.port:04X}")}
    assert local <= {"0100007F", "0000000000000000FFFF00000100007F"}
    assert local


@with_marks
def test_only_this_user_may_read_its_password_and_no_command_line_shows_it(neo4j_server):
    assert len(neo4j_server.password) > 20
    assert stat.S_IMODE((neo4j_server.home / "password").stat().st_mode) == 0o600
    assert stat.S_IMODE(neo4j_server.home.stat().st_mode) == 0o700
    assert neo4j_server.password not in Path(f"/proc/{neo4j_server.pid}/cmdline").read_text()
    assert neo4j_server.password not in (neo4j_server.home / "conf" / "neo4j.conf").read_text()


@with_marks
@pytest.mark.slow
def test_it_starts_stops_and_starts_again_with_the_same_data(neo4j_server, tmp_path, monkeypatch, capsys):
    """As `make neo4j` does it, each time in another process."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Neo4jServer, "OPTIONS", BRIEF)
    main("start")
    said = capsys.readouterr().out
    first = Neo4jServer(module.HOME)
    assert f"Neo4j {VERSION} runs at {first.url}, its data in neo4j-home/." in said
    assert first.password not in said
    exports = [line.strip() for line in said.splitlines() if line.strip().startswith("export")]
    shell = subprocess.run(["sh", "-c", f"{'; '.join(exports)}; env"], capture_output=True, text=True, check=True)
    told = dict(line.partition("=")[::2] for line in shell.stdout.splitlines())
    assert (told["NEO4J_PASSWORD"], told["BINCK_STORE"]) == (first.password, first.url)
    monkeypatch.setenv("NEO4J_PASSWORD", first.password)
    cypher(first.url, "CREATE (:Thing)")
    pid = first.pid
    main("start")
    assert Neo4jServer(module.HOME).pid == pid
    main("stop")
    assert Neo4jServer(module.HOME).pid == 0
    again = Neo4jServer(module.HOME, options=BRIEF)
    again.start()
    assert (again.url, again.password) == (first.url, first.password)
    assert cypher(again.url, "MATCH (t:Thing) RETURN count(t)") == [[1]]
    again.stop()
    capsys.readouterr()
    main("stop")
    assert capsys.readouterr().out == "No Neo4j of this folder is running.\n"


@with_marks
def test_a_process_that_got_its_number_since_is_left_alone(neo4j_server, tmp_path):
    (tmp_path / "pid").write_text(str(os.getpid()))
    assert Neo4jServer(tmp_path).pid == 0
