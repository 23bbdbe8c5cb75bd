"""The command ``alongside``: one small module per subcommand."""

from __future__ import annotations

import click

from alongside.cli.prove import prove_command


@click.group()
def main() -> None:
    """Build, prove and run the course."""


main.add_command(prove_command)
