// @ts-check
// A quiz: each form becomes a question that checks, tells, tries again and remembers.
{
  const { make, seed, shuffled, kinds } = Alongside;

  const CHANGED = "This question has changed since you answered it. What still fits is kept.";
  const SURE =
    "You were very sure, and it was not the strongest answer: this one is worth coming back to.";
  const UNSURE =
    "You were not sure, and you were right: read why, and next time it will not feel like luck.";

  class Question {
    /** @param {HTMLFormElement} form @param {AlongsideQuiz} quiz @param {any} key @param {AbortSignal} signal */
    constructor(form, quiz, key, signal) {
      this.form = form;
      this.quiz = quiz;
      this.key = key;
      this.id = form.dataset.question ?? "";
      this.kind = kinds[form.dataset.type ?? ""];
      this.name = `q:${this.id}`;
      this.fieldset = /** @type {HTMLFieldSetElement} */ (form.querySelector("fieldset"));
      /** @type {HTMLElement[]} */
      this.parts = [...this.fieldset.querySelectorAll("[data-option]")];
      this.result = this.find(".al-result");
      this.problem = this.find(".al-problem");
      this.error = this.find(".al-error");
      this.details = /** @type {HTMLDetailsElement} */ (quiz.querySelector(`[data-answer="${this.id}"]`));
      this.sure = /** @type {HTMLSelectElement | null} */ (form.querySelector(".al-sure select"));
      this.keep = /** @type {HTMLInputElement | null} */ (form.querySelector(".al-keep input"));
      this.moved = this.touched = this.checked = false;
      this.tries = this.seed = 0;
      this.start(signal);
      this.recall();
    }

    /** @param {string} selector @returns {HTMLElement} */
    find(selector) {
      return /** @type {HTMLElement} */ (this.form.querySelector(selector));
    }

    /** @param {unknown} id */
    part(id) {
      return this.parts.find((part) => part.dataset.option === id);
    }

    /** The parts as they stand on the page. */
    ordered() {
      return /** @type {HTMLElement[]} */ ([...this.fieldset.querySelectorAll("[data-option]")]);
    }

    /** @param {AbortSignal} signal */
    start(signal) {
      const { form } = this;
      const on = (/** @type {string} */ name, /** @type {(event: Event) => void} */ act) =>
        form.addEventListener(name, act, { signal });
      on("submit", (event) => {
        event.preventDefault();
        this.check();
      });
      on("input", () => this.changed());
      this.find("[data-do=retry]").addEventListener("click", () => this.retry(), { signal });
      this.details.hidden = true;
      form.append(this.details);
      for (const waiting of form.querySelectorAll(":is(.al-actions,.al-moves,.al-sure,.al-keep)")) {
        /** @type {HTMLElement} */ (waiting).hidden = false;
      }
      this.stepHints(signal);
      this.kind.start?.(this);
    }

    /** Each hint waits until the one before it was opened. @param {AbortSignal} signal */
    stepHints(signal) {
      const hints = /** @type {HTMLElement[]} */ ([...this.form.querySelectorAll(".al-hint")]);
      hints.forEach((hint, n) => {
        hint.hidden = n > 0;
        const next = hints[n + 1];
        if (next) hint.addEventListener("toggle", () => (next.hidden = false), { signal, once: true });
      });
    }

    // Remembering

    /** Show what is stored, or a fresh question. */
    recall() {
      const kept = this.quiz.store.read(this.name);
      const stale = kept !== undefined && kept.hash !== this.form.dataset.hash;
      this.touched = false;
      this.tries = Number(kept?.tries) || 0;
      this.arrange(Number.isInteger(kept?.seed) ? Number(kept?.seed) : seed());
      this.kind.show(this, this.kind.fit(this, kept?.answer));
      if (this.sure) this.sure.value = [1, 2, 3].includes(Number(kept?.confidence)) ? String(kept?.confidence) : "";
      if (this.keep) this.keep.checked = kept !== undefined;
      this.tell(".al-changed", stale ? CHANGED : "");
      this.clearProblem();
      const done = kept?.checked === true && !stale && !this.kind.problem(this);
      // What was told before is not told again: it is only there to be read.
      this.result.setAttribute("aria-live", "off");
      if (done) this.mark();
      else this.unmark();
    }

    store() {
      const { store } = this.quiz;
      if (this.keep && !this.keep.checked) {
        store.remove(this.name);
        return;
      }
      const { seed: order, checked, tries } = this;
      const confidence = Number(this.sure?.value) || undefined;
      const { hash } = this.form.dataset;
      store.write(this.name, { hash, seed: order, answer: this.read(), checked, tries, confidence });
    }

    /** @returns {any} */
    read() {
      return this.kind.read(this);
    }

    /** Put the parts in the order of a seed, never in an order that is an answer. @param {number} start */
    arrange(start) {
      this.seed = start >>> 0;
      if (this.kind.fixed || !this.parts.length) return;
      const parent = /** @type {HTMLElement} */ (this.parts[0].parentElement);
      for (let tries = 0; tries < 50; tries += 1) {
        parent.append(...shuffled(this.parts, this.seed + tries));
        if (!this.kind.unfit?.(this)) return;
      }
    }

    // Answering

    /** The trainee changed something: a result no longer stands, a problem may be gone. */
    changed() {
      this.awake();
      if (this.checked && !this.kind.own) this.unmark();
      if (!this.problem.hidden) {
        const problem = this.kind.problem(this);
        if (problem) this.tellProblem(problem.words, problem.control);
        else this.clearProblem();
      }
      this.store();
      this.emit(null);
    }

    awake() {
      this.touched = true;
      this.result.setAttribute("aria-live", "polite");
      this.tell(".al-changed", "");
    }

    check() {
      this.awake();
      const problem = this.kind.problem(this);
      if (problem) {
        this.unmark();
        this.tellProblem(problem.words, problem.control);
        this.problem.focus();
        return;
      }
      this.clearProblem();
      this.tries += 1;
      const credit = this.mark();
      this.store();
      this.emit(credit);
    }

    retry() {
      this.awake();
      this.unmark();
      this.arrange(seed());
      this.kind.show(this, null);
      if (this.sure) this.sure.value = "";
      this.store();
      this.emit(null);
      /** @type {HTMLElement} */ (this.fieldset.querySelector("input, select, button")).focus();
    }

    /** @param {number | null} credit */
    emit(credit) {
      // A trainee's own words never leave the page.
      const answer = this.kind.own ? null : this.read();
      const detail = { question: this.id, answer, credit };
      this.form.dispatchEvent(new CustomEvent("alongside-answers", { bubbles: true, detail }));
    }

    // Telling

    /** @param {string} words */
    say(words) {
      this.result.replaceChildren(make("p", "al-soft", words));
    }

    /** @param {string} selector @param {string} words */
    tell(selector, words) {
      const place = this.find(selector);
      place.textContent = words;
      place.hidden = !words;
    }

    /** @param {string} words @param {HTMLElement} control */
    tellProblem(words, control) {
      const link = /** @type {HTMLAnchorElement} */ (make("a", "", words));
      link.href = `#${control.id}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        control.focus();
      });
      this.tell(".al-error", words);
      this.problem.firstElementChild?.replaceChildren(
        make("p", "", make("strong", "", "There is a problem")),
        make("p", "", link),
      );
      this.problem.hidden = false;
    }

    clearProblem() {
      this.problem.hidden = true;
      this.problem.firstElementChild?.replaceChildren();
      this.tell(".al-error", "");
    }

    /** The paragraphs of a piece of feedback. @param {string} name @returns {Node[]} */
    feedback(name) {
      const found = this.details.querySelector(`[data-feedback="${name}"]`);
      return found ? [...found.cloneNode(true).childNodes] : [];
    }

    /** Judge what is on the page and tell it, in one change of the status. @returns {number | null} */
    mark() {
      const { credit, words, aloud, notes } = this.kind.judge(this.key, this.read(), this);
      this.unmark();
      this.checked = true;
      for (const [id, [said, ...names]] of Object.entries(notes)) this.note(id, said, names);
      const told = [make("p", "", make("strong", "", aloud ? words : start(credit, words)))];
      if (aloud) told.push(.../** @type {HTMLElement[]} */ (this.feedback(aloud)));
      const sure = Number(this.sure?.value);
      if (sure === 3 && credit < 1) told.push(make("p", "al-soft", SURE));
      if (sure === 1 && credit === 1) told.push(make("p", "al-soft", UNSURE));
      this.form.dataset.state = credit === null ? "own" : credit === 1 ? "right" : credit ? "part" : "not";
      this.find("[data-do=retry]").hidden = Boolean(this.kind.own);
      this.details.hidden = false;
      this.details.open = Boolean(this.kind.own);
      this.result.replaceChildren(...told);
      return credit;
    }

    /** Write beside a part what was chosen and why. @param {string} id @param {string} said @param {string[]} names */
    note(id, said, names) {
      const part = /** @type {HTMLElement} */ (this.part(id));
      const words = names.flatMap((name) => this.feedback(name));
      const note = make("div", "al-beside", make("p", "", make("strong", "", said)), ...words);
      note.id = `${this.id}--${id}__note`;
      part.append(note);
      (part.matches("fieldset") ? part : part.querySelector("input,select"))?.setAttribute("aria-describedby", note.id);
    }

    unmark() {
      this.checked = false;
      delete this.form.dataset.state;
      for (const note of this.form.querySelectorAll(".al-beside")) {
        this.form.querySelector(`[aria-describedby="${note.id}"]`)?.removeAttribute("aria-describedby");
        note.remove();
      }
      this.details.hidden = true;
      this.find("[data-do=retry]").hidden = true;
      this.result.replaceChildren();
    }
  }

  /** @param {number | null} credit @param {string} words */
  const start = (credit, words) => {
    if (credit === null) return words;
    return `${credit === 1 ? "Correct." : credit ? "Partly right:" : "Not yet:"} ${words}.`;
  };

  class Quiz extends HTMLElement {
    connectedCallback() {
      this.store = Alongside.store(this.dataset.course ?? "");
      this.store.tell(this.querySelector(".al-told"));
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      const keys = JSON.parse(this.querySelector(".al-key")?.textContent ?? "{}");
      const forms = /** @type {NodeListOf<HTMLFormElement>} */ (this.querySelectorAll(".al-question"));
      this.questions = [...forms].map((form) => new Question(form, this, keys[form.dataset.question ?? ""], signal));
      const section = /** @type {HTMLElement} */ (this.querySelector(".al-answers"));
      section.hidden = true;
      addEventListener("storage", (event) => this.elsewhere(event), { signal });
      addEventListener("alongside-cleared", () => this.comeBack(), { signal });
      addEventListener("pageshow", (event) => event.persisted && this.comeBack(), { signal });
      addEventListener("beforeprint", () => this.print(section, true), { signal });
      addEventListener("afterprint", () => this.print(section, false), { signal });
    }

    disconnectedCallback() {
      this.leaving.abort();
    }

    recall() {
      for (const question of this.questions) question.recall();
    }

    /** Another tab wrote or cleared. What is under the trainee's hands here stays. @param {StorageEvent} event */
    elsewhere(event) {
      if (event.key === null) this.comeBack();
      for (const question of this.questions) {
        const ours = event.key === this.store.prefix + question.name;
        if (ours && (!question.touched || event.newValue === null)) question.recall();
      }
    }

    /** Out of the back/forward cache: show what is stored now, and nothing older. */
    comeBack() {
      this.store.visit.clear();
      this.recall();
    }

    /** On paper the answers stand together, open, on a page of their own. @param {HTMLElement} section @param {boolean} on */
    print(section, on) {
      section.hidden = !on;
      for (const { details, form, checked, kind } of this.questions) {
        (on ? section : form).append(details);
        details.hidden = !on && !checked;
        details.open = on || (checked && Boolean(kind.own));
      }
    }

    /** Question id → answer, of every question answered; never a trainee's own words. */
    get answers() {
      const scored = this.questions.filter((question) => !question.kind.own);
      const pairs = scored.map((question) => [question.id, question.read()]);
      return Object.fromEntries(pairs.filter((pair) => pair[1] !== null));
    }

    /** Choose answers from outside; what is as it was stays as it was. */
    set answers(wanted) {
      for (const question of this.questions) {
        const answer = wanted?.[question.id] ?? null;
        const same = JSON.stringify(answer) === JSON.stringify(question.read());
        if (same || question.kind.own) continue;
        question.unmark();
        question.clearProblem();
        question.kind.show(question, question.kind.fit(question, answer));
        question.store();
      }
    }
  }

  if (!customElements.get("alongside-quiz")) customElements.define("alongside-quiz", Quiz);
}
