"""Reads the Markdown of a page with the parser of the book, so that both see the same."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from alongside.reading.page_inline import Around, Scan, read_inline
from alongside.reading.page_once import tell_names, tell_transitions
from alongside.reading.page_parts import NOTE, Directive, Heading, RawHtml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import PurePosixPath

    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from alongside.reading.page_parts import Kind, Voice

MAX_NESTING = 8
"""Directives inside directives."""
MAX_PARAGRAPH = 8_000
"""Characters; the parser's time grows with the square of a paragraph's length."""
_DIRECTIVE = re.compile(r"\{([^\s{}]+)\}[ \t]*(.*)", re.DOTALL)
_OPTION = re.compile(r"\s*:([\w-]+):(?:\s+(.*)|\s*)$")
_VERBATIM = frozenset(
    "code code-block code-cell sourcecode math eval-rst raw include literalinclude toctree "
    "mermaid bibliography csv-table image".split()
)
"""Directives whose body is not prose."""
_TITLED = frozenset({"admonition", "list-table", "table", "topic"})
"""Directives whose argument is a title on the page."""
_BOXES = frozenset({"avoid", "important", "note", NOTE, "seealso", "tip", "warning"})
"""Directives whose text may begin on the line that opens them."""
_KINDS: dict[str, Kind] = {
    "heading_open": "heading",
    "td_open": "cell",
    "th_open": "cell",
    "dt_open": "term",
}


@cache
def _markdown() -> MarkdownIt:
    """Return the parser set up as MyST sets it up for the book."""
    parser = MarkdownIt("commonmark").enable("table")
    for plugin in (myst_block_plugin, myst_role_plugin, footnote_plugin):
        parser.use(plugin)
    parser.disable("footnote_inline").disable("footnote_tail")
    parser.core.ruler.before("inline", "too_long", _empty_what_is_too_long)
    return parser.use(colon_fence_plugin).use(deflist_plugin)


def _empty_what_is_too_long(state: StateCore) -> None:
    """Leave out of a paragraph that would take too long all but the fact."""
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > MAX_PARAGRAPH:
            token.content, token.meta = "", {"too_long": True}


def scan(text: str, path: PurePosixPath) -> Scan:
    """Return what the page holds; front matter must be blanked out before."""
    found = Scan(path)
    _read(text, found, Around())
    tell_names(found)
    return found


def _read(text: str, found: Scan, around: Around) -> None:
    lines = text.split("\n")
    quoted = 0
    opened: Token | None = None
    # The final line end keeps the fence rule of mdit-py-plugins from reading past the text.
    tokens = _markdown().parse(text + "\n", found.references)
    for token in tokens:
        first = around.first_line + (token.map[0] if token.map else 0)
        if token.type in {"blockquote_open", "blockquote_close"}:
            quoted += token.nesting
        if token.type == "inline" and not token.meta:
            known = len(found.prose)
            here = _within(around, first, quoted=quoted > 0)
            read_inline(token, found, here, _KINDS.get(opened.type if opened else "", "text"))
            if opened and opened.type == "heading_open":
                title = " ".join(one.text for one in found.prose[known:])
                found.headings.append(Heading(int(opened.tag[1]), title, first))
        elif token.type == "html_block":
            found.raw_html.append(RawHtml(first, token.content.strip()))
        elif token.type in {"fence", "colon_fence"}:
            _fence(token, lines, found, _within(around, first, quoted=quoted > 0))
        else:
            _keep(token, found, first)
        opened = token
    for again in found.references.pop("duplicate_refs", ()):
        found.addresses.append((again["label"], around.first_line + again["map"][0]))
    tell_transitions(tokens, found, around)


def _within(around: Around, first: int, *, quoted: bool) -> Around:
    """Return where a block stands that begins on this line; who is quoted speaks as another."""
    voice: Voice = "persona" if quoted and around.voice == "own" else around.voice
    return replace(around, first_line=first, voice=voice)


def _keep(token: Token, found: Scan, line: int) -> None:
    """Keep where a name stands, and a fault about words left out, or shown as code."""
    if token.type == "myst_target":
        found.marks.setdefault(token.content, []).append(line)
    elif token.type == "footnote_reference_open":
        found.notes.setdefault(str(token.meta["label"]), []).append(line)
    elif token.type == "myst_block_break":
        found.breaks.append(line)
    elif token.type == "inline":
        says = f"A paragraph has more than {MAX_PARAGRAPH:,} characters."
        found.fault(line, "Y406", says, "Leave an empty line between its thoughts.")
    elif token.type == "code_block":
        says = "Words are indented by four spaces, which makes them code."
        found.fault(line, "Y407", says, "Indent them less; code stands between backticks.")


def _fence(token: Token, lines: Sequence[str], found: Scan, here: Around) -> None:
    """Read a fenced block: a directive, or code that is left alone."""
    begin, end = token.map or [0, 0]
    written = _DIRECTIVE.match(token.info.strip())
    marks = lines[end - 1].strip(" \t>")
    closed = end - begin > 1 and re.fullmatch(f"{token.markup}{token.markup[0]}*", marks)
    if not closed:
        says = "A block starts here and is never closed."
        found.fault(here.first_line, "Y402", says, f"Close it with {token.markup}.")
    if written is None:
        if token.type == "colon_fence":
            says = "A block of colons has no directive's name in braces."
            found.fault(here.first_line, "Y404", says, "Write it like :::{note}.")
        return
    directive = _directive(written, token, found, here, here.first_line + end - begin - 1)
    found.directives.append(directive)
    if name := directive.options.get("name"):
        found.marks.setdefault(name, []).append(directive.option_lines["name"])
    if directive.name in _TITLED:
        for title in _markdown().parseInline(directive.argument, found.references):
            read_inline(title, found, here, "heading")
    if directive.name not in _VERBATIM:
        _body(directive, found, here)


def _body(directive: Directive, found: Scan, here: Around) -> None:
    inside = (*here.inside, directive.name)
    if len(inside) > MAX_NESTING:
        says = f"Directives are nested more than {MAX_NESTING} deep."
        found.fault(directive.line, "Y403", says, "Write it flatter.")
        return
    voice: Voice = "avoid" if directive.name == "avoid" else here.voice
    if directive.name in _BOXES:
        _read(directive.argument, found, Around(directive.line, inside, voice))
    _read(directive.body, found, Around(directive.body_line, inside, voice))


def _directive(
    written: re.Match[str], token: Token, found: Scan, here: Around, end_line: int
) -> Directive:
    options: dict[str, str] = {}
    option_lines: dict[str, int] = {}
    body = token.content.split("\n")
    taken = 0
    if body[0].strip() == "---":
        says = "Options stand between lines of three dashes."
        found.fault(here.first_line + 1, "Y405", says, "Write each as `:key: value`.")
    while taken < len(body) and body[taken].lstrip().startswith(":"):
        line = here.first_line + 1 + taken
        option = _OPTION.match(body[taken])
        if option is None:
            says = "An option is not written as `:key: value`."
            remedy = "Mend it, or leave an empty line before an inner directive."
            found.fault(line, "Y405", says, remedy)
            if body[taken].lstrip().startswith(":::"):
                break
        elif option[1] in options:
            says = f"The option `:{option[1]}:` is written twice."
            found.fault(line, "Y405", says, "Keep one of the two.")
        else:
            options[option[1]] = (option[2] or "").strip()
            option_lines[option[1]] = line
        taken += 1
    return Directive(
        name=written[1],
        argument=written[2].strip(),
        options=MappingProxyType(options),
        option_lines=MappingProxyType(option_lines),
        body="\n".join(body[taken:]),
        body_line=here.first_line + 1 + taken,
        line=here.first_line,
        end_line=end_line,
        inside=here.inside,
    )
