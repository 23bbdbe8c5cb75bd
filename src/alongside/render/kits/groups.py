"""The maker of groups of three. What it is given is never kept."""

from __future__ import annotations

SHOWN = (
    "<alongside-groups><template>"
    '<form class="al-groups" autocomplete="off"><p><label for="al-names">First names, one a'
    ' line</label></p><textarea id="al-names" rows="8" autocomplete="off" spellcheck="false"'
    ' aria-describedby="al-names-note"></textarea>'
    '<p id="al-names-note">They stay in this box. When you leave the page they are gone.</p>'
    '<p><button type="submit">Make groups</button></p></form>'
    '<p role="status" data-show="few" hidden>Three names at least: nobody practises unseen.</p>'
    '<ol class="al-made" aria-label="Groups" tabindex="-1" hidden></ol>'
    "</template></alongside-groups>"
)
"""Shown by its script alone: the page beside it says how to count off without one."""
