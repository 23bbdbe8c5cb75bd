"""The coverage page: every claim of the source documents leads somewhere, or says why not."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/coverage.md"
DOCUMENTS = (
    "1. Station SME: Peer support",
    "2. BCcampus: Facilitating with a peer approach",
    "3. BCcampus: What is peer support?",
    "4. An encyclopedia: Peer support",
    "5. StudySmarter: Peer support programs",
)
HOW = ("carried", "corrected", "left out")


def slug(heading):
    """Turn a heading into its anchor: lower case, no punctuation, a hyphen for each space."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@cache
def anchors(path):
    """List the anchors of a page; a heading that stands twice gets a number, as on GitHub."""
    text = re.sub(r"(?ms)^(`{3,}).*?^\1", "", path.read_text("utf-8"))
    seen, found = Counter(), set()
    for heading in re.findall(r"^#{1,6} +(.+)$", text, re.MULTILINE):
        one = slug(heading)
        found.add(f"{one}-{seen[one]}" if seen[one] else one)
        seen[one] += 1
    return found


def links(text):
    return re.findall(r"\[[^\]]+\]\(([^)]+)\)", text)


def broken(text, page):
    """Name each link that leads to no file, or to no heading of that file."""
    wrong = []
    for link in links(text):
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.is_file() or (anchor and anchor not in anchors(target)):
            wrong.append(link)
    return wrong


def tables(text):
    """Return heading → rows, each row as its cells, without the head of the table."""
    found = {}
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, rest = part.partition("\n")
        lines = [line for line in rest.splitlines() if line.startswith("|")]
        found[heading] = [
            tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[2:]
        ]
    return found


def unfounded(rows):
    """Name each claim that has no link and does not say why it was left out."""
    return [
        claim
        for claim, where, how in rows
        if not links(where) and not re.match(r"left out: .{10,}", how)
    ]


def all_rows():
    return [row for rows in tables(PAGE.read_text("utf-8")).values() for row in rows]


def test_each_link_leads_to_a_page_and_a_heading_that_are_there():
    assert broken(PAGE.read_text("utf-8"), PAGE) == []


def test_each_place_names_its_heading():
    bare = [link for _, where, _ in all_rows() for link in links(where) if "#" not in link]

    assert bare == []


def test_each_of_the_five_documents_has_its_table():
    found = tables(PAGE.read_text("utf-8"))

    assert tuple(found) == DOCUMENTS
    assert all(len(rows) >= 10 for rows in found.values())


def test_each_row_has_a_claim_a_place_and_a_way():
    assert [row for row in all_rows() if len(row) != 3 or not all(row)] == []


def test_each_way_is_one_of_those_that_the_page_explains():
    assert [how for _, _, how in all_rows() if not how.startswith(HOW)] == []


def test_what_is_corrected_left_out_or_limited_says_why():
    telling = r"(corrected|left out|carried with a limit)\b.*(: |, since ).{10,}"
    short = [
        how
        for _, _, how in all_rows()
        if how.startswith(("corrected", "left out", "carried with a limit"))
        and not re.match(telling, how)
    ]

    assert short == []


def test_no_claim_is_without_a_page_unless_it_was_left_out_for_a_reason():
    assert unfounded(all_rows()) == []


def test_no_claim_stands_twice_in_one_table():
    for rows in tables(PAGE.read_text("utf-8")).values():
        claims = Counter(claim for claim, _, _ in rows)
        assert [claim for claim, times in claims.items() if times > 1] == []


@pytest.mark.parametrize(
    ("link", "is_broken"),
    [
        ("there.md", False),
        ("there.md#a-door", False),
        ("there.md#whats-it-for-the-termidea", False),
        ("there.md#a-door-1", False),
        ("#here", False),
        ("there.md#a-window", True),
        ("there.md#A-door", True),
        ("there.md#in-a-fence", True),
        ("gone.md", True),
        ("gone.md#a-door", True),
        ("#nowhere", True),
    ],
)
def test_a_broken_anchor_is_noticed(tmp_path, link, is_broken):
    headings = "# There\n\n## A door\n\n## What's it for: the {term}`idea`?\n\n### A door\n"
    (tmp_path / "there.md").write_text(f"{headings}\n```\n## In a fence\n```\n", "utf-8")
    page = tmp_path / "page.md"
    page.write_text("# Here\n", "utf-8")

    assert broken(f"See [the page]({link}).", page) == ([link] if is_broken else [])


@pytest.mark.parametrize(
    ("where", "how", "is_unfounded"),
    [
        ("[A page](a.md#a)", "carried", False),
        ("–", "left out: it names no study", False),
        ("–", "left out", True),
        ("–", "carried", True),
    ],
)
def test_a_claim_without_a_page_is_noticed(where, how, is_unfounded):
    assert unfounded([("A claim", where, how)]) == (["A claim"] if is_unfounded else [])
