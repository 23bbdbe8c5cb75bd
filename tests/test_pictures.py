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
        "<style>@Import 'a.css';</style><style>g { fill: red }</style>",
        "<style>g { fill: u\\rl(//example.org/) }</style>",
        "<style><![CDATA[g { fill: url(a.svg) }]]></style>",
        "<style>@&#105;mport 'a.css';</style>",
        "<style>@im<!-- -->port 'a.css';</style>",
        "<style>@im<g>a</g>port 'a.css';</style>",
        "<style>svg { background: image-set('https://example.org/a.png' 1x) }</style>",
        "<set attributeName=' xlink:href ' to='x'/>",
        "<image xml:base='https://example.org/' href='a.png'/>",
        "<meta xmlns='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0'/>",
        "<attributeName:img xmlns:attributeName='http://www.w3.org/1999/xhtml' srcset='//a'/>",
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
        "<metadata><?xpacket begin='' id='W5'?><x:meta xmlns:x='adobe:ns:meta/'/></metadata>",
        "<g xmlns:ont='urn:ont' aria-label='C:\\plan' data-name='a\\b'/>",
        "<image xlink:href='data:image/jpg;base64,/9j/&#10;4AAQ'/>",
        "<style>@font-face { src: url(data:font/woff2;base64,d09GMg==) }</style>",
        "<style>.a { fill: url( '#sky' ); font-family: 'MyriadPro-Regular' }</style>",
    ],
)
def test_what_is_drawn_is_left_alone(inside):
    assert found_in(inside) == []


@pytest.mark.parametrize(
    "before",
    [
        "",
        "<!DOCTYPE svg>",
        "<?xml version='1.0' encoding='UTF-8' standalone='no'?><?plantuml 1.2?>",
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">',
    ],
)
def test_what_drawing_programs_write_above_a_picture_is_left_alone(before):
    assert picture_faults(f"{before}{SVG}".encode(), FILE) == ()


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">',
    ],
)
def test_above_a_picture_nothing_may_change_what_it_means(before):
    (fault,) = picture_faults(f"{before}<svg>&b;<script/></svg>".encode(), FILE)
    assert (fault.code, "DOCTYPE" in fault.says) == ("Y601", True)


@pytest.mark.parametrize("encoding", ["iso-8859-1", "gbk", "utf-7", "nonsense"])
def test_in_another_encoding_a_browser_might_read_something_else(encoding):
    data = f"<?xml version='1.0' encoding='{encoding}'?><svg/>"
    (fault,) = picture_faults(data.encode(), FILE)
    assert (fault.code, fault.remedy) == ("Y602", "Export it again as UTF-8.")


def test_an_entity_that_only_a_browser_may_know_is_refused():
    known = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n<svg>&x;</svg>'
    assert [one.line for one in picture_faults(known.encode(), FILE)] == [2]


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
