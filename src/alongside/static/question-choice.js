// @ts-check
// Kinds answered by choosing: single, true-false, best (one), multiple (every one that fits).
{
  const { kinds } = Alongside;

  /** @param {AlongsideQuestion} q @returns {HTMLInputElement[]} */
  const inputs = (q) => [...q.fieldset.querySelectorAll("input")];

  /** @param {AlongsideQuestion} q */
  const chosen = (q) => {
    const values = inputs(q).filter((input) => input.checked).map((input) => input.value);
    return values.length ? values.sort() : null;
  };

  /** @param {AlongsideQuestion} q @param {unknown} answer */
  const show = (q, answer) => {
    const list = /** @type {unknown[]} */ ([answer]).flat();
    for (const input of inputs(q)) input.checked = list.includes(input.value);
  };

  /** @param {string} problem */
  const asked = (problem) => /** @param {AlongsideQuestion} q */ (q) =>
    chosen(q) ? null : { words: problem, control: inputs(q)[0] };

  /** @param {Record<number, string>} words what to say first, by credit */
  const one = (words, fixed = false) => ({
    fixed,
    read: (/** @type {AlongsideQuestion} */ q) => chosen(q)?.[0] ?? null,
    show,
    fit: (/** @type {AlongsideQuestion} */ q, /** @type {any} */ saved) => (q.part(saved) ? saved : null),
    problem: asked("Choose one answer."),
    judge: (/** @type {Record<string, number>} */ key, /** @type {string} */ answer) => ({
      credit: key[answer],
      words: words[key[answer]],
      aloud: answer,
      notes: { [answer]: ["Your answer"] },
    }),
  });

  const simple = { 1: "Correct.", 0: "Not the best choice." };
  kinds.single = one(simple);
  kinds["true-false"] = one(simple, true);
  kinds.best = one({ 1: "A strong choice.", 0.5: "It helps in part.", 0: "Not yet." });

  kinds.multiple = {
    read: chosen,
    show,
    fit: (q, saved) => {
      const kept = [saved].flat().filter((id) => q.part(id));
      return kept.length ? kept.sort() : null;
    },
    problem: asked("Choose at least one."),
    judge: (key, answer) => {
      const ids = Object.keys(key);
      const right = ids.filter((id) => Boolean(key[id]) === answer.includes(id)).length;
      /** @type {Record<string, string[]>} */
      const notes = {};
      for (const id of answer) {
        notes[id] = [`Your answer: it ${key[id] ? "fits" : "does not fit"}.`, id];
      }
      return {
        credit: right / ids.length,
        words: `${right} of ${ids.length} judged rightly`,
        notes,
      };
    },
  };
}
