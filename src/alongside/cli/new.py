"""``alongside new``: writes a module, bank or role-play that explains itself."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from string import Template

import click
from pydantic import TypeAdapter, ValidationError

from alongside.cli.course import course_in, folder_option
from alongside.cli.ends import REFUSED
from alongside.model.base import Slug
from alongside.programme.outbox import is_kept_by_windows

_NAME: TypeAdapter[str] = TypeAdapter(Slug)
_MODULE_FILES = {
    "index.md": "index.md",
    "first-lesson.md": "lesson.md",
    "checklist.yml": "checklist.yml",
    "design.md": "design.md",
}


_NEXT = {
    "module": "List its pages in _toc.yml, call it written in course.yml",
    "bank": "Place its questions on a page with :::{quiz}",
    "role-play": "Place it on a page with :::{role-play}",
}


@click.command(
    "new", epilog="For example: alongside new role-play late-bus --module boundaries"
)
@click.argument("kind", type=click.Choice(["module", "bank", "role-play"]))
@click.argument("name")
@click.option("--module", help="For a role-play: the module it belongs to.")
@folder_option
def new_command(kind: str, name: str, module: str | None, folder: Path) -> None:
    """Write a new module, bank or role-play NAME from a start that explains itself.

    NAME is lower-case words joined by dashes: for a module or a bank the module's slug in
    course.yml, for a role-play a name of its own. Nothing that is there is ever overwritten.
    """
    if kind == "role-play" and module is None:
        raise click.UsageError("Say which module the role-play belongs to: --module SLUG.")
    if kind != "role-play" and module is not None:
        raise click.UsageError(f"--module is for role-plays; NAME is the module of a {kind}.")
    try:
        _NAME.validate_python(name)
    except ValidationError:
        says = f"{name[:60]!r}: use at most 80 lower-case letters, digits and dashes."
        raise click.BadParameter(says) from None
    if is_kept_by_windows(name):
        raise click.BadParameter(f"{name!r}: Windows has no files of this name. Take another.")
    made = _made(kind, name, _words(folder, module or name, name))
    if why := _refusal(folder, made):
        click.echo(f"{why}; nothing was written.", err=True)
        raise SystemExit(REFUSED)
    _write(folder, made)
    for path in made:
        click.echo(f"Wrote {path}")
    click.echo(f"Next: {_NEXT[kind]}, then run `alongside check`.")


def _refusal(folder: Path, made: Mapping[Path, str]) -> str | None:
    """Return why a file must not be written, or nothing where all may."""
    for path in made:
        if any((folder / above).is_symlink() for above in path.parents):
            return f"{path.parent} is reached by a link"
        if (folder / path).exists() or (folder / path).is_symlink():
            return f"{path} is there already"
    return None


def _write(folder: Path, made: Mapping[Path, str]) -> None:
    """Write all the files, or none where one cannot be written."""
    written: list[Path] = []
    try:
        for path, text in made.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8") as file:
                written.append(target)
                file.write(text)
    except BaseException:
        for target in written:
            target.unlink()
        raise


def _words(folder: Path, slug: str, name: str) -> dict[str, str]:
    """Return what the templates fill in; end the command where the module is unknown."""
    course = course_in(folder)
    known = {each.id: each for each in course.modules}
    if slug not in known:
        raise click.BadParameter(
            f"There is no module {slug[:60]!r}. The modules are: {', '.join(known)}. "
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
