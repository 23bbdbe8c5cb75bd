"""What leaders show and run in a room: from a disk, by keyboard, large."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

ROOM = "facilitator_guide/room/{}.html"
WALL = {"width": 1280, "height": 720}
BACK_ROW = 32
"""Pixels that can be read from the back of a room at that size."""
CONTRAST = 7
SMALL = """() => [...document.querySelectorAll("main *")]
  .filter((e) => e.checkVisibility() && !e.closest(".al-slide-notes")
    && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .map((e) => [parseFloat(getComputedStyle(e).fontSize), e.textContent.slice(0, 40)])
  .filter(([size]) => size < BACK_ROW)""".replace("BACK_ROW", f"{BACK_ROW}")
FAINT = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (e) => {
    for (let at = e; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (parts(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll("main *")]
    .filter((e) => e.checkVisibility()
      && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .map((e) => {
      const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
      return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.textContent.slice(0, 40)];
    })
    .filter(([ratio]) => ratio < CONTRAST);
}""".replace("CONTRAST", f"{CONTRAST}")


def vote(page, hands, reply):
    """Type the hands for each reply by keyboard, and try one."""
    for box, many in zip(page.locator(".al-hands input").all(), hands, strict=False):
        box.focus()
        page.keyboard.type(str(many))
    button = page.locator(".al-choices [data-do=say]").nth(reply)
    words = button.inner_text()
    button.focus()
    page.keyboard.press("Enter")
    return words


def test_a_room_votes_sees_what_comes_of_it_and_keeps_a_log_until_it_is_closed(open_file):
    page = open_file(ROOM.format("exam-dread"), viewport=WALL)
    page.locator("[data-do=start]").press("Enter")
    words = vote(page, (4, 9, 2), 1)
    log = page.locator(".al-room-log li")
    expect(log).to_have_count(1)
    expect(log.first).to_contain_text("A. 4, B. 9, C. 2")
    expect(log.first).to_contain_text(words)
    expect(page.locator(".al-now")).to_contain_text(re.compile(r"\w"))
    page.locator("[data-do=go]").press("Enter")
    vote(page, (3,), 0)
    expect(log).to_have_count(2)
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "path" not in kept
    page.reload()
    expect(log).to_have_count(0)
    expect(page.locator("[data-do=start]")).to_be_visible()


def test_at_the_end_the_room_has_its_talk_and_its_debrief_on_one_sheet(open_file):
    page = open_file(ROOM.format("exam-dread"), viewport=WALL)
    page.locator("[data-do=start]").click()
    for _ in range(30):
        if page.locator(".al-debrief:visible").count():
            break
        page.locator(".al-choices [data-do=say]").first.click()
        page.locator("[data-do=go]").click()
    page.emulate_media(media="print")
    expect(page.locator(".al-debrief").last).to_be_visible()
    expect(page.locator(".al-room-log li").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_back_row_can_read_a_role_play(open_file, scheme):
    page = open_file(ROOM.format("exam-dread"), viewport=WALL, color_scheme=scheme)
    page.locator("[data-do=start]").click()
    assert (page.evaluate(SMALL), page.evaluate(FAINT)) == ([], [])
    page.locator(".al-choices [data-do=say]").first.click()
    assert (page.evaluate(SMALL), page.evaluate(FAINT)) == ([], [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_back_row_can_read_the_slides_and_a_key_turns_them(open_file, scheme):
    page = open_file(
        "facilitator_guide/slides/boundaries-full.html", viewport=WALL, color_scheme=scheme
    )
    assert (page.evaluate(SMALL), page.evaluate(FAINT)) == ([], [])
    page.keyboard.press("PageDown")
    expect(page.locator(".al-slide").nth(1)).to_be_in_viewport()


def test_slides_with_large_text_never_scroll_sideways_on_a_phone(open_file):
    page = open_file(
        "facilitator_guide/slides/boundaries-full.html", viewport={"width": 320, "height": 640}
    )
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.fixture
def open_clock(open_file):
    """Open the clock of a session's first sheet at a moment of the device, in seconds."""

    def opened(moment=0):
        page = open_file("facilitator_guide/session-boundaries.html", viewport=WALL)
        page.clock.install(time=moment)
        page.reload()
        page.locator("alongside-session-clock [data-do=open]").first.press("Enter")
        return page, page.locator("dialog[open]")

    return opened


def test_the_clock_follows_the_plan_in_two_lanes_and_tells_when_a_step_runs_over(open_clock):
    page, clock = open_clock()
    steps = page.locator(".al-session").first.locator(".al-step")
    first, second = (steps.nth(at).evaluate("e => ({...e.dataset})") for at in (0, 1))
    expect(clock.locator("h2")).to_have_text(first["title"])
    leads = clock.locator(f"[data-show={first['lead']}]")
    expect(leads).to_have_text("leads")
    expect(clock).to_contain_text(first["other"])
    expect(clock).to_contain_text(f"Next: {second['title']}")
    expect(clock).to_contain_text("on time")
    page.clock.run_for((int(first["minutes"]) + 2) * 60_000)
    expect(clock).to_contain_text("2 minutes late")
    expect(clock).to_have_class(re.compile("al-late"))
    clock.locator("[data-do=next]").press("Enter")
    expect(clock.locator("h2")).to_have_text(second["title"])
    expect(clock.locator("h2")).to_be_focused()
    expect(clock).to_contain_text("2 minutes late")
    expect(clock).not_to_have_class(re.compile("al-late"))
    clock.locator("[data-do=rest]").press("Enter")
    page.clock.run_for(5 * 60_000)
    expect(clock).to_contain_text(re.compile(r"0:00 of \d+:00, paused"))
    clock.locator("[data-do=rest]").press("Enter")
    expect(clock).not_to_contain_text("paused")
    page.keyboard.press("Escape")
    expect(clock).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage).filter((k) => /clock|step/.test(k))") == []


def test_the_buttons_of_the_clock_stay_in_sight_on_a_phone_on_its_side(open_clock):
    page, clock = open_clock()
    page.set_viewport_size({"width": 740, "height": 360})
    for button in clock.locator("button").all():
        expect(button).to_be_in_viewport(ratio=1)


SEEN = """seen => {
  Object.defineProperty(document, "hidden", { value: !seen, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_a_clock_of_the_device_that_is_set_moves_no_session(open_clock):
    page, clock = open_clock(86_400)
    for moment in (90_000, 93_600, 80_000):
        page.clock.set_system_time(moment)
        page.clock.run_for(20_000)
    expect(clock).to_contain_text(re.compile(r"1:[0-3]\d of"))


def test_a_phone_that_slept_comes_back_to_the_right_minute(open_clock):
    page, clock = open_clock()
    page.clock.run_for(60_000)
    page.evaluate(SEEN, arg=False)
    page.clock.set_system_time(4 * 60)  # asleep, its even count stands still
    page.evaluate(SEEN, arg=True)
    page.clock.run_for(1_000)
    expect(clock).to_contain_text(re.compile(r"4:[0-3]\d of"))


@pytest.mark.parametrize(
    ("count", "sizes"), [(3, [3]), (4, [4]), (5, [5]), (7, [3, 4]), (8, [4, 4]), (12, [3] * 4)]
)
def test_groups_of_three_never_leave_anybody_in_a_pair(open_file, count, sizes):
    page = open_file("facilitator_guide/in-the-room.html")
    names = [f"Name{at}" for at in range(count)]
    page.get_by_label("First names, one a line").fill("\n".join(names))
    page.get_by_role("button", name="Make groups").click()
    groups = [each.split(", ") for each in page.locator(".al-made li").all_inner_texts()]
    assert sorted(len(group) for group in groups) == sizes
    assert sorted(name for group in groups for name in group) == sorted(names)
    assert "Name" not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    page.reload()
    expect(page.get_by_label("First names, one a line")).to_have_value("")


def test_two_names_are_no_group(open_file):
    page = open_file("facilitator_guide/in-the-room.html")
    page.get_by_label("First names, one a line").fill("Ana\nBo")
    page.get_by_role("button", name="Make groups").click()
    expect(page.locator("[data-show=few]")).to_be_visible()
    expect(page.locator(".al-made li")).to_have_count(0)
