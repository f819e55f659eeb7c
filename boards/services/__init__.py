"""Changing the world of boards: one verb each, atomic, keyword-only."""

from boards.services.actions import ClosingNeedsOutcome, recount_late_days, report_progress
from boards.services.agendas import (
    AgendaIsOut,
    ReasonIsMissing,
    add_to_agenda,
    explain_supplement,
    record_agenda,
)
from boards.services.approving import CannotApprove, approve_minutes
from boards.services.archives import (
    ask_for_archive,
    bring_archive_in,
    go_on_with_archive,
    stop_archive,
    take_zip,
)
from boards.services.catching_up import catch_up
from boards.services.closing import (
    CannotClose,
    CannotReopen,
    MeetingCannotBe,
    check_board_meets,
    close_board,
    merge_boards,
    reopen_board,
)
from boards.services.correcting import (
    MinutesNotPublic,
    TrailNeedsReason,
    publish_with_reason,
    withdraw_minutes,
)
from boards.services.deadlines import (
    ReasonIsEmpty,
    explain_lateness,
    set_deadlines,
    set_deadlines_of,
)
from boards.services.format_requests import (
    answer_format_request,
    tell_of_request,
    tell_secretary_of_request,
)
from boards.services.items import number_all_items
from boards.services.joint import (
    CannotShare,
    answer_invitation,
    invite_boards,
    leave_meeting,
    share_meeting,
)
from boards.services.letters import (
    forget_old_letters,
    recover_letters,
    send_letters,
    write_letter,
)
from boards.services.links import forget_links
from boards.services.matters import CannotAnswer, CannotPass, answer_matter, pass_matter
from boards.services.matters_arising import (
    AgendaIsPublic,
    refresh_matters_arising,
)
from boards.services.meetings import (
    MeetingAlreadyPlanned,
    MinutesAlreadyStarted,
    plan_meeting,
    start_minutes,
)
from boards.services.minutes import index_actions, record_minutes, rename_after_day
from boards.services.owners import (
    NoAddress,
    NotToBeReported,
    reach_owner,
    report_by_link,
    send_report_link,
    set_owner_email,
)
from boards.services.packs import make_pack, recover_packs, renew_packs
from boards.services.papers import keep_paper_version, note_public_papers
from boards.services.planning import DaysAreWrong, plan_meeting_with, plan_year
from boards.services.proposals import (
    AlreadyAnswered,
    TooManyProposals,
    answer_proposal,
    propose_item,
    put_on_agenda,
)
from boards.services.publishing import (
    publish_above_boards,
    publish_agenda,
    publish_board,
    publish_meeting,
    publish_minutes,
    record_move,
)
from boards.services.readings import (
    TYPED,
    CannotTakeFile,
    ReadingIsDone,
    drop_reading,
    keep_for_later,
    keep_reading,
    take_over_reading,
    take_word_file,
)
from boards.services.reminders import (
    remind_owners,
)
from boards.services.scheduled import publish_what_is_due
from boards.services.setting_up import prepare_board
from boards.services.sharing import share_paper
from boards.services.topics import note_all_topics, note_topics
from boards.services.trail import (
    put_on_record,
    record_changes,
    record_progress,
    record_publication,
    record_visibility,
)
from boards.services.trail_checks import (
    NotAProblem,
    SettlingNeedsWords,
    begin_trail,
    check_trail,
    guard_trail,
    settle_problem,
)
from boards.services.visibility import set_audience
from boards.services.visits import correct_visit, remove_visit, tell_visit
from boards.services.word import CheckedPerson, fill_minutes_from_word

__all__ = [
    "TYPED",
    "AgendaIsOut",
    "AgendaIsPublic",
    "AlreadyAnswered",
    "CannotAnswer",
    "CannotApprove",
    "CannotClose",
    "CannotPass",
    "CannotReopen",
    "CannotShare",
    "CannotTakeFile",
    "CheckedPerson",
    "ClosingNeedsOutcome",
    "DaysAreWrong",
    "MeetingAlreadyPlanned",
    "MeetingCannotBe",
    "MinutesAlreadyStarted",
    "MinutesNotPublic",
    "NoAddress",
    "NotAProblem",
    "NotToBeReported",
    "ReadingIsDone",
    "ReasonIsEmpty",
    "ReasonIsMissing",
    "SettlingNeedsWords",
    "TooManyProposals",
    "TrailNeedsReason",
    "add_to_agenda",
    "answer_format_request",
    "answer_invitation",
    "answer_matter",
    "answer_proposal",
    "approve_minutes",
    "ask_for_archive",
    "begin_trail",
    "bring_archive_in",
    "catch_up",
    "check_board_meets",
    "check_trail",
    "close_board",
    "correct_visit",
    "drop_reading",
    "explain_lateness",
    "explain_supplement",
    "fill_minutes_from_word",
    "forget_links",
    "forget_old_letters",
    "go_on_with_archive",
    "guard_trail",
    "index_actions",
    "invite_boards",
    "keep_for_later",
    "keep_paper_version",
    "keep_reading",
    "leave_meeting",
    "make_pack",
    "merge_boards",
    "note_all_topics",
    "note_public_papers",
    "note_topics",
    "number_all_items",
    "pass_matter",
    "plan_meeting",
    "plan_meeting_with",
    "plan_year",
    "prepare_board",
    "propose_item",
    "publish_above_boards",
    "publish_agenda",
    "publish_board",
    "publish_meeting",
    "publish_minutes",
    "publish_what_is_due",
    "publish_with_reason",
    "put_on_agenda",
    "put_on_record",
    "reach_owner",
    "record_agenda",
    "record_changes",
    "record_minutes",
    "record_move",
    "record_progress",
    "record_publication",
    "record_visibility",
    "recount_late_days",
    "recover_letters",
    "recover_packs",
    "refresh_matters_arising",
    "remind_owners",
    "remove_visit",
    "rename_after_day",
    "renew_packs",
    "reopen_board",
    "report_by_link",
    "report_progress",
    "send_letters",
    "send_report_link",
    "set_audience",
    "set_deadlines",
    "set_deadlines_of",
    "set_owner_email",
    "settle_problem",
    "share_meeting",
    "share_paper",
    "start_minutes",
    "stop_archive",
    "take_over_reading",
    "take_word_file",
    "take_zip",
    "tell_of_request",
    "tell_secretary_of_request",
    "tell_visit",
    "withdraw_minutes",
    "write_letter",
]
