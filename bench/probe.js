// Goes into every page before its own scripts. SPEC is put in front of it: selectors of a page's
// questions, { question, option, check?, feedback, before?, fold?, frame? }, and whether to answer at once.
// They stand in the page itself, or in that frame of its own.
(() => {
  if (window !== window.top) return;
  const probe = { shift: 0, shiftBefore: 0, painted: null, answer: null, tries: 0 };
  window.benchProbe = probe;

  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("layout-shift", (entry) => {
    if (!entry.hadRecentInput) probe.shift += entry.value;
  });
  watch("paint", (entry) => {
    if (entry.name === "first-contentful-paint") probe.painted = entry.startTime;
  });

  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getBoundingClientRect().height > 0;
  const all = (within, selector) => [...within.querySelectorAll(selector)].filter(seen);
  const page = () => (SPEC.frame ? document.querySelector(SPEC.frame)?.contentDocument : document);
  const questions = () => [...(page()?.querySelectorAll(SPEC.question) ?? [])];
  const told = (question) => all(question, SPEC.feedback).map((part) => part.textContent.trim()).join("|");
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  /** Within a frame's callback: resolves with the time once that frame has been made. */
  const made = () =>
    new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(0);
    });
  async function until(holds, ms) {
    for (const end = performance.now() + ms; performance.now() < end; await pause(8)) if (holds()) return true;
    return false;
  }

  /** From the very start, click an option (and Check) as an impatient trainee would. */
  async function answerAtOnce() {
    for (; probe.answer === null; await pause(25)) {
      if (SPEC.before && page()) all(page(), SPEC.before)[0]?.click();
      const question = questions()[0];
      const options = question ? all(question, SPEC.option) : [];
      if (!options.length) continue;
      const was = told(question);
      options[probe.tries++ % options.length].click();
      const check = SPEC.check && all(question, SPEC.check)[0];
      if (SPEC.check && !check) continue;
      probe.shiftBefore = probe.shift;
      check?.click();
      const shows = () => told(question) && told(question) !== was;
      if (!(await until(shows, 250))) continue;
      await frame();
      probe.answer = Math.max(await made(), probe.painted ?? 0);
    }
  }

  async function point(element) {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    // What was answered before may still be scrolling into view: a click must meet its target.
    for (let was = NaN, still = 0; still < 5; still = element.getBoundingClientRect().top === was ? still + 1 : 0) {
      was = element.getBoundingClientRect().top;
      await frame();
    }
    const box = element.getBoundingClientRect();
    return { x: box.left + Math.min(box.width / 2, 40), y: box.top + box.height / 2 };
  }

  /** What was unfolded before its script was there is folded up, for then the script takes over. */
  probe.fold = () => SPEC.fold && document.querySelector(SPEC.fold)?.click();

  /** Where to click for the n-th measured click: question after question, then other options,
   * from the one after the answer given at once, which would tell nothing new. */
  probe.option = (n) => {
    const question = questions()[n % questions().length];
    const options = all(question, SPEC.option);
    return point(options[(probe.tries + Math.floor(n / questions().length)) % options.length]);
  };
  probe.check = (n) => point(all(questions()[n % questions().length], SPEC.check)[0]);

  /** Waits for the next real click; result is the ms from it to a frame with new feedback. */
  probe.arm = (n) => {
    const question = questions()[n % questions().length];
    const was = told(question);
    probe.result = new Promise((done) => {
      const end = performance.now() + 5000;
      let clicked = null;
      const note = (event) => (clicked ??= event.timeStamp);
      const finish = (ms) => {
        removeEventListener("pointerup", note, true);
        done(ms);
      };
      addEventListener("pointerup", note, true);
      const look = async () => {
        if (clicked !== null && told(question) && told(question) !== was) finish((await made()) - clicked);
        else if (performance.now() > end) finish(null);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  };

  if (SPEC.atOnce) answerAtOnce();
})();
