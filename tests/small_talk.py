"""A small role-play that is sound, and the ways in which tests change it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from alongside.model import RolePlay

FILE = Path(__file__).parent / "fixtures" / "small-talk.yml"
SMALL = yaml.safe_load(FILE.read_text("utf-8"))
Data = dict[str, Any]


def role_play(data: Data) -> RolePlay:
    return RolePlay.model_validate_json(json.dumps(data))


def reply(data: Data, turn: str, reply_id: str) -> Data:
    return next(each for each in data["turns"][turn]["replies"] if each["id"] == reply_id)


def change(turn: str, reply_id: str, **keys: object) -> Callable[[Data], None]:
    return lambda data: reply(data, turn, reply_id).update(keys)


def line(turn: str, at: int, **keys: object) -> Callable[[Data], None]:
    return lambda data: data["turns"][turn]["lines"][at].update(keys)


def several(*edits: Callable[[Data], None]) -> Callable[[Data], None]:
    def edit(data: Data) -> None:
        for each in edits:
            each(data)

    return edit


def added(reply_id: str, **keys: object) -> Data:
    words = {"text": "Hm.", "effect": "Waits.", "feedback": "Fine.", "better": "Go on?"}
    return {"id": reply_id, **words, "quality": "middling", **keys}


def loop(data: Data) -> None:
    """Sam's last turn leads to a room without a door."""
    reply(data, "tired", "handout")["to"] = "round"
    again = [added("one", to="round", quality="strong"), added("two", to="round")]
    data["turns"]["round"] = {"title": "Round", "lines": [{"says": "…"}], "replies": again}


def harm_without_repair(data: Data) -> None:
    reply(data, "door", "bye").update(quality="harmful", to="corridor")
    plain = [added("a", to="hall"), added("b", to="hall")]
    data["turns"]["corridor"] = {"title": "Out", "lines": [{"says": "…"}], "replies": plain}
    last = [added("a", to="street"), added("b", to="missed")]
    data["turns"]["hall"] = {"title": "Hall", "lines": [{"says": "…"}], "replies": last}
    more = [added("back", to="point", quality="strong"), added("b", to="missed")]
    data["turns"]["street"] = {"title": "Street", "lines": [{"says": "…"}], "replies": more}
