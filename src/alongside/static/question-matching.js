// @ts-check
// Matching (a list of labels for each item) and rating (a place on the scale for each response).
{
  const { kinds } = Alongside;

  /**
   * A kind that is answered part by part.
   * @param {(part: HTMLElement) => string} value  what is chosen in a part, or ""
   * @param {(part: HTMLElement, value: string) => void} choose  what is not offered leaves it empty
   * @param {(missing: number) => string} missing  the words for parts left empty
   */
  const byPart = (value, choose, missing) => ({
    read: (/** @type {AlongsideQuestion} */ q) => {
      const pairs = q.parts.map((part) => [part.dataset.option, value(part)]).filter((pair) => pair[1]);
      return pairs.length ? Object.fromEntries(pairs.sort()) : null;
    },
    show: (/** @type {AlongsideQuestion} */ q, /** @type {any} */ answer) => {
      for (const part of q.parts) choose(part, answer?.[part.dataset.option ?? ""] ?? "");
    },
    /** What the page no longer offers falls away when the answer is shown. */
    fit: (/** @type {AlongsideQuestion} */ q, /** @type {any} */ saved) =>
      saved && typeof saved === "object" && q.parts.some((part) => saved[part.dataset.option ?? ""])
        ? saved
        : null,
    problem: (/** @type {AlongsideQuestion} */ q) => {
      const empty = q.parts.filter((part) => !value(part));
      if (!empty.length) return null;
      const first = /** @type {HTMLElement} */ (q.standing().find((part) => !value(part)));
      const control = /** @type {HTMLElement} */ (first.querySelector("select, input"));
      return { words: missing(empty.length), control };
    },
  });

  const select = (/** @type {HTMLElement} */ part) =>
    /** @type {HTMLSelectElement} */ (part.querySelector("select"));

  kinds.matching = {
    ...byPart(
      (part) => select(part).value,
      (part, value) => {
        const box = select(part);
        box.value = value;
        // A label that is gone leaves nothing chosen.
        if (box.selectedIndex < 0) box.value = "";
      },
      (n) => `Choose a label for each one: ${n} still to choose.`,
    ),
    judge: (key, answer) => {
      /** @type {Record<string, string[]>} */
      const notes = {};
      const ids = Object.keys(key);
      const right = ids.filter((id) => {
        const fits = answer[id] === key[id];
        notes[id] = fits ? ["It fits.", id] : ["Not the best match.", `label:${answer[id]}`, id];
        return fits;
      }).length;
      return { credit: right / ids.length, words: `${right} of ${ids.length} matched`, notes };
    },
  };

  /** @param {HTMLElement} part @returns {HTMLInputElement[]} */
  const places = (part) => [...part.querySelectorAll("input")];

  /** Full credit for the key, half for one step away on the same side of the scale. */
  const rated = (/** @type {number} */ key, /** @type {number} */ place) => {
    if (place === key) return 1;
    return Math.abs(place - key) === 1 && place > 2 === key > 2 ? 0.5 : 0;
  };
  const VERDICT = { 1: "You and we agree.", 0.5: "Close.", 0: "We see this one differently." };

  kinds.rate = {
    ...byPart(
      (part) => places(part).find((input) => input.checked)?.value ?? "",
      (part, value) => {
        for (const input of places(part)) input.checked = input.value === String(value);
      },
      (n) => `Rate each one: ${n} still to rate.`,
    ),
    judge: (key, answer, q) => {
      /** @type {Record<string, string[]>} */
      const notes = {};
      const ids = Object.keys(key);
      const credits = ids.map((id) => {
        const credit = rated(key[id], Number(answer[id]));
        const label = q.part(id)?.querySelectorAll("label")[key[id] - 1].textContent;
        notes[id] = [`${VERDICT[credit]} We say: ${label}.`, id];
        return credit;
      });
      const of = (/** @type {number} */ credit) => credits.filter((c) => c === credit).length;
      const close = of(0.5) ? `, and ${of(0.5)} close to it` : "";
      return {
        credit: (of(1) + of(0.5) / 2) / ids.length,
        words: `${of(1)} of ${ids.length} as we see it${close}`,
        notes,
      };
    },
  };
}
