// @ts-check
// A form that becomes a text to print, copy or save.
