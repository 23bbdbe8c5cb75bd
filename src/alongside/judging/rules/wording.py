"""Rules for language and reading grade, over everything the course says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from statistics import median

from alongside.judging.candidates import seams_worth_trying, worth_trying
from alongside.judging.language import Hit, Severity, Term, hits_of, terms
from alongside.judging.paragraphs import paragraphs
from alongside.judging.places import Source, Spot
from alongside.judging.readability import grade, is_harder
from alongside.judging.rules.registry import Found, rule
from alongside.judging.said import Said, everything, of_activities, voices
from alongside.model import Bank, RolePlay
from alongside.reading.load import COURSE, Loaded
from alongside.reading.pages import Page

MEDIAN_GRADE, HIGHEST_GRADE, HELP_GRADE = 9.0, 10.0, 6.0
HELP_PAGE = "book/get-help-now"
PARAGRAPH_MORE = 2.0
"""Grades that one paragraph may lie above its page: a few words are a small sample."""
_PARAGRAPH, _ALONE = 40, 25  # words from which a paragraph, or a text read alone, is graded
_AS_SPOKEN = {("start", "persona"), ("line", "persona")}
_MARKED = re.compile(
    r"(?<!\w)__\w[^_\n]*__(?!\w)|(?<![\w*])(?:\*\w[^*\n]*\w\*|\*\w\*|\*\*\w[^*\n]*\*\*)(?![\w*])"
    r"|</?[a-zA-Z][^<>\n]*>|\[[^\[\]\n]+\]\([^()\n]+\)|\{\w+\}`|`[^`\n]+`|&#?\w+;"
    r"|\bhttps?://\S+|\bwww\.\S+"
)
_TWICE = re.compile(
    r"(?<![-\w])(a|an|and|are|as|at|be|for|from|in|is|of|or|the|they|to|we|with|you)\s+\1\b(?![-'’])",
    re.IGNORECASE,
)


def _worded(loaded: Loaded, severity: Severity) -> Iterator[Found]:
    for said, hit in _hits(loaded):
        if hit.severity == severity:
            term = hit.term
            words = " ".join(hit.words.split())
            detail = f"'{words}' ({term.id}): {term.why} Say: {term.prefer}."
            yield Found(said.thing, said.place, detail, _waivers(said))


@lru_cache(maxsize=1)
def _hits(loaded: Loaded) -> tuple[tuple[Said, Hit], ...]:
    """Return every term that stands somewhere, with the text in which it stands."""
    return tuple(found for term in terms() for found in _hits_of(loaded, term))


def _hits_of(loaded: Loaded, term: Term) -> Iterator[tuple[Said, Hit]]:
    for said in worth_trying(loaded, term.pattern):
        for text, voice in voices(said):
            yield from ((said, hit) for hit in hits_of(term, text, voice))
    for seam in seams_worth_trying(loaded, term.pattern):
        for text, voice in voices(seam):
            found = hits_of(term, text, voice)
            yield from ((seam, hit) for hit in found if "\n" in hit.words)


def _waivers(said: Said) -> Mapping[str, str]:
    """Return the waivers at the text's place."""
    if isinstance(said.thing, Bank) and isinstance(said.place, tuple):
        _, at = said.place[:2] if len(said.place) > 1 else ("", "")
        return said.thing.questions[at].waive if isinstance(at, int) else {}
    return said.thing.waive if isinstance(said.thing, RolePlay) else {}


@rule("L101")
def no_words_that_harm(loaded: Loaded) -> Iterator[Found]:
    """The course never uses words that harm or break safe messaging.

    Say it the other way; a word shown as one to avoid belongs in an `avoid` block.
    """
    yield from _worded(loaded, "block")


@rule("L102", warning=True)
def words_to_change_or_explain(loaded: Loaded) -> Iterator[Found]:
    """Words that mislead, or that many people ask us not to use, are changed or explained.

    Say it the other way.
    """
    yield from _worded(loaded, "warn")


@lru_cache(maxsize=1)
def graded(loaded: Loaded) -> tuple[tuple[Page, float], ...]:
    """Return each page that is long enough to grade, with its reading grade."""
    return tuple(_graded(loaded))


def _graded(loaded: Loaded) -> Iterator[tuple[Page, float]]:
    for page in loaded.pages.values():
        prose = " ".join(
            p.text
            for p in page.prose
            if p.kind == "text" and p.for_trainees and p.voice != "avoid"
        )
        found = grade(prose)
        if found is not None:
            yield page, found


@rule("L201")
def no_page_is_hard_to_read(loaded: Loaded) -> Iterator[Found]:
    """No page reads above grade 10, and the help page not above grade 6.

    Shorten sentences and use everyday words.
    """
    for page, found in graded(loaded):
        limit = _limit(page)
        if found > limit:
            yield Found(
                page, 1, f"The page reads at grade {found:.1f}; {limit:.0f} is the most."
            )


def _limit(page: Page) -> float:
    return HELP_GRADE if page.name == HELP_PAGE else HIGHEST_GRADE


@rule("L202")
def the_course_reads_easily(loaded: Loaded) -> Iterator[Found]:
    """The median reading grade of the pages is at most 9.

    Start with the pages of the highest grade.
    """
    grades = [found for _, found in graded(loaded)]
    if grades and median(grades) > MEDIAN_GRADE:
        yield Found(COURSE, 1, f"The median grade is {median(grades):.1f}.")


@rule("L203")
def no_bank_is_hard_to_read(loaded: Loaded) -> Iterator[Found]:
    """The course's own words in a bank read at grade 10 at most.

    Shorten sentences and use everyday words.
    """
    own: dict[str, list[str]] = {}
    for said in of_activities(loaded):
        if said.voice == "own" and said.kind != "option" and isinstance(said.thing, Bank):
            own.setdefault(said.thing.module, []).append(_closed(said.text))
    for module, texts in own.items():
        found = grade(" ".join(texts))
        if found is not None and found > HIGHEST_GRADE:
            yield Found(loaded.banks[module], 1, f"The bank reads at grade {found:.1f}.")


@rule("L204")
def no_paragraph_is_hard_to_read(loaded: Loaded) -> Iterator[Found]:
    """No paragraph reads above grade 12, on the help page not above grade 8.

    Cut its longest sentence in two, and use everyday words.
    """
    for page in loaded.pages.values():
        limit = _limit(page) + PARAGRAPH_MORE
        for lines in paragraphs(page):
            yield from _hard(page, lines[0].line, " ".join(p.text for p in lines), limit)
    for said in everything(loaded):
        long = said.voice == "own" and said.text.count(" ") >= _PARAGRAPH - 1
        if long and not isinstance(said.thing, Page | Bank | RolePlay):
            yield from _hard(said.thing, said.place, said.text)


@rule("L205")
def no_text_of_an_activity_is_hard_to_read(loaded: Loaded) -> Iterator[Found]:
    """No scene, question, option or feedback reads above grade 12.

    Cut its longest sentence in two, and use everyday words.
    """
    for said in of_activities(loaded):
        if (said.kind, said.voice) not in _AS_SPOKEN:
            yield from _hard(said.thing, said.place, said.text, least=_ALONE)


def _hard(
    thing: Source,
    place: Spot,
    text: str,
    limit: float = HIGHEST_GRADE + PARAGRAPH_MORE,
    least: int = _PARAGRAPH,
) -> Iterator[Found]:
    if text.count(" ") >= least - 1 and is_harder(text, limit):
        yield Found(thing, place, f"'{text[:60]}…' reads above grade {limit:.0f}.")


@rule("L103", warning=True)
def data_holds_no_markup(loaded: Loaded) -> Iterator[Found]:
    """Words of a bank or a role-play hold no markup and no address: both are shown as is.

    Let the order of the words carry the weight, quote the word, and link from the page.
    """
    for said in worth_trying(loaded, _MARKED.pattern):
        if isinstance(said.thing, Bank | RolePlay):
            for marked in _MARKED.findall(said.text):
                says = f"'{marked}' is shown as is."
                yield Found(said.thing, said.place, says, _waivers(said))


@rule("L208")
def no_word_stands_twice(loaded: Loaded) -> Iterator[Found]:
    """No small word stands twice in a row.

    Take one out.
    """
    for said in everything(loaded):
        if found := _TWICE.search(said.text):
            yield Found(said.thing, said.place, f"'{found.group()}' stands there.")


def _closed(text: str) -> str:
    """Return a text that ends as a sentence does, so that no label runs into the next."""
    return text if text.endswith((".", "?", "!", "…", '"', "”")) else f"{text}."
