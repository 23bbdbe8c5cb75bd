// @ts-check
// Sphinx's search may mark its words on the page it leads to. It would keep them on the device
// to do so, where the next person at a shared computer finds them: so that stays off.
const SPHINX_HIGHLIGHT_ENABLED = false;

// From disk a page may not read another one, so results come without an excerpt.
if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
