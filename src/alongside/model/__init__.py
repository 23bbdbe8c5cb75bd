"""The course as frozen values. Nothing here reads a file or knows HTML."""

from alongside.model.bank import (
    Bank,
    BestQuestion,
    KeySource,
    MatchingQuestion,
    MultipleQuestion,
    OrderingQuestion,
    Question,
    RateQuestion,
    ReflectQuestion,
    SingleQuestion,
    TrueFalseQuestion,
)
from alongside.model.campus import Campus, Contact
from alongside.model.campus import Line as HelpLine
from alongside.model.course import Checklist, ChecklistLine, Course, Module, Outcome, Role, Stop
from alongside.model.role_play import Debrief, Ending, Reply, RolePlay, Turn

__all__ = [
    "Bank",
    "BestQuestion",
    "Campus",
    "Checklist",
    "ChecklistLine",
    "Contact",
    "Course",
    "Debrief",
    "Ending",
    "HelpLine",
    "KeySource",
    "MatchingQuestion",
    "Module",
    "MultipleQuestion",
    "OrderingQuestion",
    "Outcome",
    "Question",
    "RateQuestion",
    "ReflectQuestion",
    "Reply",
    "Role",
    "RolePlay",
    "SingleQuestion",
    "Stop",
    "TrueFalseQuestion",
    "Turn",
]
