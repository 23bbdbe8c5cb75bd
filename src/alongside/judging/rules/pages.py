"""Rules for pages: what may stand in the source, and what a lesson must say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from alongside.judging.blocks import INSTEAD, KNOWN_DIRECTIVES, KNOWN_ROLES, OPTIONS
from alongside.judging.candidates import worth_trying
from alongside.judging.rules.outcomes import outcome_ids
from alongside.judging.rules.registry import Found, rule
from alongside.reading.load import Loaded
from alongside.reading.pages import Page

_NOT_LESSONS = {"index"}
_PLACEHOLDER = re.compile(
    r"\b(?:(?i:lorem ipsum)|TODO|FIXME|TBD|XXX)\b|\?\?\?"
    r"|\[[A-Z][A-Z _]+\]|\[(?i:insert|your)\b[^\]]*\]"
    r"|\b555[-.\s]\d{4}\b|\b(?i:coming soon|citation needed|to be added|goes here)\b"
    r"|\b(?i:distractor \d|sample (?:answer|question|text))\b|<(?:name|campus|date|number)>"
)
HEAVY = re.compile(
    r"\b(?:suicid\w*|self-harm\w*|self-injur\w*|sexual(?:ly)? assault\w*|rape[ds]?|overdos\w*|"
    r"eating disorders?|kill(?:ed|ing|s)? (?:(?:him|her)self|themselves|themself)"
    r"|(?:end(?:ed|ing|s)?|take|takes|taking|took) (?:his|her|their) own (?:life|lives)"
    r"|(?:took|taken) (?:his|her|their) (?:life|lives)"
    r"(?! (?:jacket|savings|story|vest|\w+ly)))\b",
    re.IGNORECASE,
)
"""What nobody should come upon unprepared."""
_TASK = re.compile(r"\s*[-*]\s+\[[ xX]\]\s")
_MATH = re.compile(r"(?<![\\$])\$\$?[^$\n]+\$")


def lessons(loaded: Loaded) -> Iterator[tuple[str, Page]]:
    """Yield (module, page) for every lesson: the pages of a module but its index."""
    for page in loaded.pages.values():
        parts = page.path.parts
        if parts[0] == "modules" and len(parts) == 3 and page.path.stem not in _NOT_LESSONS:  # noqa: PLR2004
            yield parts[1], page


@rule("P101")
def lessons_say_what_they_teach(loaded: Loaded) -> Iterator[Found]:
    """A lesson names its minutes and the outcomes it teaches.

    Add `minutes:` and `outcomes:` to the front matter.
    """
    for _, page in lessons(loaded):
        if page.headless:
            continue
        missing = [k for k in ("minutes", "outcomes") if not getattr(page.front, k)]
        if missing:
            yield Found(page, 1, f"The front matter has no {' and no '.join(missing)}.")


@rule("P102", needs=("course.yml",))
def taught_outcomes_exist(loaded: Loaded) -> Iterator[Found]:
    """A lesson teaches outcomes of its own module, each named once.

    Use ids from `course.yml`.
    """
    for module, page in lessons(loaded):
        for at, name in enumerate(page.front.outcomes):
            if name not in outcome_ids(loaded, module):
                yield Found(page, ("outcomes", at), f"'{module}' has no outcome '{name}'.")
            elif name in page.front.outcomes[:at]:
                yield Found(page, ("outcomes", at), f"'{name}' is named twice.")


@rule("P103")
def no_raw_html(loaded: Loaded) -> Iterator[Found]:
    """No page holds raw HTML.

    Write it in Markdown, or with a directive.
    """
    for page in loaded.pages.values():
        for spot in page.raw_html:
            yield Found(page, spot.line, f"Raw HTML: {spot.text[:60]!r}.")


@rule("P104")
def no_page_reads_other_files(loaded: Loaded) -> Iterator[Found]:
    """No page includes another file or text that nobody checks.

    Write the words on the page, or link to the page that has them.
    """
    for page in loaded.pages.values():
        for directive in page.includes:
            yield Found(
                page, directive.line, f"`{directive.name}` brings in a file or raw text."
            )


@rule("P105")
def no_placeholders(loaded: Loaded) -> Iterator[Found]:
    """No placeholder ships.

    Write what is meant, or leave it out.
    """
    for said in worth_trying(loaded, _PLACEHOLDER.pattern):
        if found := _PLACEHOLDER.search(said.text):
            yield Found(said.thing, said.place, f"'{found.group()}' stands in for something.")


@rule("P109")
def directives_are_known(loaded: Loaded) -> Iterator[Found]:
    """A page uses directives, options and roles that this book knows how to show.

    Use one that CONTRIBUTING.md lists.
    """
    for page in loaded.pages.values():
        for role in page.roles:
            if role.name not in KNOWN_ROLES:
                yield Found(page, role.line, f"This book cannot show the role `{role.name}`.")
        for directive in page.directives:
            if directive.name not in KNOWN_DIRECTIVES:
                detail = f"This book cannot show the directive `{directive.name}`."
                instead = INSTEAD.get(directive.name)
                yield Found(page, directive.line, f"{detail} {instead}" if instead else detail)
            for option in directive.options.keys() - OPTIONS.get(
                directive.name, directive.options
            ):
                detail = f"`{directive.name}` has no option `:{option}:`."
                yield Found(page, directive.option_lines[option], detail)


@rule("P110")
def no_math_and_no_task_lists(loaded: Loaded) -> Iterator[Found]:
    """A page holds no dollar maths and no task list.

    Write the number in words, or escape the dollar sign; use a plain list.
    """
    for page in loaded.pages.values():
        for number, line in enumerate(page.text.split("\n"), 1):
            if _TASK.match(line) or _MATH.search(re.sub(r"`[^`]*`", "", line)):
                yield Found(page, number, "Dollar maths or a task list.")


@rule("P111")
def heavy_pages_say_so(loaded: Loaded) -> Iterator[Found]:
    """A lesson that speaks of suicide, self-harm or assault says so first.

    Add `content_note:` to the front matter: what comes, how long, and the way round it.
    """
    for _, page in lessons(loaded):
        if page.front.content_note or page.headless:
            continue
        for prose in page.prose:
            if prose.for_trainees and (found := HEAVY.search(prose.text)):
                yield Found(
                    page, prose.line, f"'{found.group()}' comes without a content note."
                )
                break


@rule("P113", needs=("course.yml", "facilitator_guide", "modules", "quizzes", "role_plays"))
def activities_exist(loaded: Loaded) -> Iterator[Found]:
    """A page places questions, role-plays and modules that exist.

    Use the ids of the bank, or the file name of the role-play.
    """
    known = {module.id for module in loaded.modules}
    for page in loaded.pages.values():
        for directive in page.directives:
            name = directive.argument.strip()
            there = {
                "quiz": loaded.banks,
                "role-play": loaded.role_plays,
                "checklist": loaded.checklists,
                "kits": known,
                "outcome-map": known,
                "outcomes": known,
                "run-sheet": loaded.run_sheets,
                "facilitator-notes": known,
            }.get(directive.name)
            if there is not None and name not in there:
                yield Found(page, directive.line, f"There is no '{name}' to place.")
            elif directive.name == "quiz":
                ids = {q.id for q in loaded.banks[name].questions}
                for one in loaded.questions_of(directive):
                    if one not in ids:
                        line = directive.option_lines.get("questions", directive.line)
                        yield Found(page, line, f"The bank has no question '{one}'.")
            elif directive.name == "run-sheet":
                sheet = directive.options.get("sheet", "")
                if sheet not in {one.id for one in loaded.run_sheets[name].sheets}:
                    line = directive.option_lines.get("sheet", directive.line)
                    yield Found(page, line, f"'{name}' has no sheet '{sheet}'.")


@rule("P114", needs=("_toc.yml", "book", "facilitator_guide", "modules"))
def everything_is_placed_once(loaded: Loaded) -> Iterator[Found]:
    """Every question and every role-play is placed on exactly one page.

    Place it with its directive, or take it out of the second page.
    """
    questions: Counter[str] = Counter()
    plays: Counter[str] = Counter()
    for page in loaded.pages.values():
        for quiz in page.named("quiz"):
            questions.update(loaded.questions_of(quiz))
        plays.update(d.argument.strip() for d in page.named("role-play"))
    for bank in loaded.banks.values():
        for at, question in enumerate(bank.questions):
            if detail := _misplaced(question.id, questions):
                yield Found(bank, ("questions", at, "id"), detail)
    for play in loaded.role_plays.values():
        if detail := _misplaced(play.id, plays):
            yield Found(play, ("id",), detail)


def _misplaced(name: str, times: Counter[str]) -> str | None:
    """Return what is wrong where the thing is not placed exactly once."""
    if times[name] == 1:
        return None
    return f"'{name}' is placed {f'{times[name]} times' if times[name] else 'nowhere'}."


@rule("P115")
def headings_step_down(loaded: Loaded) -> Iterator[Found]:
    """A page has one title of its own; its headings differ and go down one level at a time.

    Begin with one `# Title`; below it use the next level. Looks come from the theme.
    """
    named: dict[tuple[object, str | None], Page] = {}
    for page in loaded.pages.values():
        first = named.setdefault((page.path.parent, page.title), page)
        if page.title and first is not page:
            yield Found(page, 1, f"'{page.title}' is the title of {first.path} too.")
        level = 0
        titles = [h for h in page.headings if h.level == 1]
        if len(titles) != 1:
            yield Found(page, 1, f"The page has {len(titles)} titles.")
        begun = [one.line for one in page.prose] + [one.line for one in page.directives]
        begins = min(begun, default=1)
        if begun and titles and begins < titles[0].line:
            yield Found(page, begins, "Something stands above the title.")
        for heading in page.headings:
            if not heading.text:
                yield Found(page, heading.line, "A heading has no words.")
            if heading.level > level + 1:
                yield Found(page, heading.line, f"'{heading.text[:40]}' skips a level.")
            level = heading.level
        for text, times in Counter(one.text.lower() for one in page.headings).items():
            if text and times > 1:
                line = next(h.line for h in page.headings[::-1] if h.text.lower() == text)
                yield Found(page, line, f"'{text[:40]}' heads {times} parts of the page.")
