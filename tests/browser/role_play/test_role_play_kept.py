"""What is kept of a talk, what is not, and what others hear of it."""

import json

import pytest

KEY = "alongside:test:r:late-kettle"


def stored(page, key=KEY):
    return json.loads(page.evaluate("key => localStorage.getItem(key)", key))


def test_the_line_for_this_week_is_not_kept(player):
    player.play("fix", "mock")
    box = player.root.get_by_label("One line you will use this week")
    box.fill("A private line")
    player.what_if(0)
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


def test_with_storage_blocked_it_plays_and_says_that_nothing_is_kept(context, address):
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new Error('blocked') } })"
    )
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Start", exact=True).first.click()
    page.get_by_role("button", name="That sounds tired").click()
    assert page.get_by_text("This lands well.").locator("visible=true").count() == 1
    assert "does not let" in " ".join(page.locator(".al-trouble").all_inner_texts())


def test_a_second_tab_follows_so_that_neither_writes_over_the_other(player, second):
    player.play("reflect")
    second.root.locator(".al-now h4").get_by_text("Turn 2").wait_for()
    second.press("say", "ask")
    assert second.path == ["reflect", "ask"]
    player.root.get_by_text("This lands well.").first.wait_for()
    assert player.path == ["reflect", "ask"]
    assert "This lands well." in player.heading


def test_what_another_tab_plays_leaves_the_line_for_this_week_alone(player, second):
    player.play("fix", "mock")
    box = player.root.get_by_label("One line you will use this week")
    box.fill("A private line")
    second.root.locator("[data-do=back]").first.press("Enter")
    box.wait_for(state="detached")
    second.press("say", "mock")
    second.press("go")
    assert box.input_value() == "A private line"


def test_what_was_cleared_meanwhile_is_gone_when_one_comes_back_by_the_back_button(player):
    player.play("fix", "mock")
    player.root.get_by_label("One line you will use this week").fill("A private line")
    player.page.evaluate(
        """() => {
            localStorage.clear();
            dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }"""
    )
    assert player.path == []
    assert "A private line" not in player.page.evaluate(
        "[...document.querySelectorAll('textarea')].map(each => each.value).join()"
    )
    player.play("fix", "mock")
    assert player.root.get_by_label("One line you will use this week").input_value() == ""


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
        ["late-kettle", {"path": ["reflect"]}],
        ["late-kettle", {"path": ["fix", "mock"]}],
    ]
