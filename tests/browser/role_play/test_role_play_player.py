"""How the player behaves: stopping, going back, coming back, and leaving others alone."""

import json

import pytest

KEY = "alongside:test:r:late-kettle"


def stored(page, key=KEY):
    return json.loads(page.evaluate("key => localStorage.getItem(key)", key))


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
    assert player.said(".al-meters") == ["Trust: guarded"]
    player.press("say", "fix")
    assert player.said(".al-meters") == ["Trust: guarded → to shut"]


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
    player.root.get_by_text("What landed, and why").click()
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


def test_the_line_for_this_week_is_not_kept(player):
    player.play("fix", "mock")
    box = player.root.get_by_label("One line you will use this week")
    box.fill("A private line")
    player.root.locator('.al-log button[value="0"]').press("Enter")
    player.press("home")
    assert box.input_value() == "A private line"
    assert "private" not in player.page.evaluate("JSON.stringify({...localStorage})")
    player.page.reload()
    assert box.input_value() == ""


def test_a_reload_comes_back_to_the_same_moment(player):
    player.play("reflect")
    player.page.reload()
    assert player.said(".al-now h4") == ["Turn 2. At the table"]
    assert player.said(".al-status") == ["You are back where you stopped."]
    player.press("say", "ask")
    player.page.reload()
    assert player.said(".al-now h4") == ["This lands well."]


def test_a_changed_role_play_keeps_what_still_plays_and_says_so(player):
    player.play("reflect", "ask")
    kept = stored(player.page) | {"hash": "0" * 12, "path": ["reflect", "gone", "ask"]}
    player.page.evaluate(
        "([key, kept]) => localStorage.setItem(key, kept)", [KEY, json.dumps(kept)]
    )
    player.page.reload()
    assert player.path == ["reflect"]
    assert player.said(".al-status")[0].startswith("This role-play has changed")


@pytest.mark.parametrize("path", [None, 7, "fix", [7], [["fix"]], {"0": "fix"}, ["toString"]])
def test_a_spoilt_path_starts_afresh(player, path):
    kept = json.dumps({"v": 1, "path": path})
    player.page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
    player.page.reload()
    assert player.path == []
    player.play("reflect")
    assert player.path == ["reflect"]


def test_with_storage_blocked_it_plays_and_says_that_nothing_is_kept(context, site):
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new Error('blocked') } })"
    )
    page = context.new_page()
    page.goto(site.served)
    page.get_by_role("button", name="Start", exact=True).first.click()
    page.get_by_role("button", name="Everybody has", exact=False).count()
    page.get_by_role("button", name="That sounds tired").click()
    assert page.get_by_text("This lands well.").locator("visible=true").count() == 1
    assert "does not let the page keep" in " ".join(
        page.locator(".al-trouble").all_inner_texts()
    )


def test_two_role_plays_on_a_page_do_not_touch(player, other):
    player.play("reflect")
    assert other.path == []
    assert other.said(".al-start button") == ["Start"]
    other.play("fix")
    assert (player.path, other.path) == (["reflect"], ["fix"])
    player.page.reload()
    assert (player.path, other.path) == (["reflect"], ["fix"])


def test_the_path_is_told_and_can_be_set_from_outside(player):
    player.page.evaluate(
        "window.heard = []; document.addEventListener('alongside-path',"
        " event => heard.push([event.target.dataset.rolePlay, event.detail]))"
    )
    player.play("reflect")
    player.root.evaluate("each => { each.path = ['fix', 'mock', 'more'] }")
    assert player.path == ["fix", "mock"]
    assert player.said(".al-now h4") == ["The end. The light goes off"]
    assert player.page.evaluate("heard") == [
        [
            "late-kettle",
            {
                "path": ["reflect"],
                "ending": None,
                "state": {"trust": "open-ish", "asked": False},
            },
        ],
        [
            "late-kettle",
            {
                "path": ["fix", "mock"],
                "ending": "night",
                "state": {"trust": "shut", "asked": False},
            },
        ],
    ]
