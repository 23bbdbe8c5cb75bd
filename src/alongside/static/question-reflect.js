// @ts-check
// The trainee's own words: counted, never scored, kept only where the trainee asks for it.
{
  const { kinds, make } = Alongside;

  /** @typedef {{id: string, finds: string[] | null, misses: string[] | null}} Notice */

  /** @param {AlongsideQuestion} q */
  const own = (q) => /** @type {HTMLTextAreaElement} */ (q.fieldset.querySelector("textarea"));

  /** @param {AlongsideQuestion} q */
  const count = (q) => (q.find(".al-count").textContent = Alongside.counted(own(q)));

  /** Put words into the box as if they had been written there. @param {AlongsideQuestion} q @param {string} words */
  const put = (q, words) => {
    own(q).value = words;
    count(q);
    q.changed();
    own(q).focus();
  };

  /** The first words can come back, and so can what stood in their place. @param {AlongsideQuestion} q */
  const letStartAgain = (q) => {
    const mine = q.find("[data-do=mine]");
    let held = "";
    q.find("[data-do=restart]").onclick = () => {
      const { value, defaultValue } = own(q);
      if (value !== defaultValue) {
        held = value;
        mine.hidden = false;
      }
      put(q, defaultValue);
    };
    mine.onclick = () => {
      put(q, held);
      mine.hidden = true;
    };
  };

  // Notices: the twin of playing/notices.py.
  const LETTER = "[\\p{L}\\p{N}_]";
  const [BEGINS, ENDS] = [new RegExp(`^${LETTER}`, "u"), new RegExp(`${LETTER}$`, "u")];

  /** @param {string} words */
  const folded = (words) =>
    words
      .replace(/[‘’‚‛`´]/g, "'")
      .replace(/[“”„‟]/g, '"')
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "");

  /** What finds one word, phrase or sign. @param {string} wanted */
  const pattern = (wanted) => {
    const plain = folded(wanted).trim();
    const inside = plain.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+");
    const before = BEGINS.test(plain) ? `(?:^|[^\\p{L}\\p{N}_'])'*` : "";
    const after = ENDS.test(plain) ? `(?!${LETTER}|'t(?!${LETTER}))` : "";
    return new RegExp(before + inside + after, "u");
  };

  /** Whether a notice is for these words; never for none at all. @param {Notice} notice @param {string} words */
  const applies = ({ finds, misses }, words) => {
    const plain = folded(words);
    const any = (/** @type {string[]} */ list) => list.some((one) => pattern(one).test(plain));
    if (!words.trim()) return false;
    return finds ? any(finds) : Boolean(misses) && !any(misses ?? []);
  };

  /** What there is to look at in these words. @param {AlongsideQuestion} q @param {string} words */
  const seen = (q, words) => {
    const found = (q.key ?? []).filter((/** @type {Notice} */ notice) => applies(notice, words));
    if (!found.length) return [];
    const items = found.map((/** @type {Notice} */ { id }) =>
      make("li", "", ...Alongside.telling.feedback(q, `notice:${id}`)),
    );
    return [make("p", "", make("strong", "", "Something to look at")), make("ul", "", ...items)];
  };

  kinds.reflect = {
    own: true,
    opens: true,
    fixed: true,
    start: (q) => {
      own(q).oninput = () => count(q);
      if (own(q).defaultValue) letStartAgain(q);
    },
    read: (q) => (own(q).value === own(q).defaultValue ? null : own(q).value || null),
    show: (q, answer) => {
      const words = answer ?? own(q).defaultValue;
      if (own(q).value !== words) own(q).value = words;
      count(q);
    },
    fit: (q, saved) => (typeof saved === "string" && saved ? saved : null),
    problem: () => null,
    judge: (key, answer, q) => ({
      credit: null,
      words: "A model answer and questions to hold beside your own words are open below.",
      notes: {},
      told: seen(q, answer ?? ""),
    }),
  };

  Alongside.applies = applies;
}
