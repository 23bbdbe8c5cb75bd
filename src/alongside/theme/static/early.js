// @ts-check
// Runs before the page is drawn, so that a chosen colour mode does not flash.
{
  const html = document.documentElement;
  html.dataset.scripts = "on";
  // In the order of the page, each as soon as it is there: a first answer waits for no later part.
  for (const { href } of /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll('link[as="script"]'))) {
    const script = document.createElement("script");
    script.async = false;
    script.src = href;
    document.head.append(script);
  }
  try {
    const mode = localStorage.getItem(`alongside:${html.dataset.course}:mode`);
    if (mode === "light" || mode === "dark") html.dataset.theme = mode;
  } catch {
    // Storage is blocked: the device's own choice holds.
  }
}
