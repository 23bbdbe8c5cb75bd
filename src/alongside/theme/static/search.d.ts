// What Sphinx's own search scripts offer to ours; read by the type checker only.

declare var DOCUMENTATION_OPTIONS: { SHOW_SEARCH_SUMMARY: boolean };

declare var Search: {
  _index: { docnames: string[]; titles: string[] };
  htmlToText(html: string, anchor: string): string;
};
/** How much what is found counts: page, title, anchor, description, score, file. */
declare const Scorer: {
  title: number;
  score?(found: [string, string, string, string | null, number, string]): number;
};
/** Sphinx's words, which ours take the place of. */
declare const Documentation: { TRANSLATIONS: Record<string, string> };
