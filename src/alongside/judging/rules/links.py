"""Rules for what a page leads to or shows from elsewhere: it is there, safe and named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import PurePosixPath
from posixpath import normpath

from alongside.judging.rules.registry import Found, rule
from alongside.judging.said import QUOTED
from alongside.reading.load import Loaded
from alongside.reading.pages import Page

_EMPTY_WORDS = {
    "here", "link", "this", "this link", "a link", "this page", "click here", "more",
    "read more", "learn more", "see here", "see this", "article", "this article", "document",
    "page", "source", "website", "this website", "the link", "details",
}  # fmt: skip
_BARE = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NO_ALT = re.compile(
    r"(?:an? )?(?:image|picture|photo|photograph|figure|img|graphic|icon)?|\S+\.\w{3,4}",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"(?:\]\(\s*<?|^\s*\[[^\]]+\]:\s*<?|<)(?:javascript|vbscript|data|file):", re.IGNORECASE
)
"""A target that the parser of the book leaves on the page as plain text."""
_NOWHERE = re.compile(
    r"(?P<sent>\b(?:see|read) (?:the )?)?\[(?P<words>\w[^\][]*)\]", re.IGNORECASE
)
"""Words in square brackets that lead nowhere, and what may send a reader there."""
_LINES = ("mailto", "sms", "tel")
_HTTPS = re.compile(r"https://[^/?#@\s]+(?![^/?#]*@)")
GLOSSARY = "glossary"


@rule("P106")
def links_say_where_they_lead(loaded: Loaded) -> Iterator[Found]:
    """The words of a link say where it leads.

    Name the page or the thing.
    """
    for page in loaded.pages.values():
        named = [(link.text, link.line) for link in page.links if not link.image]
        named += [(role.title, role.line) for role in page.roles if role.name == "doc"]
        for words, line in named:
            said = words.strip().lower().rstrip(".")
            if said in _EMPTY_WORDS or _ADDRESS.fullmatch(said):
                yield Found(page, line, f"The link's words are '{words}'.")
        for link in page.links:
            if not (link.image or link.text):
                yield Found(page, link.line, "A link has no words.")
        for prose in page.prose:
            if _BARE.search(prose.text) and not _ADDRESS.fullmatch(prose.text):
                yield Found(page, prose.line, "An address stands among the words.")


@rule("P107")
def images_have_words(loaded: Loaded) -> Iterator[Found]:
    """An image has a text that says what there is to see in it.

    Add alt text.
    """
    for page in loaded.pages.values():
        shown = [(link.target, link.text, link.line) for link in page.links if link.image]
        shown += [
            (image.argument, image.options.get("alt", ""), image.line)
            for image in page.named("image", "figure")
        ]
        for target, alt, line in shown:
            if _NO_ALT.fullmatch(alt.strip()):
                has = f"only '{alt.strip()}' as" if alt.strip() else "no"
                yield Found(page, line, f"The image {target} has {has} alt text.")


@rule("P108")
def links_are_safe(loaded: Loaded) -> Iterator[Found]:
    """A link or an image leads to what is in the book, or a link elsewhere over https.

    Correct the name, use https, or drop it; keep the image beside the page.
    """
    for page in loaded.pages.values():
        for link in page.links:
            if not (_is_here if link.image else _is_safe)(link.target):
                yield Found(page, link.line, f"'{link.target[:60]}' is not a safe target.")
        for image in page.named("image", "figure"):
            if not _is_here(image.argument):
                yield Found(page, image.line, f"'{image.argument[:60]}' is not a safe target.")
        for line, target in _refused(page):
            yield Found(page, line, f"'{target[:60]}' is not a safe target.")


def _is_here(target: str) -> bool:
    return ":" not in target


def _is_safe(target: str) -> bool:
    """Return whether a link stays in the book, or leads where nobody can listen."""
    scheme = target.partition(":")[0]
    return _is_here(target) or scheme in _LINES or _HTTPS.match(target) is not None


def _refused(page: Page) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(page.text.split("\n"), 1):
        words = unescape(re.sub(r"`[^`]*`", "", line))
        if found := _REFUSED.search(words):
            yield number, words[found.start() :].lstrip("[]( <")


@rule("P133", warning=True)
def no_link_is_forgotten(loaded: Loaded) -> Iterator[Found]:
    """No words in square brackets send a reader to a page, or name one, without a link.

    Write the address behind them in round brackets, or take the square ones out; for a blank
    to fill in write ____.
    """
    titles = {(page.title or "").lower() for page in loaded.pages.values()}
    for page in loaded.pages.values():
        for prose in page.prose:
            # Inside a quotation square brackets hold what its speaker did not say.
            for found in _NOWHERE.finditer(QUOTED.sub("", prose.text)):
                if found["sent"] or found["words"].lower() in titles:
                    yield Found(page, prose.line, f"'{found.group()[:60]}' leads nowhere.")


@rule("P120", needs=("_toc.yml", "book", "facilitator_guide", "modules"))
def what_is_linked_is_there(loaded: Loaded) -> Iterator[Found]:
    """A page or picture of the course that a page names is there.

    Correct the name; a page is named by its path without `.md`.
    """
    for page in loaded.pages.values():
        for role in page.roles:
            if role.name == "doc" and _from(page, role.target) not in loaded.pages:
                yield Found(page, role.line, f"There is no page '{role.target}'.")
        for link in page.links:
            name = link.target.partition("#")[0]
            if ":" in name or link.target.startswith("#"):
                continue
            if not _is_there(loaded, page, name):
                where = f"'{name}', which is not there" if name else "nothing"
                yield Found(page, link.line, f"'{link.text}' leads to {where}.")
        for image in page.named("image", "figure"):
            if ":" not in image.argument and not _is_there(loaded, page, image.argument):
                yield Found(page, image.line, f"There is no picture '{image.argument}'.")


@rule("P123", needs=("_toc.yml", "book", "facilitator_guide", "modules"))
def what_is_pointed_at_is_there(loaded: Loaded) -> Iterator[Found]:
    """A place in a page that another names is marked, and marked once.

    Write `(name)=` above its heading, or correct the name.
    """
    marks: dict[str, Page] = {}
    for page in loaded.pages.values():
        for label, line in page.labels.items():
            if (first := marks.setdefault(label.lower(), page)) is not page:
                yield Found(page, line, f"The mark '({label})=' stands in {first.path} too.")
    for page in loaded.pages.values():
        named = [(role.target, role.line) for role in page.roles if role.name == "ref"]
        named += [(one.target[1:], one.line) for one in page.links if one.target[:1] == "#"]
        for name, line in named:
            if name.lower() not in marks:
                yield Found(page, line, f"No page has the mark '({name})='.")
        for link in page.links:
            where, _, name = link.target.partition("#")
            there = loaded.pages.get(_from(page, where).removesuffix(".md"))
            if where and name and there and name.lower() not in map(str.lower, there.labels):
                yield Found(page, link.line, f"{there.path} has no mark '({name})='.")


def _from(page: Page, target: str) -> str:
    """Return the path that a target means, from the page's folder or from the course's."""
    return normpath(target.lstrip("/") if target.startswith("/") else page.path.parent / target)


def _is_there(loaded: Loaded, page: Page, target: str) -> bool:
    path = _from(page, target)
    return path.removesuffix(".md") in loaded.pages or PurePosixPath(path) in loaded.files


@rule("P121", needs=("book", "book/sources.bib"))
def what_is_cited_is_there(loaded: Loaded) -> Iterator[Found]:
    """A page cites works of `book/sources.bib` and terms of the glossary.

    Correct the name, or add the work or the term.
    """
    terms = {
        line.strip().lower()
        for page in loaded.pages.values()
        for glossary in page.named(GLOSSARY)
        for line in glossary.body.split("\n")
        if line and not line.startswith(" ")
    }
    for page in loaded.pages.values():
        for role in page.roles:
            if role.name.startswith("cite"):
                for key in map(str.strip, role.content.split(",")):
                    if key not in loaded.works:
                        yield Found(page, role.line, f"'{key}' is not in book/sources.bib.")
            elif role.name == "term" and role.target.strip().lower() not in terms:
                term = role.target
                yield Found(page, role.line, f"The glossary does not explain '{term}'.")
