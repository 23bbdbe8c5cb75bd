// @ts-check
// The observed checklist on the phone of whoever was watched: marks, who sees them, a sign-off.
// Every word comes from the page; the marks stay in this browser.
(() => {
  "use strict";

  const root = /** @type {any} */ (globalThis);

  class Observed extends HTMLElement {
    connectedCallback() {
      if (!this.store) this.begin();
    }

    begin() {
      const { content } = /** @type {HTMLTemplateElement} */ (this.querySelector("template"));
      this.store = /** @type {AlongsideStore} */ (root.Alongside.store(this.dataset.course));
      this.name = `s:${this.dataset.module}`;
      this.words = content;
      const copy = /** @type {DocumentFragment} */ (content.cloneNode(true));
      for (const word of copy.querySelectorAll("[data-word]")) word.remove();
      this.append(copy);
      for (const type of ["click", "submit"]) this.addEventListener(type, this);
      addEventListener("storage", (event) => this.elsewhere(event));
      this.store.tell(this.piece("div"));
      if (this.kept.marks) this.showSeen(false);
    }

    /** @param {string} name */
    word(name) {
      return this.words?.querySelector(`[data-word=${name}]`)?.textContent ?? "";
    }

    /** What is kept, with nothing in it that this page could not show. @returns {any} */
    get kept() {
      const { marks, signed } = this.store?.read(this.name ?? "") ?? {};
      if (!marks || typeof marks !== "object") return {};
      return { marks, signed: typeof /** @type {any} */ (signed)?.by === "string" ? signed : undefined };
    }

    /** Another tab cleared: no mark of anybody stays in sight. @param {StorageEvent} event */
    elsewhere(event) {
      const { store, name = "" } = this;
      if (!store || !root.Alongside.cleared(event, store)) return;
      store.remove(name);
      for (const form of this.querySelectorAll("form")) form.reset();
      this.piece("form").hidden = this.piece("section").hidden = true;
      this.piece("p").hidden = false;
    }

    /** @param {string} wanted  @returns {any} */
    piece(wanted) {
      return this.querySelector(`:scope > ${wanted}`);
    }

    /** @param {any} event */
    handleEvent(event) {
      const { target, type } = event;
      if (type === "submit") {
        event.preventDefault();
        if (target.matches(".al-sign")) this.sign(target.querySelector("input"));
        else this.mark();
        return;
      }
      const acts = { open: () => this.ask(), again: () => this.ask(), leave: () => this.leave(), show: () => this.show() };
      acts[/** @type {keyof typeof acts} */ (target.closest("[data-do]")?.dataset.do)]?.();
    }

    ask() {
      const form = this.piece("form");
      form.reset();
      form.querySelector("[data-show=before]").hidden = !this.kept.marks;
      form.hidden = false;
      this.piece("p").hidden = this.piece("section").hidden = true;
      form.querySelector("h3").focus();
    }

    /** Back to what was there before. */
    leave() {
      if (this.kept.marks) {
        this.showSeen(true);
        return;
      }
      this.piece("form").hidden = true;
      this.piece("p").hidden = false;
      this.piece("p").firstElementChild.focus();
    }

    mark() {
      /** @type {Record<string, string>} */
      const marks = {};
      for (const line of this.piece("form").querySelectorAll("fieldset")) {
        const chosen = line.querySelector("input:checked");
        if (chosen) marks[line.dataset.line] = chosen.value;
      }
      this.store?.write(this.name ?? "", { marks });
      this.showSeen(true);
    }

    /** @param {boolean} focus */
    showSeen(focus) {
      const { marks, signed } = this.kept;
      const seen = this.piece("section");
      const lines = [...this.piece("form").querySelectorAll("fieldset")];
      const given = lines.map((line) => {
        const boxes = /** @type {HTMLInputElement[]} */ ([...line.querySelectorAll("input")]);
        return boxes.find(({ value }) => value === marks[line.dataset.line]);
      });
      const items = lines.map((line, at) => {
        const words = given[at]?.nextElementSibling?.textContent ?? this.word("unmarked");
        return root.Alongside.make("li", "", `${line.querySelector("legend").textContent}: ${words}`);
      });
      seen.querySelector("ul").replaceChildren(...items);
      const ready = given.every((mark) => Number(mark?.value) >= Number(this.dataset.enough));
      const verdict = given.some((mark) => mark?.value === "H") ? "harm" : ready ? "ready" : "open";
      for (const each of seen.querySelectorAll("[data-verdict]")) {
        each.hidden = each.dataset.verdict !== verdict;
      }
      seen.querySelector("[data-do=show]").hidden = verdict !== "ready" || Boolean(signed);
      seen.querySelector(".al-sign").hidden = true;
      seen.querySelector("[data-show=signed]").textContent = signed
        ? `${this.word("signed")} ${signed.by}, ${signed.on}`
        : "";
      this.piece("form").hidden = this.piece("p").hidden = true;
      seen.hidden = false;
      if (focus) seen.querySelector("h3").focus();
    }

    show() {
      const form = this.piece("section").querySelector(".al-sign");
      form.hidden = false;
      form.querySelector("input").focus();
    }

    /** @param {HTMLInputElement} box */
    sign(box) {
      const on = new Date().toLocaleDateString("en-CA");
      const by = (box.value = box.value.trim());
      if (!box.reportValidity()) return;
      this.store?.write(this.name ?? "", { marks: this.kept.marks, signed: { by, on } });
      box.value = "";
      this.showSeen(true);
    }
  }

  customElements.define("alongside-observed", Observed);
})();
