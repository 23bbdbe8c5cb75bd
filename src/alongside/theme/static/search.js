// @ts-check
// What Sphinx's search lacks: it looks for excerpts in <main> and keeps their words apart, says
// of what part of the course a page is, and says its result aloud.
{
  // A page with the words in its title teaches them: it comes before one that has them in a
  // heading, and before a term of the glossary, to which Sphinx gives up to 100.
  const asked = (new URLSearchParams(location.search).get("q") ?? "").trim().toLowerCase();
  Scorer.score = ([, title, , , score]) => {
    if (score > Scorer.title + 1) return Scorer.title - 1;
    return score + (asked && title.toLowerCase().includes(asked) ? 1 : 0);
  };
  Object.assign(Documentation.TRANSLATIONS, {
    "Search Results": "What was found",
    "Search finished, found ${resultCount} page(s) matching the search query.": "Pages that hold your words: ${resultCount}.",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
      "No page holds all of these words. Try fewer, or others.",
  });
  Search.htmlToText = (/** @type {string} */ html, /** @type {string} */ anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const unread of page.querySelectorAll("script, style, .al-over, .al-contents, .al-turns, .al-track")) unread.remove();
    // A line of its own on the page must not run into the next one here.
    for (const own of page.querySelectorAll("p, li, dt, dd, th, td, h1, h2, h3, h4, summary, label, legend")) own.append(" ");
    const part = anchor ? page.getElementById(anchor.slice(1)) : null;
    const words = (part ?? page.querySelector("main"))?.textContent ?? "";
    return words.replace(/\s+/g, " ").trim();
  };

  /** Name the module beside a page of it: several have a page of the same name.
   * @param {HTMLAnchorElement} link */
  const place = (link) => {
    const { docnames, titles } = Search._index;
    const [page] = (link.getAttribute("href") ?? "").split(".html");
    const first = page.replace(/[^/]+$/, "index");
    const title = first === page ? undefined : titles[docnames.indexOf(first)];
    if (first === "index" || !title || link.nextElementSibling?.matches(".al-in")) return;
    const part = document.createElement("span");
    part.className = "al-in";
    part.textContent = ` · ${new DOMParser().parseFromString(title, "text/html").body.textContent}`;
    link.after(part);
  };

  const said = document.getElementById("search-progress");
  const results = document.getElementById("search-results");
  if (said && results) {
    new MutationObserver(() => {
      for (const link of results.querySelectorAll("a")) place(link);
      const found = results.querySelector(".search-summary")?.textContent;
      if (found && said.textContent !== found) said.textContent = found;
    }).observe(results, { childList: true, characterData: true, subtree: true });
  }
}
