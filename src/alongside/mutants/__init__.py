"""Mutants of a role-play: slips of the pen that its rules must catch.

``mutation_run`` is the door; ``suggested`` proposes expected paths that catch more. Codes:
R701 too few caught, R702 too few mutants, R703 an idle rule, R704 and R705 a wrong equivalent.
"""

from alongside.mutants.operators import Mutant, mutants
from alongside.mutants.run import Fate, MutationRun, mutation_faults, mutation_run
from alongside.mutants.suggest import Suggestion, suggested
from alongside.mutants.written import written

__all__ = [
    "Fate",
    "Mutant",
    "MutationRun",
    "Suggestion",
    "mutants",
    "mutation_faults",
    "mutation_run",
    "suggested",
    "written",
]
