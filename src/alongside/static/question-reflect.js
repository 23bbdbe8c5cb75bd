// @ts-check
// The trainee's own words: counted, never scored, kept only where the trainee asks for it.
{
  const { kinds } = Alongside;

  /** @param {AlongsideQuestion} q */
  const own = (q) => /** @type {HTMLTextAreaElement} */ (q.fieldset.querySelector("textarea"));

  /** Count, and be friendly about it. @param {AlongsideQuestion} q */
  const count = (q) => {
    const limit = Number(own(q).dataset.words);
    const words = own(q).value.split(/\s+/).filter(Boolean).length;
    const counted = `${words} ${words === 1 ? "word" : "words"}.`;
    const over = `That is more than ${limit}: which of them matter most?`;
    const plenty = limit ? `About ${limit} words is plenty.` : "";
    q.find(".al-count").textContent = `${words ? counted : ""} ${limit && words > limit ? over : plenty}`;
  };

  kinds.reflect = {
    own: true,
    fixed: true,
    start: (q) => {
      own(q).oninput = () => count(q);
    },
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
