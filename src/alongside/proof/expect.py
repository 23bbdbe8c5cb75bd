"""R4xx: expected paths, each played as it was told."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.model.role_play import Expect
from alongside.playing.machine import asked, ending
from alongside.proof.found import Found, Path
from alongside.proof.player import Played, Player, flat


def expect_broken(player: Player, rule: Expect, path: Path) -> Iterator[Found]:
    """R401 to R407: an expected path does not go as it was told; the first that is wrong."""
    play = player.play(rule.replies)
    so_far = rule.replies if play.stopped is None else rule.replies[: play.stopped]
    for code, says in _broken(player, rule, play):
        words = f"Rule {rule.id}: {says} {rule.why}"
        yield Found(code, path, words, "Mend the conversation, or the rule.", so_far)
        return


def _broken(player: Player, rule: Expect, play: Played) -> Iterator[tuple[str, str]]:
    if play.stopped is not None:
        offered = ", ".join(player.met(play.state).after) or "nothing: it had ended"
        number, reply = play.stopped + 1, rule.replies[play.stopped]
        says = f"reply {number}, “{reply}”, cannot be taken in {play.state.turn}"
        yield "R401", f"{says}; on offer there: {offered}."
        return
    if ending(player.machine, play.state) != rule.ends:
        yield "R402", f"it comes to {play.state.turn} instead of {rule.ends}."
    stands = player.stands(play.state) if rule.state else {}
    for name, wanted in rule.state.items():
        if stands[name] != wanted:
            words = str(stands[name]).lower(), str(wanted).lower()
            yield "R403", f"{name} ends as {words[0]} instead of {words[1]}."
    yield from _hearing_broken(rule, play)
    for reply in rule.never_offers:
        if reply in play.offered:
            yield "R406", f"{reply} is on offer on the way."
    if rule.asks is not None and asked(player.machine, play.state) != list(rule.asks):
        questions = ", ".join(asked(player.machine, play.state)) or "none"
        yield "R407", f"the debrief questions are {questions}."


def _hearing_broken(rule: Expect, play: Played) -> Iterator[tuple[str, str]]:
    at = 0
    for words in rule.hears:
        wanted = flat(words)
        later = range(at, len(play.heard))
        found = next((number for number in later if wanted in play.heard[number]), None)
        if found is None:
            yield "R404", f"“{words}” is not heard, or not in this order."
            return
        at = found
    for words in rule.never_hears:
        if any(flat(words) in line for line in play.heard):
            yield "R405", f"“{words}” is heard."
