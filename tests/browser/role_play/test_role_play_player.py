"""How the player behaves: stopping, going back, coming back, and leaving others alone."""

import pytest

from alongside.render.role_play_words import KINDS, LATE, MUCH_MISSED


def test_a_double_click_says_one_reply(player):
    player.root.get_by_label("only at the end").check()
    player.press("start")
    player.root.locator("[data-do=say]").first.dispatch_event("click", {"detail": 1})
    player.root.locator("[data-do=say]").first.dispatch_event("click", {"detail": 2})
    assert len(player.path) == 1


def test_it_starts_with_the_note_and_only_then_the_talk(player):
    assert player.said(".al-note") == [
        (
            "What this is about A student talks about feeling worn out and, on some paths,"
            " about not seeing a point. No methods are named."
        )
    ]
    assert player.said(".al-line") == []
    assert player.said("button") == ["Start"]
    player.press("start")
    assert player.said(".al-note") == []
    assert player.heading == "Turn 1. The kettle"


@pytest.mark.parametrize("replies", [(), ("reflect",), ("reflect", "ask"), ("fix", "mock")])
def test_the_controls_are_the_same_at_every_turn(player, replies):
    player.play(*replies)
    assert player.said(".al-controls button") == ["Back", "Start again", "Pause", "Get help"]


def test_each_moment_is_told_once(player):
    player.play()
    client = player.page.context.new_cdp_session(player.page)

    def told():
        """Return what the focus says, and what any live region says beside it."""
        nodes = client.send("Accessibility.getFullAXTree")["nodes"]
        focused = next(
            node
            for node in nodes
            if node.get("role", {}).get("value") == "heading"
            and {"name": "focused", "value": {"type": "booleanOrUndefined", "value": True}}
            in node.get("properties", [])
        )
        live = player.root.evaluate(
            """each => [...each.querySelectorAll("[aria-live],[role]")]
            .filter(one => one.matches("[aria-live],[role=status],[role=alert],[role=log]"))
            .filter(one => one.getAttribute("aria-live") !== "off")
            .map(one => one.textContent).join("")"""
        )
        return focused["name"]["value"], focused.get("description", {}).get("value", ""), live

    name, description, live = told()
    assert name == "Turn 1. The kettle"
    assert "Living the dream." in description
    assert live == ""
    player.press("say", "fix")
    name, description, live = told()
    assert name == "This closes things a little."
    assert description.count("Noor picks up her mug") == 1
    assert description.count("you have stopped listening") == 1
    assert live == ""
    player.press("go")
    name, description, live = told()
    assert name == "Turn 2. At the table"
    assert description.count("Essay stuff.") == 1
    assert "mug" not in description
    assert live == ""


def test_meters_are_words_with_a_direction(player):
    player.play()
    assert player.said(".al-meters") == ["How far Noor lets you in: guarded"]
    player.press("say", "fix")
    assert player.said(".al-meters") == ["How far Noor lets you in: guarded → to shut"]


def test_pausing_loses_nothing_and_offers_help_and_a_way_out(player):
    player.play("reflect")
    player.press("pause")
    assert player.heading == "Paused"
    assert player.said(".al-line") == []
    assert player.said(".al-paused button") == ["Go on", "Get help", "Leave for now"]
    player.press("awake")
    assert player.heading == "Turn 2. At the table"
    player.press("pause")
    player.root.get_by_role("button", name="Leave for now").press("Enter")
    assert player.heading == "The kettle at midnight"
    player.press("resume")
    assert player.heading == "Turn 2. At the table"
    assert player.path == ["reflect"]


def test_help_opens_in_place_and_gives_the_focus_back(player):
    player.play("reflect")
    assert player.said(".al-aid") == []
    player.press("help")
    assert player.heading == "Help, for you or for somebody else"
    assert "Call 9-8-8." in player.said(".al-aid")[0]
    player.press("close")
    assert player.heading == "Get help"
    assert player.said(".al-aid") == []


def test_help_opens_by_itself_where_the_writer_asks_for_it(player):
    player.play("reflect", "ask")
    assert "Call 9-8-8." in player.said(".al-aid")[0]
    assert player.said(".al-now .al-help-note") == ["The help card is open below."]
    player.press("back")
    assert player.said(".al-aid") == []


def test_back_undoes_one_reply_at_a_time_down_to_the_start(player):
    player.play("reflect")
    player.press("say", "ask")
    player.press("back")
    assert (player.path, player.heading) == (["reflect"], "Turn 2. At the table")
    player.press("back")
    assert (player.path, player.heading) == ([], "Turn 1. The kettle")
    player.press("back")
    assert player.heading == "The kettle at midnight"


def test_an_ending_is_not_crowded_with_ways_back(player):
    player.play("reflect")
    assert player.root.locator(".al-log [data-do=if]").count() == 1
    player.root.evaluate("each => { each.path = ['fix', 'repair', 'ask', 'stay'] }")
    ways = player.root.locator("[data-do=if]")
    assert ways.count() > 0
    assert ways.locator("visible=true").count() == 0
    player.root.locator(".al-moments summary").first.click()
    assert ways.locator("visible=true").count() > 0


def test_back_leaves_a_what_if_without_touching_the_talk(player):
    player.play("reflect")
    player.press("if", "0")
    player.press("back")
    assert (player.path, player.heading) == (["reflect"], "Turn 2. At the table")


def test_start_again_forgets_nothing_until_start_is_pressed(player):
    player.play("reflect")
    player.press("again")
    assert player.said(".al-start button") == ["Start", "Go on where you stopped"]
    assert player.path == ["reflect"]
    player.press("start")
    assert player.path == []


def test_feedback_can_wait_for_the_end_and_the_choice_is_kept(player):
    player.root.get_by_label("only at the end").check()
    player.press("start")
    player.press("say", "cheer")
    assert player.heading == "Turn 2. At the table"
    assert player.said(".al-verdict, .al-why") == []
    assert player.said(".al-log .al-effect") == ["Noor smiles at the table, not at you."]
    player.page.reload()
    player.press("again")
    assert player.root.get_by_label("only at the end").is_checked()
    player.press("start")
    player.press("say", "cheer")
    player.press("say", "nod")
    assert "The light goes off" in player.heading
    assert any("lets the tiredness slip past" in row for row in player.said(".al-moments li"))


def test_the_debrief_follows_the_path_and_quotes_the_trainee(player):
    player.play("fix", "repair", "ask", "stay")
    asked = " ".join(player.said(".al-debrief li"))
    assert "when you told her to go to bed" in asked
    assert "What helped you ask plainly?" in asked
    assert "What made it hard to ask" not in asked
    assert player.said(".al-table tbody tr") == [
        "repair 1",
        "ask directly 1",
        "open question 1",
        "stay 1",
    ]
    for name in ("Moments worth another look", "What landed, and why"):
        player.root.get_by_text(name).click()
    look, landed = player.said(".al-moments")
    assert "“I went off on my own track there." in landed
    assert "Skills: repair." in landed
    assert "“You should go to bed and email the professor for an extension.”" in look
    assert "Words to try: “What is tonight like for you?”" in look
    assert player.said(".al-phase h5") == [
        "First reactions",
        "What happened",
        "Looking closer",
        "What you take with you",
    ]


def test_a_talk_of_middling_replies_alone_is_not_called_late(player):
    middling = "it => it.dataset.quality = 'middling'"
    player.root.locator("[data-reply=repair]").evaluate(middling)

    player.play("fix", "repair", "nod")
    assert player.said(".al-now .al-kind, .al-now .al-late") == [MUCH_MISSED]
    player.press("again")
    player.root.locator("[data-reply=fix]").evaluate(middling)

    player.play("fix", "repair", "nod")
    assert player.said(".al-now .al-kind, .al-now .al-late") == [KINDS["mixed"]]


def test_a_good_ending_says_whether_it_came_right_late(player):
    path = ("fix", "repair", "ask", "stay")
    player.play(*path)
    assert player.said(".al-now .al-kind, .al-now .al-late") == [KINDS["good"]]
    player.press("again")
    player.root.locator("[data-reply=repair]").evaluate("it => it.dataset.quality = 'weak'")
    player.play(*path)
    assert player.said(".al-now .al-kind, .al-now .al-late") == [LATE]
