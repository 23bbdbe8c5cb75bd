"""The course as frozen values. Nothing here reads a file or knows HTML."""

from alongside.model.asked import KeySource
from alongside.model.bank import (
    Bank,
    BestQuestion,
    DialQuestion,
    MatchingQuestion,
    MultipleQuestion,
    OrderingQuestion,
    Question,
    RateQuestion,
    SingleQuestion,
    TrueFalseQuestion,
)
from alongside.model.campus import Campus, Contact
from alongside.model.campus import Line as HelpLine
from alongside.model.course import Checklist, ChecklistLine, Course, Module, Outcome, Role, Stop
from alongside.model.own_words import (
    GaugeQuestion,
    IdeasQuestion,
    Notice,
    OwnWords,
    PlanQuestion,
    ReflectQuestion,
)
from alongside.model.role_play import Debrief, Ending, Reply, RolePlay, Turn
from alongside.model.run_sheet import RunSheets, SessionStep, Sheet, Timed
from alongside.model.shape import Meeting, Shape, Shapes

__all__ = [
    "Bank",
    "BestQuestion",
    "Campus",
    "Checklist",
    "ChecklistLine",
    "Contact",
    "Course",
    "Debrief",
    "DialQuestion",
    "Ending",
    "GaugeQuestion",
    "HelpLine",
    "IdeasQuestion",
    "KeySource",
    "MatchingQuestion",
    "Meeting",
    "Module",
    "MultipleQuestion",
    "Notice",
    "OrderingQuestion",
    "Outcome",
    "OwnWords",
    "PlanQuestion",
    "Question",
    "RateQuestion",
    "ReflectQuestion",
    "Reply",
    "Role",
    "RolePlay",
    "RunSheets",
    "SessionStep",
    "Shape",
    "Shapes",
    "Sheet",
    "SingleQuestion",
    "Stop",
    "Timed",
    "TrueFalseQuestion",
    "Turn",
]
