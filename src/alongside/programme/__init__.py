"""The programme: tracks by role, rosters, and a plan for each person."""
