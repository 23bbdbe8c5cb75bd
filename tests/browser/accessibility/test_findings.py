"""The list of allowed findings, and the policy that the engines must not switch off."""

from datetime import date

from accessibility import findings
from accessibility.engines import axe, ibm
from accessibility.findings import ALLOWED, Allowed, Finding, ended, healed, unanswered

BROKEN = Finding("axe", "image-alt", "<img src=x>", "Fix it.")
ALLOWANCE = Allowed("axe", "image-alt", "src=x", date(2027, 1, 1), "A reason.")


def test_no_allowance_has_outlived_its_date():
    assert ended() == []


def test_each_allowance_says_why():
    assert all(len(one.reason) > 40 for one in ALLOWED)


def test_an_allowance_covers_its_own_finding_only_and_ends(monkeypatch):
    monkeypatch.setattr(findings, "ALLOWED", (ALLOWANCE,))
    other = BROKEN._replace(element="<img src=y>")
    assert unanswered([BROKEN, other]) == [other]
    assert ended(date(2026, 12, 31)) == []
    assert ended(date(2027, 1, 2)) == [ALLOWANCE]


def test_an_allowance_whose_fault_healed_must_go(monkeypatch):
    monkeypatch.setattr(findings, "ALLOWED", (ALLOWANCE,))
    assert healed([BROKEN], "axe") == []
    assert healed([], "axe") == [ALLOWANCE]
    assert healed([], "ibm") == []


def test_the_policy_holds_while_the_engines_run(browser, site, trouble):
    context = browser.new_context()
    trouble.watch(context, site.address)
    page = context.new_page()
    page.goto(site.at("index.html"))
    axe(page)
    ibm(page)
    assert trouble == []
    page.evaluate("""() => {
      const inline = document.createElement("script");
      inline.textContent = "globalThis.slipped = true";
      document.body.append(inline);
      document.body.setAttribute("onclick", "globalThis.slipped = true");
      document.body.click();
    }""")
    axe(page)
    ibm(page)
    assert page.evaluate("'slipped' in globalThis") is False
    assert any("Content Security Policy" in one for one in trouble)
    context.close()
