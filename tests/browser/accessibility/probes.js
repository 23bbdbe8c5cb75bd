// What no scanner sees. Each probe takes a part of the page and returns pairs: the HTML of an
// element, and what is wrong with it.
(() => {
  const fault = (element, said) => [element.outerHTML, said];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const all = (part, wanted) => [...part.querySelectorAll(wanted)].filter(shown);
  const words = (text) => text.replace(/\s+/g, " ").trim();

  const unseen = (element) => {
    const { clipPath, position } = getComputedStyle(element);
    return clipPath !== "none" && position === "absolute";
  };
  const scrolls = (element) => {
    for (let each = element; each; each = each.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(each).overflowX) && each !== document.documentElement) return true;
    }
    return false;
  };

  // WCAG 2.5.8 leaves out links within a sentence.
  const inSentence = (element) =>
    element.matches("a") && getComputedStyle(element).display === "inline"
    && words(element.parentElement.textContent) !== words(element.textContent);

  /** The text of the elements that name a group, as a reader would say it. */
  const groupName = (group) => {
    const ids = (group.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
    const named = ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    const legend = group.matches("fieldset") ? group.querySelector(":scope > legend") : null;
    return words(named || group.getAttribute("aria-label") || legend?.textContent || "");
  };

  return {
    /** Nothing makes the page scroll sideways: WCAG 1.4.10. */
    sideways: () => {
      const wide = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= wide) return [];
      const out = all(document.body, "*").filter((each) =>
        each.getBoundingClientRect().right > wide + 1 && !unseen(each) && !scrolls(each));
      return (out.length ? out : [document.body]).map((each) => fault(each, "wider than the page"));
    },

    /** No text is cut off by the box it stands in: WCAG 1.4.12. */
    clipped: (part) =>
      all(part, "*")
        .filter((each) => {
          const { overflowX, overflowY } = getComputedStyle(each);
          const hides = (way) => way === "hidden" || way === "clip";
          if (unseen(each) || each.closest("svg") || !words(each.textContent)) return false;
          return (hides(overflowX) && each.scrollWidth > each.clientWidth + 1)
            || (hides(overflowY) && each.scrollHeight > each.clientHeight + 1);
        })
        .map((each) => fault(each, "its text is cut off")),

    /** Whatever one can press is 24 px each way, also what only a script makes pressable. */
    small: (part) =>
      all(part, "a[href], button, input, select, textarea, summary, [onclick], [tabindex='0'], [role=button]")
        .filter((each) => !unseen(each) && !inSentence(each) && !each.closest(".al-skip"))
        .filter((each) => {
          const { width, height } = each.getBoundingClientRect();
          return width < 24 || height < 24;
        })
        .map((each) => fault(each, "smaller than 24 px")),

    /** Whatever one can press is a control that the keyboard reaches. */
    mouse: (part) =>
      all(part, "[onclick]")
        .filter((each) => !each.matches("a[href], button, input, select, textarea, summary"))
        .map((each) => fault(each, "pressed with a mouse only")),

    /** The controls of a question stand in a group that the question's own words name. */
    ungrouped: (part) =>
      all(part, ".al-question").flatMap((form) => {
        const asked = words(form.querySelector("[id$=__asked]")?.textContent ?? "");
        return all(form, ".al-option input, .al-option select")
          .filter((each) => {
            for (let group = each.parentElement; group && group !== form; group = group.parentElement) {
              const grouping = group.matches("fieldset, [role=group], [role=radiogroup]");
              if (grouping && asked && groupName(group).includes(asked)) return false;
            }
            return true;
          })
          .map((each) => fault(each, "not tied to what is asked"));
      }),

    /** Less motion, where it is asked for: nothing moves for longer than 0.01 s. */
    moving: (part) =>
      all(part, "*")
        .filter((each) => {
          const style = getComputedStyle(each);
          const seconds = (list) => list.split(",").map((one) => parseFloat(one) * (one.includes("ms") ? 0.001 : 1));
          // What changes in one step, such as the wait for a script, does not move.
          const animated = /^steps\(1\b/.test(style.animationTimingFunction) ? "0s" : style.animationDuration;
          const longest = Math.max(...seconds(style.transitionDuration), ...seconds(animated));
          return longest > 0.01 || (style.scrollBehavior === "smooth");
        })
        .map((each) => fault(each, "moves")),

    /** Forced colours drop backgrounds and shadows: what one can press keeps an edge or an underline. */
    edgeless: (part) =>
      all(part, "button, select, textarea, input[type=search], .al-problem:not(:empty), .al-result:not(:empty)")
        .filter((each) => !unseen(each))
        .filter((each) => {
          const { borderTopStyle, borderTopWidth, textDecorationLine } = getComputedStyle(each);
          const edge = borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0;
          return !edge && textDecorationLine === "none";
        })
        .map((each) => fault(each, "has no edge without colours")),

    /** References between elements hold, and no id stands twice. */
    loose: (part) => {
      const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
      const twice = [...document.querySelectorAll("[id]")].filter(({ id }, at) => ids.indexOf(id) !== at);
      const names = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];
      const gone = all(part, names.map((name) => `[${name}]`).join()).filter((each) =>
        names.some((name) => (each.getAttribute(name) ?? "").split(/\s+/).filter(Boolean)
          .some((id) => !ids.includes(id))));
      return [
        ...twice.map((each) => fault(each, "its id stands twice")),
        ...gone.map((each) => fault(each, "points to no element")),
      ];
    },
  };
})()
