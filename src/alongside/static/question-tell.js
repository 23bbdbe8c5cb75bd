// @ts-check
// What a question tells: a problem, a result, a note beside each part. Each is told once.
{
  const { make } = Alongside;

  const BESIDE = "Reasons stand beside your answers, and all of them below.";
  const SURE = "You were very sure, and it was not the strongest answer: worth coming back to.";
  const UNSURE = "You were not sure, and you were right. Read why, and next time it is no luck.";

  /** @param {string} words */
  const strong = (words) => make("p", "", make("strong", "", words));

  /** Words that are there or not there at all. @param {HTMLElement} place @param {string} words */
  const line = (place, words) => {
    place.textContent = words;
    place.hidden = !words;
  };

  /** A summary with a link to the control, and the same words at the group. @type {Telling["problem"]} */
  const problem = (q, found) => {
    line(q.find(".al-error"), found?.words ?? "");
    const place = q.find(".al-problem");
    place.hidden = !found;
    if (!found) {
      place.firstElementChild?.replaceChildren();
      return;
    }
    const link = make("a", "", found.words);
    link.href = `#${found.control.id}`;
    link.onclick = (event) => {
      event.preventDefault();
      found.control.focus();
    };
    place.firstElementChild?.replaceChildren(strong("There is a problem"), make("p", "", link));
  };

  /** A copy of the paragraphs of a piece of feedback. @type {Telling["feedback"]} */
  const feedback = (q, name) => {
    const found = q.details.querySelector(`[data-feedback="${name}"]`);
    return found ? [...found.cloneNode(true).childNodes] : [];
  };

  /**
   * Of more than four parts the reasons are folded, so that all the verdicts stay in sight.
   * @param {AlongsideQuestion} q @param {string} id @param {string[]} note
   */
  const beside = (q, id, [said, ...names]) => {
    const part = /** @type {HTMLElement} */ (q.part(id));
    const why = names.flatMap((name) => feedback(q, name));
    const short = why.length > 0 && q.parts.length > 4;
    const told = short ? make("summary", "", make("strong", "", said), " Why?") : strong(said);
    const note = make(short ? "details" : "div", "al-beside", told, ...why);
    note.id = `${q.form.id}--${id}__note`;
    part.append(note);
    const control = part.matches("fieldset") ? part : part.querySelector("input, select");
    control?.setAttribute("aria-describedby", note.id);
  };

  /** @param {Verdict} verdict */
  const opening = ({ credit, words, aloud }) => {
    if (aloud || credit === null) return words;
    return `${credit === 1 ? "Correct." : credit ? "Partly right:" : "Not yet:"} ${words}.`;
  };

  /** The result, in one change of the status. @type {Telling["result"]} */
  const result = (q, verdict) => {
    const { credit, aloud, notes, told: more = [] } = verdict;
    for (const [id, note] of Object.entries(notes)) beside(q, id, note);
    const told = /** @type {Node[]} */ ([strong(opening(verdict))]);
    if (aloud) told.push(...feedback(q, aloud));
    else if (credit !== null) told.push(make("p", "", BESIDE));
    const sure = q.sure?.value;
    if (sure === "3" && credit !== 1) told.push(make("p", "", SURE));
    if (sure === "1" && credit === 1) told.push(make("p", "", UNSURE));
    q.form.dataset.state = credit === null ? "own" : credit === 1 ? "right" : credit ? "part" : "not";
    q.result.replaceChildren(...told, ...more);
  };

  /** @type {Telling["nothing"]} */
  const nothing = (q) => {
    delete q.form.dataset.state;
    for (const note of q.form.querySelectorAll(".al-beside")) {
      q.form.querySelector(`[aria-describedby="${note.id}"]`)?.removeAttribute("aria-describedby");
      note.remove();
    }
    q.result.replaceChildren();
  };

  Alongside.telling = { feedback, line, problem, result, nothing };
}
