"""Two engines that judge a page, and our own probes, put into it past no policy.

Their text is evaluated through the debugger's own channel (``Runtime.evaluate``), which a
page's Content-Security-Policy does not govern. So the policy stays in force for the page, and
`test_the_policy_holds_while_the_engines_run` shows that it does.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from accessibility.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

PACKAGES = Path(__file__).parents[2] / "js/node_modules"
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
IBM_RULES = ("WCAG_2_2", "IBM_Accessibility")

_RUN_AXE = """async ([where, tags]) => {
  const rules = { "target-size": { enabled: true } };
  const found = await axe.run(where, { runOnly: tags, rules, resultTypes: ["violations"] });
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => ["axe", id, node.html.slice(0, 400), node.failureSummary]));
}"""
_RUN_IBM = """async ([where, rules]) => {
  const part = where === "html" ? document : document.querySelector(where);
  const { results } = await new ace.Checker().check(part, rules);
  return results.filter(({ value }) => value[1] === "FAIL")
    .map(({ ruleId, snippet, message, value }) =>
      ["ibm", ruleId, snippet.slice(0, 400), `${value[0]}: ${message}`]);
}"""
_RUN_PROBES = """([where, names]) => {
  const probes = PROBES;
  const part = document.querySelector(where);
  return names.flatMap((name) => probes[name](part).map((found) => [name, ...found]));
}"""


@cache
def _text(path: str) -> str:
    return (PACKAGES / path).read_text("utf-8")


def axe(page: Page, where: str = "html") -> list[Finding]:
    """Return what axe holds for a violation, at every level of WCAG 2.2 A and AA."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(f"(() => {{ {_text('axe-core/axe.min.js')}\n }})()")
    return [Finding(*one) for one in page.evaluate(_RUN_AXE, [where, AXE_TAGS])]


def ibm(page: Page, where: str = "html") -> list[Finding]:
    """Return what IBM's engine is sure of (FAIL); its questions to a reader are left out."""
    if not page.evaluate("'ace' in globalThis"):
        source = _text("accessibility-checker-engine/ace.js")
        page.evaluate(f"(() => {{ {source}\n; globalThis.ace = ace; }})()")
    return [Finding(*one) for one in page.evaluate(_RUN_IBM, [where, IBM_RULES])]


def probes(page: Page, names: Sequence[str], where: str = "html") -> list[Finding]:
    """Return what some of our own probes (``probes.js``) find."""
    source = Path(__file__).with_name("probes.js").read_text("utf-8").strip()
    found = page.evaluate(_RUN_PROBES.replace("PROBES", source), [where, names])
    return [Finding("probe", name, element[:400], said) for name, element, said in found]
