// @ts-check
// Runs before the page is drawn, so that a chosen colour mode does not flash.
{
  const html = document.documentElement;
  html.dataset.scripts = "on";
  try {
    const mode = localStorage.getItem(`alongside:${html.dataset.course}:mode`);
    if (mode === "light" || mode === "dark") html.dataset.theme = mode;
  } catch {
    // Storage is blocked: the device's own choice holds.
  }
}
