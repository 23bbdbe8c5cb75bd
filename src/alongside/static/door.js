// @ts-check
// The door to notebooks: anywidget asks for a view and gets the HTML of the site, with the script
// of the site, which stands before this text. What a trainee does lives in the model, so that
// Python has it; the browser's own storage is left alone.

/** @typedef {any} Model  as anywidget gives it: get, set, save_changes, on, off */

/** What the site would keep in the browser, kept for one activity until the page is loaded anew. */
class Memory {
  prefix = "notebook:";
  visit = { clear() {} };
  area = null;
  /** @type {Map<string, Record<string, unknown>>} */
  held = new Map();

  /** @param {string} name */
  read(name) {
    return this.held.get(name);
  }

  /** @param {string} name @param {Record<string, unknown>} fields */
  write(name, fields) {
    this.held.set(name, { v: 1, ...fields });
  }

  /** @param {string} name */
  remove(name) {
    this.held.delete(name);
  }

  tell() {}
}

/** A value as text in which the order of keys counts for nothing. @param {unknown} value */
const text = (value) =>
  JSON.stringify(value ?? null, (_, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  );

/**
 * Give a view its own ids, for a notebook may show an activity twice.
 * @param {ParentNode} root
 * @param {string} mark
 */
const rename = (root, mark) => {
  for (const element of root.querySelectorAll("*")) {
    for (const name of ["id", "name", "for", "aria-labelledby", "aria-describedby", "aria-controls"]) {
      const ids = element.getAttribute(name);
      if (ids) element.setAttribute(name, ids.replace(/\S+/g, (id) => mark + id));
    }
    const href = element.getAttribute("href");
    if (href?.startsWith("#")) element.setAttribute("href", `#${mark}${href.slice(1)}`);
    if (element.localName === "template") rename(/** @type {any} */ (element).content, mark);
  }
};

/** Follow a link within the view; the address belongs to the notebook. @param {MouseEvent} event */
const follow = (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[href^='#']");
  if (!link || event.defaultPrevented) return;
  event.preventDefault();
  const found = document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
  found?.scrollIntoView();
  found?.focus();
};

/**
 * Let what Python has be what is remembered, before the elements look.
 * @param {HTMLElement} shown @param {Memory} memory @param {Model} model
 */
const recall = (shown, memory, model) => {
  const { rolePlay, hash } = shown.dataset;
  if (rolePlay) {
    const path = model.get("path");
    const held = memory.read(`r:${rolePlay}`);
    if (text(held?.path ?? []) !== text(path)) memory.write(`r:${rolePlay}`, { hash, path });
    return;
  }
  const [answers, credit] = [model.get("answers"), model.get("credit")];
  for (const form of /** @type {NodeListOf<HTMLElement>} */ (shown.querySelectorAll("form"))) {
    const { question = "", type = "", hash: content } = form.dataset;
    const name = `q:${question}`;
    const answer = answers[question];
    const own = Alongside.kinds[type].own;
    if (own || text(memory.read(name)?.answer) === text(answer)) continue;
    if (answer == null) memory.remove(name);
    else memory.write(name, { hash: content, answer, checked: question in credit });
  }
};

/** The facts of a view as traits. @param {any} shown @param {Model} model @param {any} [told] */
const facts = (shown, model, told = {}) => {
  if (shown.dataset.rolePlay) return { path: shown.path };
  const credit = { ...model.get("credit") };
  if (typeof told.credit === "number") credit[told.question] = told.credit;
  for (const { id, checked } of shown.questions) if (!checked) delete credit[id];
  return { answers: shown.answers, credit };
};

/**
 * Show an activity, and hold view and model together.
 * @param {Model} model @param {HTMLElement} el @param {Memory} memory
 */
const view = (model, el, memory) => {
  const page = new DOMParser().parseFromString(model.get("html"), "text/html");
  Alongside.views = (Alongside.views ?? 0) + 1;
  rename(page, `n${Alongside.views}-`);
  const shown = /** @type {any} */ (page.body.firstElementChild);
  Object.defineProperty(shown, "store", { get: () => memory });
  recall(shown, memory, model);
  el.classList.add("alongside-notebook");
  // Else keys would move through the notebook, or take the focus away, or delete a cell.
  el.dataset.lmSuppressShortcuts = "true";
  el.addEventListener("keydown", (event) => event.stopPropagation());
  el.addEventListener("click", follow);
  el.replaceChildren(shown);

  /** @param {CustomEvent} [event] */
  const toPython = (event) => {
    const now = Object.entries(facts(shown, model, event?.detail));
    const changed = now.filter(([name, value]) => text(value) !== text(model.get(name)));
    for (const [name, value] of changed) model.set(name, value);
    if (changed.length) model.save_changes();
  };
  const trait = shown.dataset.rolePlay ? "path" : "answers";
  const fromPython = () => {
    // A notebook may make a view long before it shows it; until then there is nothing to move.
    if (!shown.machine && !shown.questions?.length) return recall(shown, memory, model);
    const wanted = model.get(trait);
    if (text(shown[trait]) !== text(wanted)) shown[trait] = wanted;
    return toPython();
  };
  el.addEventListener(`alongside-${trait}`, /** @type {EventListener} */ (toPython));
  model.on(`change:${trait}`, fromPython);
  return () => model.off(`change:${trait}`, fromPython);
};

export default () => {
  const memory = new Memory();
  return { render: (/** @type {any} */ { model, el }) => view(model, el, memory) };
};
