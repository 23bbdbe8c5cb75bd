"""Role-plays as machines: conditions, states, and what a reply does to them."""
