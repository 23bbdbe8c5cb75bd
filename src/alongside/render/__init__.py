"""Values become HTML, once, for every face of the course; nothing here imports Sphinx."""
