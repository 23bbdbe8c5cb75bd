"""``alongside rules``: prints every rule of the course."""

from __future__ import annotations

from collections.abc import Iterator

import click

from alongside.judging.rules import FAMILIES, RULES
from alongside.programme.roster_codes import ROSTER_CODES
from alongside.proof import CODES
from alongside.reading.reading_codes import READING_CODES


@click.command("rules")
@click.argument("codes", nargs=-1, metavar="[CODE]…")
def rules_command(codes: tuple[str, ...]) -> None:
    """Print the rules, or those whose code starts with CODE: `Q`, `Q1`, `Q101`.

    A warning may stay; everything else must be mended before a course is shipped.
    `alongside prove` tells a broken rule of a role-play (R) with the play that shows it.
    """
    wanted = tuple(code.upper() for code in codes) or ("",)
    chosen = [(code, told) for code, told in sorted(_told()) if code.startswith(wanted)]
    if not chosen:
        asked = " or ".join(repr(code[:20]) for code in codes)
        raise click.BadParameter(f"No rule starts with {asked}. See them all: alongside rules")
    family = ""
    for code, told in chosen:
        if code[0] != family:
            family = code[0]
            click.secho(f"\n{family}: {FAMILIES[family]}", bold=True)
        click.echo(f"  {code} {told}")


def _told() -> Iterator[tuple[str, str]]:
    """Yield each code with what must hold and what to do."""
    yield from READING_CODES.items()
    yield from CODES.items()
    yield from ROSTER_CODES.items()
    for code, rule in RULES.items():
        kind = "(warning) " if rule.warning else ""
        yield code, f"{kind}{rule.says}\n        {rule.remedy}"
