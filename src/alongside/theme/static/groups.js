// @ts-check
// Groups of three from first names. Nothing is stored: the box is empty when the page is left.
(() => {
  "use strict";

  /** Sizes of groups: threes, with fours where they do not come out, never a pair.
   * @type {(count: number) => number[]} */
  const sizes = (count) => {
    const groups = Math.max(1, Math.floor(count / 3));
    const sizes = Array(groups).fill(Math.floor(count / groups));
    for (let left = count % groups; left > 0; left -= 1) sizes[left - 1] += 1;
    return sizes;
  };

  class Groups extends HTMLElement {
    connectedCallback() {
      const { content } = /** @type {HTMLTemplateElement} */ (this.querySelector("template"));
      if (!this.querySelector("form")) this.append(content.cloneNode(true));
      this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
      this.form.addEventListener("submit", this);
      addEventListener("pagehide", this);
    }

    disconnectedCallback() {
      removeEventListener("pagehide", this);
    }

    /** @param {Event} event */
    handleEvent(event) {
      const list = /** @type {HTMLElement} */ (this.querySelector("ol"));
      list.replaceChildren();
      list.hidden = true;
      if (event.type === "pagehide") {
        this.form?.reset();
        return;
      }
      event.preventDefault();
      const box = /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
      const names = box.value.split(/[\n,;]+/).map((name) => name.trim()).filter(Boolean);
      const few = /** @type {HTMLElement} */ (this.querySelector("[data-show=few]"));
      few.hidden = names.length > 2;
      if (names.length < 3) return;
      for (let at = names.length - 1; at > 0; at -= 1) {
        const other = Math.floor(Math.random() * (at + 1));
        [names[at], names[other]] = [names[other], names[at]];
      }
      for (const size of sizes(names.length)) {
        const item = document.createElement("li");
        item.textContent = names.splice(0, size).join(", ");
        list.append(item);
      }
      list.hidden = false;
      list.focus();
    }
  }

  customElements.define("alongside-groups", Groups);
})();
