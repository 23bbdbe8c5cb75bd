"""What can be said for and against a course: rules, language, coverage, time, the judge."""
