// @ts-check
// Ordering: "Move up" and "Move down" are the main way; dragging is an extra.
{
  const { kinds, make } = Alongside;

  /** @param {AlongsideQuestion} q */
  const list = (q) => /** @type {HTMLElement} */ (q.parts[0].parentElement);

  /** @param {AlongsideQuestion} q @returns {string[]} */
  const order = (q) => q.standing().map((step) => step.dataset.option ?? "");

  /** @param {string[][]} orders @param {string[]} answer @returns {string[]} the right order nearest */
  const nearest = (orders, answer) => {
    const stand = (/** @type {string[]} */ right) => right.filter((id, n) => id === answer[n]).length;
    return orders.reduce((best, right) => (stand(right) > stand(best) ? right : best));
  };

  /** The ends cannot move further; their buttons say so and keep the focus. @param {AlongsideQuestion} q */
  const ends = (q) => {
    const all = q.standing();
    all.forEach((step, n) => {
      const [up, down] = step.querySelectorAll("button");
      up.setAttribute("aria-disabled", String(n === 0));
      down.setAttribute("aria-disabled", String(n === all.length - 1));
    });
  };

  /** Say where a step now stands. @param {AlongsideQuestion} q @param {HTMLElement} step */
  const place = (q, step) => {
    const all = q.standing();
    const words = step.querySelector(".al-words")?.textContent;
    const now = `Now step ${all.indexOf(step) + 1} of ${all.length}: ${words}`;
    q.result.replaceChildren(make("p", "", now));
  };

  /** @param {AlongsideQuestion} q @param {HTMLElement} step */
  const moved = (q, step) => {
    q.moved = true;
    ends(q);
    q.changed();
    place(q, step);
  };

  /** @param {AlongsideQuestion} q @param {Event} event */
  const press = (q, event) => {
    const { dataset, parentElement } = /** @type {HTMLElement} */ (event.target);
    if (!dataset.move) return;
    const step = /** @type {HTMLElement} */ (parentElement?.closest("li"));
    const up = dataset.move < "0";
    const neighbour = up ? step.previousElementSibling : step.nextElementSibling;
    // The neighbour moves, not the step: its button stays in the page and keeps the focus.
    if (neighbour) step[up ? "after" : "before"](neighbour);
    if (neighbour) moved(q, step);
    else place(q, step);
  };

  /** @param {AlongsideQuestion} q */
  const letDrag = (q) => {
    /** @type {any} */
    let held = null;
    let before = "";
    const ol = list(q);
    for (const step of q.parts) step.draggable = true;
    // What is dragged may be chosen words, not a step.
    ol.ondragstart = (event) => {
      held = q.parts.find((step) => step === event.target);
      before = order(q).join();
    };
    ol.ondragover = (event) => {
      const over = /** @type {Element} */ (event.target).closest("li");
      if (!held || !over) return;
      event.preventDefault();
      const all = q.standing();
      if (over !== held) over[all.indexOf(held) < all.indexOf(over) ? "after" : "before"](held);
    };
    ol.ondragend = () => {
      // Let go where it was, or outside, it has not moved.
      if (held && order(q).join() !== before) moved(q, held);
      held = null;
    };
  };

  kinds.ordering = {
    start: (q) => {
      list(q).onclick = (event) => press(q, event);
      letDrag(q);
    },
    unfit: (q) => {
      const now = order(q).join();
      return q.key.some((/** @type {string[]} */ right) => right.join() === now);
    },
    read: (q) => (q.moved ? order(q) : null),
    show: (q, answer) => {
      q.moved = Boolean(answer);
      if (answer) list(q).append(...answer.map((/** @type {string} */ id) => q.part(id)));
      ends(q);
    },
    fit: (q, saved) => {
      if (!Array.isArray(saved)) return null;
      const kept = saved.filter((id, n) => q.part(id) && saved.indexOf(id) === n);
      return kept.length ? [...kept, ...order(q).filter((id) => !kept.includes(id))] : null;
    },
    problem: (q) =>
      q.moved ? null : { words: "Move at least one step.", control: q.find("[data-move='1']") },
    judge: (orders, answer) => {
      const right = nearest(orders, answer);
      const stand = answer.filter((/** @type {string} */ id, /** @type {number} */ n) => id === right[n]);
      /** @type {Record<string, string[]>} */
      const notes = {};
      for (const id of answer) notes[id] = [stand.includes(id) ? "Stands right." : "Not its place yet.", id];
      return {
        credit: stand.length / answer.length,
        words: `${stand.length} of ${answer.length} steps stand right`,
        notes,
      };
    },
  };
}
