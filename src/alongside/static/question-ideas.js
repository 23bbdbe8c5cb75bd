// @ts-check
// A list of ideas: gathered first, judged later.
{
  const { kinds } = Alongside;

  /** @param {AlongsideQuestion} q */
  const lines = (q) => /** @type {HTMLElement[]} */ ([...q.fieldset.querySelectorAll(".al-line")]);

  /** @param {AlongsideQuestion} q @returns {HTMLInputElement[]} */
  const boxes = (q) => [...q.find(".al-lines").querySelectorAll("input")];

  /** @param {AlongsideQuestion} q */
  const least = (q) => Number(q.find(".al-lines").dataset.least);

  /** @param {AlongsideQuestion} q */
  const written = (q) => boxes(q).map((box) => box.value.trim()).filter(Boolean);

  /** How many there are, read out with the line that has the focus. @param {AlongsideQuestion} q */
  const count = (q) => {
    const many = written(q).length;
    const enough = `${many} lines: enough to go on, and there is room for more.`;
    q.find(".al-count").textContent = many < least(q) ? `${many} of ${least(q)} lines so far.` : enough;
    q.find("[data-do=more]").ariaDisabled = String(!lines(q).some((line) => line.hidden));
  };

  /** Show so many lines, never fewer than were asked for. @param {AlongsideQuestion} q @param {number} many */
  const open = (q, many) => lines(q).forEach((line, n) => (line.hidden = n >= Math.max(many, least(q))));

  /** @param {AlongsideQuestion} q */
  const shown = (q) => lines(q).filter((line) => !line.hidden).length;

  /** Go to a line, which opens where it was not. @param {AlongsideQuestion} q @param {number} n */
  const go = (q, n) => {
    const last = Math.min(n, boxes(q).length - 1);
    open(q, Math.max(shown(q), last + 1));
    count(q);
    boxes(q)[last].focus();
  };

  /** Take a line out; those below it move up. @param {AlongsideQuestion} q @param {number} n */
  const remove = (q, n) => {
    const all = boxes(q);
    all.slice(n).forEach((box, at, rest) => (box.value = rest[at + 1]?.value ?? ""));
    open(q, shown(q) - 1);
    count(q);
    q.changed();
    all[Math.min(n, shown(q) - 1)].focus();
  };

  /** The next free line, or a new one. @param {AlongsideQuestion} q */
  const more = (q) => {
    const free = boxes(q).findIndex((box) => !box.value.trim());
    go(q, free < 0 ? boxes(q).length : free);
  };

  /** Which line an event is about. @param {AlongsideQuestion} q @param {Event} event */
  const which = (q, { target }) => lines(q).findIndex((line) => line.contains(/** @type {Node} */ (target)));

  kinds.ideas = {
    own: true,
    opens: true,
    fixed: true,
    start: (q) => {
      const list = q.find(".al-lines");
      q.find("[data-do=more]").onclick = () => more(q);
      list.oninput = () => count(q);
      list.onclick = (event) => {
        const { dataset } = /** @type {HTMLElement} */ (event.target);
        // The second click of a double one falls on the line that moved up.
        if (dataset.do === "remove" && event.detail < 2) remove(q, which(q, event));
      };
      list.onkeydown = (event) => {
        if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
        // Enter goes on to the next line; it sends nothing and judges nothing.
        event.preventDefault();
        go(q, which(q, event) + 1);
      };
    },
    read: (q) => (written(q).length ? written(q) : null),
    show: (q, answer) => {
      const saved = /** @type {string[]} */ (answer ?? []);
      boxes(q).forEach((box, n) => (box.value = saved[n] ?? ""));
      open(q, saved.length);
      count(q);
    },
    fit: (q, saved) => {
      if (!Array.isArray(saved)) return null;
      const kept = saved.filter((line) => typeof line === "string" && line.trim());
      return kept.length ? kept.slice(0, boxes(q).length) : null;
    },
    problem: (q) => {
      const many = written(q).length;
      if (many >= least(q)) return null;
      const control = /** @type {HTMLElement} */ (boxes(q).find((box) => !box.value.trim()));
      return { words: `Write at least ${least(q)} lines first: ${many} so far.`, control };
    },
    judge: (key, answer) => ({
      credit: null,
      words: `${answer.length} lines. What to do with them, and lines of others, are open below.`,
      notes: {},
    }),
  };
}
