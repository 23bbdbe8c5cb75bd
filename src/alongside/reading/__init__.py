"""Files to values: the only room that opens a course folder. ``load`` is its door."""
