"""A book of twelve pages with ten questions each, in four editions.

Ours; the same as static text in the same theme; as Jupyter Book notebooks whose cells call
jupyterquiz, to be executed by the build, or executed before it.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import copies
from copies import Plain

from alongside.reading.load import Loaded
from courses import ten_questions

PAGES = 12
EDITED = 6
"""The page on which the one edit is made, counted from 0."""


@dataclass(frozen=True)
class Page:
    """One page of the book, whatever its edition.

    Attributes:
        module: Its module; it names the file.
        prose: Its text in plain Markdown.
        questions: Ten, as plain values of a bank.

    """

    module: str
    prose: str
    questions: list[Plain]


@dataclass(frozen=True)
class Edition:
    """A book on disk.

    Attributes:
        folder: Its source.
        edited: The file in which the one edit is made.
        word: What stands there and is written otherwise.

    """

    folder: Path
    edited: Path
    word: str

    def edit(self, times: int) -> None:
        """Write the word otherwise, as somebody who mends a sentence would."""
        told = self.edited.read_text("utf-8")
        at = told.index(self.word) + len(self.word)
        self.edited.write_text(f"{told[:at]} again{times}{told[at:]}", "utf-8")


def pages(loaded: Loaded, folder: Path) -> Iterator[Page]:
    """Yield the twelve pages."""
    asked = ten_questions(loaded)
    lessons = sorted((folder / "modules/active-listening").glob("*.md"))
    texts = [p.read_text("utf-8") for p in lessons if p.stem not in {"index", "design"}]
    assert loaded.course is not None  # noqa: S101 - the real course has one
    for n, module in enumerate(loaded.course.modules[:PAGES]):
        moved = [
            copies.question_for(each, loaded, module.id, k)
            for k, each in enumerate(asked, n * len(asked))
        ]
        text = copies.reworded({"text": copies.prose(texts[n % len(texts)])}, n)["text"]
        yield Page(module.id, text, moved)


def ours(to: Path) -> Edition:
    """Write our edition: a bank for each page, placed by a directive."""
    made = _ours(to)
    banks = [copies.write_bank(to, page.module, page.questions) for page in made]
    for page in made:
        ids = [each["id"] for each in page.questions]
        _lesson(to, page, copies.quiz(page.module, ids))
    return Edition(to, banks[EDITED], _telling(made))


def static(to: Path) -> Edition:
    """Write the same pages, with the questions and every answer's feedback as plain text."""
    made = _ours(to)
    for page in made:
        _lesson(to, page, "".join(map(_as_text, page.questions)))
    edited = to / f"modules/{made[EDITED].module}/lesson.md"
    return Edition(to, edited, _telling(made))


def _telling(made: list[Page]) -> str:
    """Return the longest word of the question that is edited."""
    words: list[str] = re.findall(r"[a-z]+", made[EDITED].questions[0]["prompt"])
    return max(words, key=len)


def _ours(to: Path) -> list[Page]:
    """Write what both editions in our theme share; return the pages."""
    loaded = copies.real_course(to)
    made = list(pages(loaded, to))
    for room in ("modules", "quizzes", "role_plays", "facilitator_guide"):
        shutil.rmtree(to / room)
    copies.written(to / "index.md", "# Twelve pages\n\nTen questions on each.\n")
    files = "".join(f"  - file: modules/{page.module}/lesson\n" for page in made)
    copies.written(to / "_toc.yml", f"format: jb-book\nroot: index\nchapters:\n{files}")
    return made


def _lesson(to: Path, page: Page, asked: str) -> None:
    words = copies.lesson(page.module, page.questions[0]["outcomes"], page.prose + asked)
    copies.written(to / f"modules/{page.module}/lesson.md", words)


def _as_text(question: Plain) -> str:
    told = "".join(f"- {text}\n\n  {why}\n\n" for text, why, _ in answers(question))
    return f"\n## Question {question['id'].rsplit('-', 1)[1]}\n\n{question['prompt']}\n\n{told}"


def answers(question: Plain) -> list[tuple[str, str, bool]]:
    """Return what a question offers: the words, the feedback, whether it is right."""
    if question["type"] == "true-false":
        right = bool(question["answer"])
        return [
            ("True", question["if_true"], right),
            ("False", question["if_false"], not right),
        ]
    return [
        (one["text"], one["feedback"], bool(one.get("correct")) or one.get("credit") == 1)
        for one in question["options"]
    ]


def notebooks(to: Path, *, executed: bool) -> Edition:
    """Write the same pages as notebooks, each question a cell that calls jupyterquiz.

    Args:
        to: An empty folder's path.
        executed: Whether the build executes them; else somebody has, and outputs are stored.

    """
    loaded = copies.real_course(to)
    made = list(pages(loaded, to))
    shutil.rmtree(to)
    mode = "force" if executed else "off"
    copies.written(
        to / "_config.yml",
        "title: Twelve pages\nauthor: Bench\nlogo: ''\nonly_build_toc_files: true\n"
        f"execute:\n  execute_notebooks: '{mode}'\n",
    )
    copies.written(to / "index.md", "# Twelve pages\n\nTen questions on each.\n")
    files = "".join(f"  - file: {page.module}\n" for page in made)
    copies.written(to / "_toc.yml", f"format: jb-book\nroot: index\nchapters:\n{files}")
    for page in made:
        copies.written(to / f"{page.module}.ipynb", _notebook(page))
    return Edition(to, to / f"{made[EDITED].module}.ipynb", _telling(made))


def _notebook(page: Page) -> str:
    cells: list[Plain] = [_markdown("title", f"# {page.module}\n\n{page.prose}")]
    cells += [_code(f"question-{n}", each) for n, each in enumerate(page.questions)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    meta = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": meta, "cells": cells})


def _markdown(name: str, words: str) -> Plain:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": words}


def _code(name: str, question: Plain) -> Plain:
    kind = "many_choice" if question["type"] == "multiple" else "multiple_choice"
    told = [
        {"answer": a, "correct": right, "feedback": why} for a, why, right in answers(question)
    ]
    asked = [{"question": question["prompt"], "type": kind, "answers": told}]
    source = f"from jupyterquiz import display_quiz\ndisplay_quiz({asked!r})"
    hidden = {"tags": ["remove-input"]}
    return {
        "cell_type": "code", "id": name, "metadata": hidden, "source": source,
        "outputs": [], "execution_count": None,
    }  # fmt: skip
