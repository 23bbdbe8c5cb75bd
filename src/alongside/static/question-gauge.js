// @ts-check
// A rating of oneself, for oneself: read here, told to nobody.
{
  const { kinds, make } = Alongside;

  const HIGH = "3";

  /** @param {HTMLElement} part @returns {HTMLInputElement[]} */
  const places = (part) => [...part.querySelectorAll("input")];

  /** @param {HTMLElement} part */
  const place = (part) => places(part).find((input) => input.checked)?.value ?? "";

  /** The statements that weigh, in their order. @param {AlongsideQuestion} q */
  const heavy = (q) => q.standing().filter((part) => place(part) >= HIGH);

  /** What was left out weighs nothing. @param {AlongsideQuestion} q */
  const reading = (q) => {
    const many = heavy(q).length;
    if (many * 2 >= q.parts.length) return "heavy";
    return many ? "some" : "light";
  };

  kinds.gauge = {
    own: true,
    fixed: true,
    start: (q) => {
      // A reading stands for what was chosen, and for nothing else.
      q.fieldset.oninput = ({ target }) => {
        if (/** @type {HTMLInputElement} */ (target).type === "radio") q.mark(false);
      };
    },
    read: (q) => {
      const pairs = q.parts.map((part) => [part.dataset.option, place(part)]).filter((pair) => pair[1]);
      return pairs.length ? Object.fromEntries(pairs) : null;
    },
    show: (q, answer) => {
      for (const part of q.parts) {
        const saved = answer?.[part.dataset.option ?? ""];
        for (const input of places(part)) input.checked = input.value === saved;
      }
    },
    fit: (q, saved) => (saved && typeof saved === "object" ? saved : null),
    problem: (q) => {
      if (q.parts.some(place)) return null;
      return { words: "Rate one at least; the others may stay open.", control: places(q.standing()[0])[0] };
    },
    judge: (key, answer, q) => {
      const said = heavy(q).map((part) => make("li", "", ...Alongside.telling.feedback(q, part.dataset.option ?? "")));
      return {
        credit: null,
        words: "This is no test, and only you see it.",
        notes: {},
        told: [
          ...Alongside.telling.feedback(q, `reading:${reading(q)}`),
          ...(said.length ? [make("ul", "", ...said)] : []),
        ],
      };
    },
  };
}
