"""What every app stands on: people, the organisation, and rows that remember."""

from .audit import AuditEvent, AuditResult
from .domain import (
    ArchivableModel,
    ArchivableQuerySet,
    DomainModel,
    DomainQuerySet,
    Level,
    SortKey,
    known_choice,
    together,
    track_many,
)
from .draft import Draft
from .follow import Follow, MailChoice, NewsChoice, NewsRead
from .job import Job, JobStatus
from .organisation import AccessibilityStatus, Organisation
from .search import SearchItem
from .sheet_import import ImportStatus, SheetImport
from .submission import Submission
from .user import User

__all__ = [
    "AccessibilityStatus",
    "ArchivableModel",
    "ArchivableQuerySet",
    "AuditEvent",
    "AuditResult",
    "DomainModel",
    "DomainQuerySet",
    "Draft",
    "Follow",
    "ImportStatus",
    "Job",
    "JobStatus",
    "Level",
    "MailChoice",
    "NewsChoice",
    "NewsRead",
    "Organisation",
    "SearchItem",
    "SheetImport",
    "SortKey",
    "Submission",
    "User",
    "known_choice",
    "together",
    "track_many",
]
