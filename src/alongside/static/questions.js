// @ts-check
// A quiz: some questions, their key, and what other tabs and pages do to them.
{
  const { cleared, kinds, Question, store } = Alongside;

  class Quiz extends HTMLElement {
    leaving = new AbortController();
    questions = /** @type {AlongsideQuestion[]} */ ([]);
    scrolled = false;

    get store() {
      return store(this.dataset.course ?? "");
    }

    connectedCallback() {
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      if (!this.questions.length) this.begin();
      addEventListener("storage", (event) => this.elsewhere(event), { signal });
      addEventListener("pageshow", (event) => event.persisted && this.comeBack(), { signal });
    }

    begin() {
      const forms = /** @type {NodeListOf<HTMLFormElement>} */ (this.querySelectorAll("form"));
      // Where a script was lost on the way, the answers stay as the page has them.
      for (const form of forms) if (!kinds[form.dataset.type ?? ""]) return;
      this.store.tell(this.querySelector(".al-told"));
      this.scrolled = scrollY > 0;
      const keys = JSON.parse(this.querySelector(".al-key")?.textContent ?? "{}");
      for (const form of forms) this.start(form, keys[form.dataset.question ?? ""]);
    }

    /** Where an answer is being read already, the question stays as it is until that is folded up. */
    start(/** @type {HTMLFormElement} */ form, /** @type {any} */ key) {
      const read = form.querySelector(".al-answer[open]");
      if (read) read.addEventListener("toggle", () => this.start(form, key), { once: true });
      else this.questions.push(new Question(form, this, key));
    }

    disconnectedCallback() {
      this.leaving.abort();
    }

    /** Another tab answered or cleared. What a trainee touched here stays. @param {StorageEvent} event */
    elsewhere(event) {
      const { prefix, area } = this.store;
      const all = cleared(event, this.store);
      for (const question of this.questions) {
        const written = event.key === prefix + question.name && event.storageArea === area;
        if (all) this.store.remove(question.name);
        if (all || (written && !question.touched)) question.recall();
      }
    }

    /** Out of the back/forward cache: show what is stored now, and nothing older. */
    comeBack() {
      this.store.visit.clear();
      for (const question of this.questions) question.recall();
    }

    /** Question id → answer of those answered; never a trainee's own words. */
    get answers() {
      const told = this.questions.filter(({ kind, answer }) => !kind.own && answer !== null);
      return Object.fromEntries(told.map(({ id, answer }) => [id, answer]));
    }

    set answers(wanted) {
      for (const question of this.questions) {
        if (!question.kind.own) question.take(wanted?.[question.id]);
      }
    }
  }

  if (!customElements.get("alongside-quiz")) customElements.define("alongside-quiz", Quiz);
}
