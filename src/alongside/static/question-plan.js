// @ts-check
// A form that becomes a text to print, copy or save. The text is made here and goes nowhere.
{
  const { kinds, make } = Alongside;

  /** @typedef {{choice?: unknown, own?: unknown}} Filling */

  const SAID = {
    copied: "Copied.",
    marked: "This page may not copy by itself. The text is marked: copy it from there.",
    saved: "Saved among your downloads.",
  };

  /** @param {HTMLElement} part */
  const own = (part) => /** @type {HTMLTextAreaElement} */ (part.querySelector("textarea"));

  /** @param {HTMLElement} part */
  const list = (part) => part.querySelector("select");

  /** @param {HTMLElement} part */
  const filled = (part) => [list(part)?.value, own(part).value.trim()].filter(Boolean);

  /** @param {AlongsideQuestion} q */
  const place = (q) => q.find(".al-text");

  /** The plan as plain words; parts left empty are left out. @param {AlongsideQuestion} q */
  const written = (q) => {
    const { title, closing } = place(q).dataset;
    const parts = q.standing().filter((part) => filled(part).length);
    const said = parts.map((part) => [part.querySelector(".al-label")?.textContent, ...filled(part)].join("\n"));
    return `${[title, ...said, closing].join("\n\n")}\n`;
  };

  /** Write the text anew, and count where a part has a limit. @param {AlongsideQuestion} q */
  const write = (q) => {
    place(q).textContent = written(q);
    for (const part of q.parts) {
      const told = part.querySelector(".al-count");
      if (told) told.textContent = Alongside.counted(own(part));
    }
  };

  /** Print the text and nothing beside it. @param {AlongsideQuestion} q */
  const print = (q) => {
    const aside = /** @type {Element[]} */ ([]);
    for (let here = place(q); here.parentElement; here = here.parentElement) {
      aside.push(...[...here.parentElement.children].filter((other) => other !== here));
    }
    for (const other of aside) other.setAttribute("data-aside", "");
    const back = () => aside.forEach((other) => other.removeAttribute("data-aside"));
    addEventListener("afterprint", back, { once: true });
    globalThis.print();
  };

  /** Copy the text, or mark it for the trainee to copy. @param {AlongsideQuestion} q */
  const copy = async (q) => {
    try {
      await navigator.clipboard.writeText(written(q));
      return SAID.copied;
    } catch {
      getSelection()?.selectAllChildren(place(q));
      return document.execCommand("copy") ? SAID.copied : SAID.marked;
    }
  };

  /** @param {AlongsideQuestion} q @param {string} name */
  const save = (q, name) => {
    const address = URL.createObjectURL(new Blob([written(q)], { type: "text/plain;charset=utf-8" }));
    const link = make("a", "");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return SAID.saved;
  };

  /** @param {AlongsideQuestion} q @param {HTMLElement} button */
  const take = async (q, { dataset }) => {
    if (dataset.do === "print") print(q);
    const said = dataset.do === "copy" ? await copy(q) : dataset.do === "save" ? save(q, dataset.file ?? "") : "";
    q.find(".al-said").textContent = said;
  };

  kinds.plan = {
    own: true,
    opens: true,
    fixed: true,
    start: (q) => {
      q.fieldset.oninput = () => write(q);
      q.find(".al-takes").onclick = (event) => take(q, /** @type {HTMLElement} */ (event.target));
    },
    read: (q) => {
      const parts = q.parts.filter((part) => filled(part).length);
      const pairs = parts.map((part) => [
        part.dataset.option,
        { choice: list(part)?.value ?? "", own: own(part).value },
      ]);
      return pairs.length ? Object.fromEntries(pairs) : null;
    },
    show: (q, answer) => {
      for (const part of q.parts) {
        const { choice, own: words } = /** @type {Filling} */ (answer?.[part.dataset.option ?? ""] ?? {});
        const box = list(part);
        const offered = [...(box?.options ?? [])].some((option) => option.value === choice);
        if (box) box.value = offered ? String(choice) : "";
        // A choice that is no longer offered stays as the trainee's own words.
        const kept = offered ? [words] : [choice, words];
        own(part).value = kept.filter((one) => typeof one === "string" && one).join("\n");
      }
      write(q);
    },
    fit: (q, saved) => (saved && typeof saved === "object" && !Array.isArray(saved) ? saved : null),
    problem: (q) => {
      if (q.parts.some((part) => filled(part).length)) return null;
      const first = q.standing()[0];
      return { words: "Fill in at least one part.", control: list(first) ?? own(first) };
    },
    judge: () => ({
      credit: null,
      words: "Your plan stands below as a text, with an example and questions after it.",
      notes: {},
    }),
    marked: (q, on) => {
      q.find(".al-sheet").hidden = !on;
      q.find(".al-said").textContent = "";
    },
  };
}
