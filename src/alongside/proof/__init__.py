"""The proof room: every state of a role-play is visited, and every rule held in each.

``prove`` is the door. Codes: R1xx names, R2xx reach, R3xx teaching and promises, R4xx expected
paths, R5xx budget, R6xx shape of a role-play that is shipped.
"""

from alongside.proof.codes import CODES
from alongside.proof.found import Figures, Finding, Verdict
from alongside.proof.prover import BUDGET, Placer, prove

__all__ = ["BUDGET", "CODES", "Figures", "Finding", "Placer", "Verdict", "prove"]
