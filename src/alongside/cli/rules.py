"""``alongside rules``: prints every rule of the course."""

from __future__ import annotations

import click

from alongside.rules import FAMILIES, RULES


@click.command("rules")
@click.argument("codes", nargs=-1, metavar="[CODE]…")
def rules_command(codes: tuple[str, ...]) -> None:
    """Print the rules, or those whose code starts with CODE: `Q`, `Q1`, `Q101`.

    A warning may stay; everything else must be mended before a course is shipped. The rules
    of role-plays (R) are told by `alongside prove`, those of reading the files (Y) by the
    faults themselves.
    """
    chosen = [
        rule for code, rule in sorted(RULES.items()) if not codes or code.startswith(codes)
    ]
    if not chosen:
        raise click.BadParameter(f"No rule starts with {' or '.join(codes)}.")
    family = ""
    for rule in chosen:
        if rule.code[0] != family:
            family = rule.code[0]
            click.secho(f"\n{family}: {FAMILIES[family]}", bold=True)
        kind = " (warning)" if rule.warning else ""
        click.echo(f"  {rule.code}{kind} {rule.says}\n        {rule.remedy}")
