"""What pages may load, and the watch over them that the tests keep."""

from __future__ import annotations

import re
from html import unescape

LESSON = "modules/active-listening/saying-it-back.html"


def test_every_page_has_the_policy_before_anything_is_loaded(site):
    for path in site.pages():
        text = (site.folder / path).read_text("utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        assert policy, path
        assert policy.start() < text.index("<script"), path
        allows = dict(part.split(maxsplit=1) for part in unescape(policy[1]).split(";"))
        assert (allows.pop("default-src"), allows.pop("img-src")) == ("'none'", "'self' data:")
        assert set(allows.values()) <= {"'none'", "'self'"}, path
        assert '<meta name="referrer" content="no-referrer">' in text
        assert not re.search(r"<script(?![^>]*\b(src=|type=\"application/json\"))", text), path
        assert not re.search(r"<(script|link|img|iframe)\b[^>]*(src|href)=\"(https?:)?//", text)


def test_the_watch_over_pages_sees_what_the_policy_stops(browser, small_site, trouble):
    context = browser.new_context()
    trouble.watch(context, small_site.address)
    page = context.new_page()
    page.goto(small_site.at(LESSON))
    page.evaluate(
        "document.head.append("
        "Object.assign(document.createElement('script'), { textContent: 'alert(1)' }))"
    )
    page.evaluate(
        "document.body.append(Object.assign(new Image(), { src: 'https://example.org/' }))"
    )
    page.wait_for_timeout(300)
    context.close()
    assert len([one for one in trouble if "Content Security Policy" in one]) >= 2


def test_the_watch_over_pages_sees_a_request_to_another_host_and_one_that_sends(
    browser, small_site, trouble
):
    context = browser.new_context()
    trouble.watch(context, small_site.address)
    context.route("https://example.org/**", lambda route: route.abort())
    page = context.new_page()
    page.evaluate("fetch('https://example.org/').catch(() => {})")
    page.goto(small_site.at("index.html"))
    page.evaluate("fetch('search.html', { method: 'POST' }).catch(() => {})")
    context.close()
    assert [one for one in trouble if one.startswith("request: ")] == [
        "request: GET https://example.org/",
        f"request: POST {small_site.at('search.html')}",
    ]
