"""``alongside schema``: the JSON Schema of the data files, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from alongside.cli.ends import FAULTS, REFUSED
from alongside.reading.schema import SCHEMA_MODELS, schema_text
from alongside.whole import write_whole


@click.command("schema")
@click.argument("name", required=False, type=click.Choice(sorted(SCHEMA_MODELS)))
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=Path("schema"),
    help="Where the files are; by default schema.",
)
@click.option("--write", is_flag=True, help="Write all the files anew.")
@click.option("--check", is_flag=True, help="Only say which files are out of date.")
def schema_command(name: str | None, folder: Path, *, write: bool, check: bool) -> None:
    """Print the schema NAME; write all of them, or check that they are fresh.

    Name one on the first line of a data file, and an editor will help you to write it:
    # yaml-language-server: $schema=../schema/bank.json
    """
    if [name is not None, write, check].count(True) != 1:
        raise click.UsageError("Give the name of a schema, or --write, or --check.")
    if name is not None:
        click.echo(schema_text(name), nl=False)
    elif write:
        _write(folder)
    else:
        _check(folder)


def _check(folder: Path) -> None:
    stale = [path for path, text in _files(folder) if _held(path) != text]
    for path in stale:
        click.echo(f"{path}: out of date. Run: alongside schema --write")
    if stale:
        raise SystemExit(FAULTS)
    click.echo("The schema files are fresh.")


def _files(folder: Path) -> list[tuple[Path, str]]:
    return [(folder / f"{name}.json", schema_text(name)) for name in sorted(SCHEMA_MODELS)]


def _held(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _write(folder: Path) -> None:
    """Write each file whole or not at all; refuse to write through a link."""
    if folder.is_symlink():
        click.echo(f"{folder} is a link; name the folder itself.", err=True)
        raise SystemExit(REFUSED)
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in _files(folder):
        write_whole(path, text.encode())
        click.echo(f"Wrote {path}.")
