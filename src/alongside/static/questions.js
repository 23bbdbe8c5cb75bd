// @ts-check
// A quiz: some questions, their key, and what other tabs and pages do to them.
{
  const { cleared, kinds, Question, store, whole } = Alongside;

  class Quiz extends HTMLElement {
    leaving = new AbortController();
    questions = /** @type {AlongsideQuestion[]} */ ([]);

    get store() {
      return store(this.dataset.course ?? "");
    }

    get section() {
      return /** @type {HTMLElement} */ (this.querySelector(".al-answers"));
    }

    connectedCallback() {
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      if (!this.questions.length) whole(this, () => this.begin());
      addEventListener("storage", (event) => this.elsewhere(event), { signal });
      addEventListener("pageshow", (event) => event.persisted && this.comeBack(), { signal });
      addEventListener("beforeprint", () => this.print(true), { signal });
      addEventListener("afterprint", () => this.print(false), { signal });
    }

    begin() {
      const forms = /** @type {NodeListOf<HTMLFormElement>} */ (this.querySelectorAll("form"));
      // Where a script was lost on the way, the answers stay as the page has them.
      for (const form of forms) if (!kinds[form.dataset.type ?? ""]) return;
      this.classList.add("al-on");
      this.store.tell(this.querySelector(".al-told"));
      this.section.hidden = true;
      const keys = JSON.parse(this.querySelector(".al-key")?.textContent ?? "{}");
      for (const form of forms) {
        this.questions.push(new Question(form, this, keys[form.dataset.question ?? ""]));
      }
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

    /** On paper the answers stand together, open, on a page of their own. @param {boolean} on */
    print(on) {
      this.section.hidden = !on;
      for (const { details, form, checked, kind } of this.questions) {
        (on ? this.section : form).append(details);
        details.hidden = !on && !checked;
        details.open = on || (checked && Boolean(kind.opens));
      }
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
