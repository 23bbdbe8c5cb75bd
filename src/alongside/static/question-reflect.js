// @ts-check
// The trainee's own words: counted, never scored, kept only where the trainee asks for it.
{
  const { kinds } = Alongside;

  /** @param {AlongsideQuestion} q */
  const own = (q) => /** @type {HTMLTextAreaElement} */ (q.fieldset.querySelector("textarea"));

  /** @param {AlongsideQuestion} q */
  const count = (q) => {
    const line = /** @type {HTMLElement} */ (q.fieldset.querySelector(".al-count"));
    const limit = Number(line.dataset.words);
    const words = own(q).value.split(/\s+/).filter(Boolean).length;
    line.dataset.says ??= line.textContent ?? "";
    const over = limit && words > limit ? ` That is more than about ${limit}: which of them matter most?` : ` ${line.dataset.says}`;
    line.textContent = (words ? `${words} word${words > 1 ? "s" : ""}.` : "") + over;
  };

  kinds.reflect = {
    own: true,
    start: (q) => own(q).addEventListener("input", () => count(q)),
    read: (q) => own(q).value || null,
    show: (q, answer) => {
      if (own(q).value !== (answer ?? "")) own(q).value = answer ?? "";
      count(q);
    },
    fit: (q, saved) => (typeof saved === "string" && saved ? saved : null),
    problem: () => null,
    judge: () => ({
      credit: null,
      words: "A model answer and questions to hold beside your own words are open below.",
      notes: {},
    }),
  };
}
