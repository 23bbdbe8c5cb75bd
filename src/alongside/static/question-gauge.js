// @ts-check
// A rating of oneself, for oneself.
