// @ts-check
// The dial: try a setting, hear what comes back; graded as a choice is.
