"""Verbs: what happens to a session and to what people bring into it."""

from .board import harvest, hide, merge, new_cluster, place, rename, split, undo
from .invitation import answer_invitation, invite, mail_invitations, mark_attendance, remove_invitation
from .participant import contribute, forget_names, join, remove_participant, vote, withdraw
from .pulse import (
    add_pulse_addresses,
    answer_mailed_pulse,
    answer_of,
    answer_pulse,
    close_past_pulses,
    close_pulse,
    own_answers,
    remind_of_pulse,
    stop_pulse_mails,
    withdraw_pulse,
)
from .quiz import do_quiz, moment_of, remind_of_quiz, still_to_do_quiz
from .series import copy_programme, start_from_three_sessions
from .session import close_session, go_to_step, move_row, open_session, remove_session, show_votes
from .settle import settle_as_core_value, settle_as_goal, settle_as_theme, settle_on_canvas

__all__ = [
    "add_pulse_addresses",
    "answer_invitation",
    "answer_mailed_pulse",
    "answer_of",
    "answer_pulse",
    "close_past_pulses",
    "close_pulse",
    "close_session",
    "contribute",
    "copy_programme",
    "do_quiz",
    "forget_names",
    "go_to_step",
    "harvest",
    "hide",
    "invite",
    "join",
    "mail_invitations",
    "mark_attendance",
    "merge",
    "moment_of",
    "move_row",
    "new_cluster",
    "open_session",
    "own_answers",
    "place",
    "remind_of_pulse",
    "remind_of_quiz",
    "remove_invitation",
    "remove_participant",
    "remove_session",
    "rename",
    "settle_as_core_value",
    "settle_as_goal",
    "settle_as_theme",
    "settle_on_canvas",
    "show_votes",
    "split",
    "start_from_three_sessions",
    "still_to_do_quiz",
    "stop_pulse_mails",
    "undo",
    "vote",
    "withdraw",
    "withdraw_pulse",
]
