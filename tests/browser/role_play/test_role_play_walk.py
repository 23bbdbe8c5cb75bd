"""Every turn, reply and feedback of a role-play, reached with the keyboard."""

from collections import deque

import pytest

from alongside.playing import machine
from alongside.render.html import curled


def covering(compiled):
    """Return paths to an ending that take each reply of each turn at least once."""
    shortest = {}
    first = machine.start(compiled)
    queue = deque([((), first)])
    seen = {first}
    onward = {}
    while queue:
        path, state = queue.popleft()
        for reply in machine.replies_offered(compiled, state):
            shortest.setdefault((state.turn, reply), (*path, reply))
            after = machine.take(compiled, state, reply)
            onward.setdefault(after, (*path, reply))
            if after not in seen:
                seen.add(after)
                queue.append(((*path, reply), after))
    return [finished(compiled, path) for path in shortest.values()]


def finished(compiled, path):
    """Return the path carried on to its nearest ending."""
    state = machine.start(compiled)
    for reply in path:
        state = machine.take(compiled, state, reply)
    queue = deque([(path, state)])
    seen = {state}
    while queue:
        path, state = queue.popleft()
        if machine.ending(compiled, state):
            return path
        for reply in machine.replies_offered(compiled, state):
            after = machine.take(compiled, state, reply)
            if after not in seen:
                seen.add(after)
                queue.append(((*path, reply), after))
    raise AssertionError(f"{path} meets no ending.")


def one_line(text):
    return curled(" ".join(text.split()))


def heard(kettle, compiled, state):
    """Return the words that a trainee should hear in a state."""
    place = kettle.turns.get(state.turn) or kettle.endings[state.turn]
    return [one_line(place.lines[at].says) for at in machine.lines_shown(compiled, state)]


def assert_heard(shown, expected):
    assert len(shown) == len(expected)
    assert all(words in line for words, line in zip(expected, shown, strict=True))


def test_each_turn_reply_and_feedback_is_met_by_keyboard(player, kettle, compiled):
    paths = covering(compiled)
    met = set()
    player.press("start")
    for path in paths:
        state = machine.start(compiled)
        for number, reply in enumerate(path, 1):
            turn = kettle.turns[state.turn]
            assert player.heading == f"Turn {number}. {turn.title}"
            assert_heard(player.said(".al-now .al-line"), heard(kettle, compiled, state))
            buttons = player.root.locator(".al-choices button")
            offered = [one.get_attribute("value") for one in buttons.all()]
            assert sorted(offered) == sorted(machine.replies_offered(compiled, state))
            assert player.root.locator(".al-aid").is_visible() is turn.help

            said = next(each for each in turn.replies if each.id == reply)
            player.press("say", reply)
            assert said.text in player.said(".al-log li:last-child .al-you")[0]
            assert player.said(".al-log li:last-child .al-effect") == [said.effect]
            assert player.said(".al-now .al-why") == [said.feedback]
            better = [f"Words to try: “{said.better}”"] if said.better else []
            assert player.said(".al-now .al-better") == better
            met.add((state.turn, reply))
            state = machine.take(compiled, state, reply)
            player.press("go")
        ending = kettle.endings[state.turn]
        assert player.heading == f"The end. {ending.title}"
        assert_heard(player.said(".al-now .al-line"), heard(kettle, compiled, state))
        asked = player.root.locator("[data-part=back] [data-debrief]").all()
        assert sorted(each.get_attribute("data-debrief") for each in asked) == sorted(
            machine.asked(compiled, state)
        )
        player.press("again")
        player.press("start")
    assert met == {
        (turn, reply.id) for turn, each in kettle.turns.items() for reply in each.replies
    }


def test_what_if_shows_exactly_what_the_engine_says(player, kettle, compiled):
    path = ("fix", "repair", "ask", "leaflet")
    player.play(*path)
    state = machine.start(compiled)
    compared = 0
    for at, taken in enumerate(path):
        others = set(machine.replies_offered(compiled, state)) - {taken}
        if others:
            player.what_if(at)
        for reply in others:
            player.press("try", reply)
            after = machine.take(compiled, state, reply)
            assert_heard(player.said(".al-now .al-line"), heard(kettle, compiled, after))
            level = kettle.meters["trust"].levels[after.values[0]].replace("-", " ")
            assert player.said(".al-now .al-is") == [level]
            player.press("other")
            compared += 1
        if others:
            player.press("home")
            assert player.heading.startswith("The end.")
        state = machine.take(compiled, state, taken)
    assert compared == 7
    assert player.path == list(path)


def test_one_can_go_on_from_a_what_if(player):
    player.play("fix", "nod")
    player.what_if(0)
    player.press("try", "reflect")
    player.press("continue")
    assert player.path == ["reflect"]
    assert player.heading == "Turn 2. At the table"


def test_going_on_from_a_what_if_says_first_what_it_lets_go_and_how_to_keep_it(player):
    path = ["fix", "nod"]
    player.play(*path)
    player.what_if(0)
    player.press("try", "reflect")
    assert player.said(".al-choices button") == [
        "Continue from here, and let go of what I said then and after",
        "Try other words",
        "Back to my talk, as it was",
    ]
    assert player.path == path
    player.press("home")
    assert (player.path, player.heading) == (path, "The end. The light goes off")


def test_a_talk_that_was_let_go_for_a_what_if_comes_back_until_the_next_press(player):
    path = ["fix", "nod"]
    player.play(*path)
    player.what_if(0)
    player.press("try", "reflect")
    player.press("continue")
    assert player.said("[data-part=back] button") == ["Back to my talk, as it was"]
    player.press("home")
    assert (player.path, player.heading) == (path, "The end. The light goes off")
    assert player.said("[data-part=back] > button") == []


def test_a_talk_that_was_let_go_for_a_new_one_comes_back_until_the_next_press(player):
    path = ["reflect"]
    player.play(*path)
    player.press("again")
    player.press("start")
    assert player.path == []
    player.press("home")
    assert (player.path, player.heading) == (path, "Turn 2. At the table")
    player.press("again")
    player.press("start")
    player.press("say", "fix")
    assert player.said("[data-part=back] button") == []


def test_a_first_talk_lets_nothing_go(player):
    player.press("start")
    assert player.said("[data-part=back] button") == []


@pytest.mark.parametrize("where", ["served", "on disk"])
def test_it_plays_from_loopback_and_from_disk(context, place, address, where):
    page = context.new_page()
    page.goto({"served": address, "on disk": (place.folder / "page.html").as_uri()}[where])
    page.get_by_role("button", name="Start", exact=True).first.click()
    page.get_by_role("button", name="That sounds tired rather than dreamy.").click()
    page.get_by_role("button", name="Go on", exact=True).click()
    assert (
        page.get_by_text("There’s just no point some nights.").locator("visible=true").count()
    )
