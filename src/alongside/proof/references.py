"""R1xx: names that mean nothing, and conditions that cannot be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from alongside.model.role_play import YOU, Expect, RolePlay
from alongside.playing.conditions import RESERVED, ConditionFault, near, parse, vocabulary
from alongside.playing.machine import conditions_of
from alongside.proof.found import Found, Path
from alongside.proof.harm import repairs


def unknown_targets(role_play: RolePlay) -> Iterator[Found]:
    """R101: a reply, or the start, leads to a turn or ending that does not exist."""
    places = [*role_play.turns, *role_play.endings]
    if role_play.start not in role_play.turns:
        yield Found(
            "R101",
            ("start",),
            f"The start, “{role_play.start}”, is no turn.",
            near(role_play.start, list(role_play.turns)),
        )
    for turn_id, turn in role_play.turns.items():
        for at, reply in enumerate(turn.replies):
            path: Path = ("turns", turn_id, "replies", at, "to")
            ways = reply.to if isinstance(reply.to, tuple) else ()
            targets = [((*path, n, "to"), way.to) for n, way in enumerate(ways)]
            if isinstance(reply.to, str):
                targets = [(path, reply.to)]
            elif not ways:
                says = f"{turn_id}.{reply.id} has an empty list of ways."
                yield Found("R101", path, says, "Name a turn or an ending.")
            for here, to in targets:
                if to not in places:
                    says = f"{turn_id}.{reply.id} leads to “{to}”, which is no turn or ending."
                    yield Found("R101", here, says, near(to, places))


def unreadable_conditions(role_play: RolePlay) -> Iterator[Found]:
    """R102: a condition cannot be read, or names what is not there."""
    known = vocabulary(role_play)
    for path, text in conditions_of(role_play):
        try:
            parse(text, known)
        except ConditionFault as fault:
            says = f"The condition “{text}”, at character {fault.position + 1}: {fault.says}"
            yield Found("R102", path, says, fault.remedy)


def repeated_ids(role_play: RolePlay) -> Iterator[Found]:
    """R103: an id is used twice where it must be told apart."""
    for turn_id, turn in role_play.turns.items():
        ids = [reply.id for reply in turn.replies]
        yield from _repeated(("turns", turn_id, "replies"), ids, f"replies of {turn_id}")
    yield from _repeated(("debrief",), [each.id for each in role_play.debrief], "debrief")
    yield from _repeated(("rules",), role_play.rules.ids, "rules")
    for name, meter in role_play.meters.items():
        yield from _repeated(("meters", name, "levels"), meter.levels, f"levels of {name}")


def names_with_two_meanings(role_play: RolePlay) -> Iterator[Found]:
    """R104: a name is both a meter and a fact, or a turn and an ending, or a reserved word."""
    for name in role_play.facts:
        if name in role_play.meters:
            yield Found(
                "R104", ("facts", name), f"“{name}” is a meter and a fact.", "Rename one."
            )
    for name in role_play.endings:
        if name in role_play.turns:
            says = f"“{name}” is a turn and an ending."
            yield Found("R104", ("endings", name), says, "Rename one.")
    for section, names in (("meters", role_play.meters), ("facts", role_play.facts)):
        for name in names:
            if name in RESERVED:
                says = f"“{name}” is a word that conditions use."
                yield Found("R104", (section, name), says, "Give it another name.")


def unknown_changes(role_play: RolePlay) -> Iterator[Found]:
    """R105: a reply changes what does not exist, or in a way that does not fit."""
    names = [*role_play.meters, *role_play.facts]
    for turn_id, turn in role_play.turns.items():
        for at, reply in enumerate(turn.replies):
            for name, amount in reply.change.items():
                path: Path = ("turns", turn_id, "replies", at, "change", name)
                who = f"{turn_id}.{reply.id}"
                if name not in names:
                    says = f"{who} changes “{name}”, which is no meter or fact."
                    yield Found("R105", path, says, near(name, names))
                elif name in role_play.facts and not isinstance(amount, bool):
                    says = f"{who} gives the fact {name} a number."
                    yield Found("R105", path, says, "Write true or false.")
                elif name in role_play.meters and (isinstance(amount, bool) or amount == 0):
                    says = f"{who} does not say by how many steps the meter {name} changes."
                    yield Found("R105", path, says, "Write a whole number such as 1 or -1.")


def unknown_starts_of_meters(role_play: RolePlay) -> Iterator[Found]:
    """R106: a meter starts at a level that it does not have."""
    for name, meter in role_play.meters.items():
        if meter.start not in meter.levels:
            says = f"The meter {name} starts at “{meter.start}”, which is none of its levels."
            yield Found(
                "R106", ("meters", name, "start"), says, near(meter.start, meter.levels)
            )


def unknown_names_in_rules(role_play: RolePlay) -> Iterator[Found]:
    """R107: a rule of the author names what does not exist."""
    turns, endings = list(role_play.turns), list(role_play.endings)
    places = [*turns, *endings]
    rules = role_play.rules
    asked: list[tuple[Path, str, list[str]]] = []
    for at, never in enumerate(rules.never):
        asked.append((("rules", "never", at, "at"), never.at, places))
    for at, always in enumerate(rules.always_possible):
        path: Path = ("rules", "always_possible", at)
        asked.append(((*path, "goal"), always.goal, places))
        asked += [((*path, "from", n), turn, turns) for n, turn in enumerate(always.turns)]
    for at, must in enumerate(rules.must_pass):
        asked.append((("rules", "must_pass", at, "to"), must.to, places))
        asked.append((("rules", "must_pass", at, "through"), must.through, turns))
    for at, expect in enumerate(rules.expect):
        asked += _asked_by_expect(role_play, expect, ("rules", "expect", at))
    for path, name, names in asked:
        if name not in names:
            says = f"The rule names “{name}”, which does not exist here."
            yield Found("R107", path, says, near(name, names))


def unknown_speakers(role_play: RolePlay) -> Iterator[Found]:
    """R108: a line is spoken by somebody who is not among the people."""
    names = list(dict.fromkeys([*role_play.people, YOU]))
    for section, places in (("turns", role_play.turns), ("endings", role_play.endings)):
        for place_id, place in places.items():
            for at, line in enumerate(place.lines):
                if line.who is not None and line.who not in names:
                    says = f"“{line.who}” speaks in {place_id} but is not among the people."
                    here: Path = (section, place_id, "lines", at, "who")
                    yield Found("R108", here, says, near(line.who, names))


def unfit_mends(role_play: RolePlay) -> Iterator[Found]:
    """R110: a reply is said to be mended by what is no repair, or did no harm."""
    named = repairs(role_play)
    for turn_id, turn in role_play.turns.items():
        for at, reply in enumerate(turn.replies):
            path: Path = ("turns", turn_id, "replies", at, "mended_by")
            who = f"{turn_id}.{reply.id}"
            if reply.mended_by and reply.quality != "harmful":
                says = f"{who} is {reply.quality}, and only harm is “mended_by” other replies."
                yield Found("R110", path, says, "Take it out, or correct the quality.")
            for number, mend in enumerate(reply.mended_by):
                if mend not in named:
                    says = f"{who} is mended by “{mend}”, which is no strong reply of repair."
                    yield Found("R110", (*path, number), says, near(mend, named))


REFERENCES = (
    unknown_targets,
    repeated_ids,
    names_with_two_meanings,
    unknown_changes,
    unknown_starts_of_meters,
    unreadable_conditions,
    unknown_names_in_rules,
    unknown_speakers,
    unfit_mends,
)


def _repeated(path: Path, ids: Iterable[str], of: str) -> Iterator[Found]:
    for name, count in Counter(ids).items():
        if count > 1:
            says = f"“{name}” stands {count} times among the {of}."
            yield Found("R103", path, says, "Give each an id of its own.")


def _as_written(value: str | bool) -> str:  # noqa: FBT001 - a value, not a switch
    return value if isinstance(value, str) else str(value).lower()


def _asked_by_expect(
    role_play: RolePlay, expect: Expect, path: Path
) -> Iterator[tuple[Path, str, list[str]]]:
    yield (*path, "ends"), expect.ends, list(role_play.endings)
    for name, value in expect.state.items():
        if name in role_play.meters:
            levels = list(role_play.meters[name].levels)
            yield (*path, "state", name), _as_written(value), levels
        elif name in role_play.facts:
            yield (*path, "state", name), _as_written(value), ["true", "false"]
        else:
            yield (*path, "state", name), name, list(role_play.facts)
    replies = list(vocabulary(role_play).replies)
    for at, reply in enumerate(expect.never_offers):
        yield (*path, "never_offers", at), reply, replies
    questions = [each.id for each in role_play.debrief]
    for at, question in enumerate(expect.asks or ()):
        yield (*path, "asks", at), question, questions
