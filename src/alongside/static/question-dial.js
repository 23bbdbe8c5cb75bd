// @ts-check
// The dial: try a setting, hear what comes back; graded as a choice is.
{
  const { kinds } = Alongside;

  /** @param {AlongsideQuestion} q @returns {HTMLInputElement[]} */
  const inputs = (q) => [...q.fieldset.querySelectorAll("input")];

  /** @param {AlongsideQuestion} q */
  const chosen = (q) => inputs(q).find((input) => input.checked)?.value ?? null;

  /** What the setting sounds like and what comes back, in one change of its status. @param {AlongsideQuestion} q */
  const hear = (q) => {
    const said = q.part(chosen(q))?.querySelector(".al-sounds");
    q.find(".al-heard").replaceChildren(...(said ? said.cloneNode(true).childNodes : []));
  };

  /** @param {AlongsideQuestion} q @param {"polite" | "off"} live */
  const listen = (q, live) => {
    q.find(".al-heard").ariaLive = live;
  };

  const WORDS = { 1: "A strong choice.", 0.5: "It helps in part.", 0: "Not yet." };

  kinds.dial = {
    fixed: true,
    start: (q) => {
      q.fieldset.addEventListener("focusin", () => listen(q, "polite"));
      q.fieldset.oninput = () => {
        listen(q, "polite");
        hear(q);
      };
    },
    read: chosen,
    show: (q, answer) => {
      for (const input of inputs(q)) input.checked = input.value === answer;
      listen(q, "off");
      hear(q);
    },
    fit: (q, saved) => (q.part(saved) ? saved : null),
    problem: (q) => (chosen(q) ? null : { words: "Choose a setting.", control: inputs(q)[0] }),
    judge: (/** @type {Record<string, 0 | 0.5 | 1>} */ key, answer) => ({
      credit: key[answer],
      words: WORDS[key[answer]],
      aloud: answer,
      notes: { [answer]: ["Your setting"] },
    }),
  };
}
