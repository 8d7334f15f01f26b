"""The OpenAPI description, at `/api/openapi.json`."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.http import schemas
from api.http.replies import PROBLEM

_REF = "#/components/schemas/{model}"


def document(app: FastAPI) -> dict[str, Any]:
    """FastAPI's own description, with problem details as the answer to all that goes wrong."""
    if app.openapi_schema is None:
        whole = get_openapi(
            title="binckhorst-network",
            version=app.version,
            summary="Who works with whom in the Binckhorst, on what, and where we have that from.",
            routes=app.routes,
        )
        models = schemas.Problem.model_json_schema(ref_template=_REF)
        parts = whole["components"]["schemas"]
        parts |= models.pop("$defs") | {"Problem": models}
        for unused in ("HTTPValidationError", "ValidationError"):
            parts.pop(unused, None)
        wrong = {
            "description": "What went wrong",
            "content": {PROBLEM: {"schema": {"$ref": _REF.format(model="Problem")}}},
        }
        for path in whole["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)
                operation["responses"]["default"] = wrong
        app.openapi_schema = whole
    return app.openapi_schema
