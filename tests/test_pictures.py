"""Pictures drawn as SVG: what acts or asks is refused with its line, what is drawn is not."""

from pathlib import PurePosixPath

import pytest

from alongside.reading.pictures import MAX_PICTURE_BYTES, picture_faults
from breaking import told

FILE = PurePosixPath("modules/a/plan.svg")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n{}\n</svg>'


def found_in(inside):
    faults = picture_faults(SVG.format(inside).encode(), FILE)
    return [(one.line, one.code) for one in faults]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
        "<SCRIPT/>",
        "<g onload='alert(1)'/>",
        "<g ONCLICK='alert(1)'/>",
        "<foreignObject/>",
        "<a href='https://example.org/'/>",
        "<a xlink:href='//example.org/'/>",
        "<a href='java&#10;script:alert(1)'/>",
        "<image href='data:image/svg+xml,x'/>",
        "<image href='HTTP://example.org/a.png'/>",
        "<set attributeName='href' to='x'/>",
        "<set attributeName='onclick' to='x'/>",
        "<rect fill='url(https://example.org/#a)'/>",
        "<rect style='fill: url(//example.org/)'/>",
        "<rect fill='u\\72l(//example.org/)'/>",
        "<style>@import 'a.css';</style>",
        "<style>g { fill: u\\rl(//example.org/) }</style>",
        "<style><![CDATA[g { fill: url(a.svg) }]]></style>",
        "<?xml-stylesheet href='a.css'?>",
    ],
)
def test_what_acts_or_asks_is_told_with_its_line(inside):
    assert found_in(f"<title>A plan</title>\n{inside}") == [(3, "Y601")]


@pytest.mark.parametrize(
    "inside",
    [
        "<title>Read on: https://example.org</title><path d='M0 0L1 1'/>",
        "<a href='#one'><use xlink:href='#two'/></a>",
        "<image href='photo.png'/><image href='../a/b-c.png'/>",
        "<image href='data:image/png;base64,iVBORw0KGgo='/>",
        "<g xmlns:i='urn:i' i:file='C:\\plan.svg'/><rect fill='url( #sky )'/>",
        "<rect fill='url(#sky)' style='fill: url(#sky)' class='once'/>",
        "<style>text { font: 12px sans-serif }</style>",
        "<metadata about='x'>on:load</metadata>",
    ],
)
def test_what_is_drawn_is_left_alone(inside):
    assert found_in(inside) == []


def test_an_entity_that_grows_is_refused_and_not_followed():
    data = b'<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>'
    assert {one.code for one in picture_faults(data, FILE)} == {"Y601"}


@pytest.mark.parametrize(
    "data",
    [b"", b"<svg>", b"\x89PNG", b"<svg>\n&x;</svg>", "<svg/>é".encode("latin-1")],
)
def test_a_picture_that_is_broken_off_is_told_and_never_raises(data):
    assert [one.code for one in picture_faults(data, FILE)] == ["Y602"]


def test_a_picture_that_is_too_large_is_not_read():
    (fault,) = picture_faults(b" " * (MAX_PICTURE_BYTES + 1), FILE)
    assert (fault.line, fault.code) == (0, "Y114")


def test_a_picture_of_the_course_is_looked_at(course):
    (course / "modules/active-listening/plan.SVG").write_text("<svg>\n<script/></svg>")
    assert told(course) == [("modules/active-listening/plan.SVG", 2, "Y601")]
