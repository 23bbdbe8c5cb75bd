// @ts-check
// A list of ideas: gathered first, judged later.
