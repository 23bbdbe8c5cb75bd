"""``alongside new``: writes a module, bank or role-play that explains itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from string import Template

import click

from alongside.cli.course import course_in
from alongside.cli.ends import REFUSED

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_MODULE_FILES = {
    "index.md": "index.md",
    "first-lesson.md": "lesson.md",
    "checklist.yml": "checklist.yml",
    "design.md": "design.md",
}


@click.command("new")
@click.argument("kind", type=click.Choice(["module", "bank", "role-play"]))
@click.argument("name")
@click.option("--module", help="For a role-play: the module it belongs to.")
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The course; by default this folder.",
)
def new_command(kind: str, name: str, module: str | None, folder: Path) -> None:
    """Write a new module, bank or role-play NAME from a start that explains itself.

    NAME is lower-case words joined by dashes: for a module or a bank the module's slug in
    course.yml, for a role-play a name of its own. Nothing that is there is ever overwritten.
    """
    if not _SLUG.fullmatch(name):
        raise click.BadParameter(f"{name[:60]!r}: use lower-case words joined by dashes.")
    slug = (module or "active-listening") if kind == "role-play" else name
    made = _made(kind, name, _words(folder, slug, name))
    taken = [path for path in made if (folder / path).exists()]
    if taken:
        click.echo(f"{taken[0]} is there already; nothing was written.", err=True)
        raise SystemExit(REFUSED)
    for path, text in made.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8") as file:
            file.write(text)
        click.echo(f"Wrote {path}")
    click.echo("Next: list its pages in _toc.yml, then run `alongside check`.")


def _words(folder: Path, slug: str, name: str) -> dict[str, str]:
    """Return what the templates fill in; end the command where the module is unknown."""
    course = course_in(folder)
    known = {each.id: each for each in course.modules}
    if slug not in known:
        raise click.BadParameter(
            f"There is no module {slug!r}. The modules are: {', '.join(known)}. "
            "Add a new one to course.yml first."
        )
    outcome = known[slug].outcomes[0].id
    return {"module": slug, "title": known[slug].title, "outcome": outcome, "id": name}


def _made(kind: str, name: str, words: Mapping[str, str]) -> dict[Path, str]:
    if kind == "module":
        return {
            Path("modules") / name / target: _filled(template, words)
            for target, template in _MODULE_FILES.items()
        }
    if kind == "bank":
        return {Path("quizzes") / f"{name}.yml": _filled("bank.yml", words)}
    return {Path("role_plays") / f"{name}.yml": _filled("role_play.yml", words)}


def _filled(template: str, words: Mapping[str, str]) -> str:
    text = files("alongside").joinpath("templates", template).read_text("utf-8")
    return Template(text).substitute(words)
