"""`docker compose up` as far as it can be held to the truth without an engine: form, versions, ports and variables."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from api.cli.serve import is_loopback, serve_command
from graph.adapters.bolt import SCHEMES, read_address
from graph.testing.neo4j_server import VERSION

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
STACK: dict[str, Any] = yaml.safe_load(TEXT)
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
NEO4J, BINCK = STACK["services"]["neo4j"], STACK["services"]["binck"]
SCHEMA = Path("/usr/lib/python3/dist-packages/compose/config/compose_spec.json")
"""The schema of the Compose specification, as Debian's docker-compose has it."""


def docker_compose() -> str:
    program = shutil.which("docker-compose")
    if program is None or not SCHEMA.exists():
        wanted = os.environ.get("BINCK_REQUIRE", "")
        (pytest.fail if wanted else pytest.skip)("docker-compose is not here; install it: apt install docker-compose")
    return program


def config(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What docker-compose makes of the file, with no variables but these."""
    nothing = folder / "empty.env"
    nothing.touch()
    return subprocess.run(
        [docker_compose(), "-f", str(ROOT / "docker-compose.yml"), "--env-file", str(nothing), "config"],
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_keeps_the_schema_of_the_compose_specification():
    docker_compose()
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft201909Validator(schema).validate(STACK)


def test_docker_compose_reads_it_and_fills_in_the_variables(tmp_path):
    done = config(tmp_path, NEO4J_PASSWORD="not-a-secret", BINCK_PORT="8123")
    assert (done.returncode, done.stderr) == (0, "")
    made = yaml.safe_load(done.stdout)["services"]
    assert made["neo4j"]["environment"]["NEO4J_AUTH"] == "neo4j/not-a-secret"
    assert made["binck"]["environment"]["NEO4J_PASSWORD"] == "not-a-secret"
    assert "127.0.0.1:8123:8000" in str(made["binck"]["ports"])


@pytest.mark.parametrize("environment", [{}, {"NEO4J_PASSWORD": ""}])
def test_without_a_password_it_does_not_start_and_says_where_to_put_one(tmp_path, environment):
    done = config(tmp_path, **environment)
    assert done.returncode
    assert "put NEO4J_PASSWORD in the file .env" in done.stderr


def test_the_example_names_every_variable_and_chooses_no_password():
    wanted = set(re.findall(r"\$\{(\w+)", TEXT))
    named = dict(line.split("=", 1) for line in EXAMPLE.splitlines() if line and not line.startswith("#"))
    assert named.keys() == wanted == {"NEO4J_PASSWORD", "BINCK_PORT"}
    assert named["NEO4J_PASSWORD"] == ""
    assert f"${{BINCK_PORT:-{named['BINCK_PORT']}}}" in TEXT
    assert "/.env" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_image_is_the_version_that_the_tests_run_on():
    assert NEO4J["image"] == f"neo4j:{VERSION}-community"
    for page in ("README.md", "docs/neo4j.md"):
        assert VERSION.rpartition(".")[0] in (ROOT / page).read_text(encoding="utf-8")


def test_every_port_is_open_to_this_computer_alone():
    ports = [port for service in (NEO4J, BINCK) for port in service["ports"]]
    assert {port.partition(":")[0] for port in ports} == {"127.0.0.1"}
    assert len(ports) == 3


def test_the_store_is_one_that_binck_takes_with_user_and_password_beside_it():
    environment = {**BINCK["environment"], "NEO4J_PASSWORD": "x"}
    address = read_address(environment["BINCK_STORE"], environment)
    assert address.target == "neo4j://neo4j:7687"
    assert address.user == NEO4J["environment"]["NEO4J_AUTH"].partition("/")[0]
    assert address.target.partition(":")[0] in SCHEMES
    assert "neo4j" in STACK["services"]


def test_the_pages_wait_until_the_server_is_well():
    assert BINCK["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert NEO4J["healthcheck"]["test"][0] == BINCK["healthcheck"]["test"][0] == "CMD"


def test_the_pages_run_without_rights_on_a_file_system_that_is_only_read():
    assert (BINCK["read_only"], BINCK["cap_drop"], BINCK["tmpfs"]) == (True, ["ALL"], ["/tmp"])
    user = re.search(r"^USER (\S+)$", DOCKERFILE, re.MULTILINE)
    assert user is not None
    assert user[1] == BINCK["user"] == "10001:10001"


def test_the_image_calls_binck_with_options_that_it_has():
    command = json.loads(re.findall(r"^CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)[0])
    assert command[:2] == ["binck", "serve"]
    context = serve_command.make_context("serve", command[2:])
    assert context.params["host"] == "0.0.0.0"
    assert not is_loopback(context.params["host"])
    assert context.params["published_on_loopback"]
    assert context.params["load_if_empty"]
    assert not context.params["allow_any_host"]
    assert BINCK["ports"][0].endswith(f":{context.params['port']}")
    assert f"EXPOSE {context.params['port']}" in DOCKERFILE
    assert f":{context.params['port']}/" in BINCK["healthcheck"]["test"][-1]


def test_the_image_is_made_of_files_that_are_there_and_of_a_python_that_fits():
    copied = [name for line in re.findall(r"^COPY (.+) \S+$", DOCKERFILE, re.MULTILINE) for name in line.split()]
    kept = {line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] == "!"}
    assert set(copied) == kept
    assert all((ROOT / name).exists() for name in copied)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    image = re.search(r"^FROM python:3\.(\d+)-slim", DOCKERFILE, re.MULTILINE)
    assert image is not None
    assert f"Programming Language :: Python :: 3.{image[1]}" in project["classifiers"]
