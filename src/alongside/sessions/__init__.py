"""Sessions with a group: when each step begins, who leads, and what may be cut."""
