// @ts-check
// What Sphinx's search lacks: it looks for excerpts in <main>, and it says its result aloud.
{
  Object.assign(Documentation.TRANSLATIONS, {
    "Search finished, found ${resultCount} page(s) matching the search query.": "Pages that hold your words: ${resultCount}.",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
      "No page holds all of these words. Try fewer, or others.",
  });
  Search.htmlToText = (/** @type {string} */ html, /** @type {string} */ anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const unread of page.querySelectorAll("script, style, .al-over, .al-contents, .al-turns, .al-track")) unread.remove();
    const part = anchor ? page.getElementById(anchor.slice(1)) : null;
    return (part ?? page.querySelector("main"))?.textContent ?? "";
  };

  const said = document.getElementById("search-progress");
  const results = document.getElementById("search-results");
  if (said && results) {
    new MutationObserver(() => {
      const found = results.querySelector(".search-summary")?.textContent;
      if (found && said.textContent !== found) said.textContent = found;
    }).observe(results, { childList: true, characterData: true, subtree: true });
  }
}
