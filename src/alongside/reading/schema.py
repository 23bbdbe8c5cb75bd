"""JSON Schema of each data file, for editors, and the keys that may stand at a place."""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from alongside.model import Bank, Campus, Checklist, Course, RolePlay, RunSheets, Shapes
from alongside.model.base import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import BaseModel

SCHEMA_MODELS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "bank": Bank,
        "campus": Campus,
        "checklist": Checklist,
        "course": Course,
        "role_play": RolePlay,
        "run_sheets": RunSheets,
        "shapes": Shapes,
    }
)
"""Name of the file in ``schema/`` → the model it is made from."""

Json = dict[str, Any]


def schema_text(name: str) -> str:
    """Return the file ``schema/<name>.json`` as it must stand on disk."""
    made = SCHEMA_MODELS[name].model_json_schema(by_alias=True)
    classes = {one.__name__: one for one in _subclasses(Value)}
    for title, part in [(SCHEMA_MODELS[name].__name__, made), *made.get("$defs", {}).items()]:
        for key, said in _notes(classes[title]).items():
            part["properties"][key].setdefault("description", said)
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def keys_at(model: type[BaseModel], value: object, place: Sequence[str | int]) -> list[str]:
    """Return the keys that may stand in the mapping at the place; none where any may."""
    schema = _schema(model)
    here = _chosen(schema, schema, value)
    for step in place:
        value = _inside(value, step)
        here = _chosen(schema, _below(here, step), value)
    return list(here.get("properties", ()))


def _subclasses(model: type[BaseModel]) -> list[type[BaseModel]]:
    return [model, *(deep for one in model.__subclasses__() for deep in _subclasses(one))]


def _notes(model: type[BaseModel]) -> dict[str, str]:
    """Return what the model's source says of each key, so that an editor can show it."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if not issubclass(one, Value):
            continue
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(one))).body
        body = tree.body if isinstance(tree, ast.ClassDef) else []
        for field, said in pairwise(body):
            match field, said:
                case (
                    ast.AnnAssign(target=ast.Name(id=key)),
                    ast.Expr(value=ast.Constant(value=str(words))),
                ):
                    found[key] = inspect.cleandoc(words)
    return {
        info.alias or key: found[key]
        for key, info in model.model_fields.items()
        if key in found
    }


@cache
def _schema(model: type[BaseModel]) -> Json:
    return model.model_json_schema(by_alias=True)


def _inside(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def _below(schema: Json, step: str | int) -> Json:
    """Return the schema of what stands under the key or index."""
    under = schema.get("items", {})
    if isinstance(step, str):
        others = [
            schema.get("additionalProperties"),
            *schema.get("patternProperties", {}).values(),
        ]
        open_to = next((other for other in others if isinstance(other, dict)), {})
        under = schema.get("properties", {}).get(step, open_to)
    return under if isinstance(under, dict) else {}


def _chosen(whole: Json, schema: Json, value: object) -> Json:
    """Follow references, and in a choice take the branch that the value means."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return _chosen(whole, whole["$defs"][name], value)
    if "discriminator" in schema and isinstance(value, dict):
        targets = schema["discriminator"]["mapping"]
        target = targets.get(str(value.get(schema["discriminator"]["propertyName"])))
        return _chosen(whole, {"$ref": target}, value) if target else {}
    branches = [_chosen(whole, branch, value) for branch in schema.get("anyOf", ())]
    kind = "object" if isinstance(value, dict) else "array" if isinstance(value, list) else ""
    return next((branch for branch in branches if branch.get("type") == kind), schema)
