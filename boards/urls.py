from django.urls import path

from boards.views import (
    deadlines,
    easy_reads,
    feeds,
    matters,
    outcomes,
    papers,
    people,
    proposals,
    public,
    reports,
    topics,
    versions,
)
from boards.views.slugs import following_names

app_name = "boards"
urlpatterns = [
    path("meetings/", public.meetings, name="meetings"),
    path("past-meetings/<slug:slug>/", following_names(public.past_meetings), name="past_meetings"),
    path("on-time/", deadlines.on_time, name="on_time"),
    path("easy-reads/", easy_reads.easy_reads, name="easy_reads"),
    path("propose/<slug:slug>/", following_names(proposals.propose), name="propose"),
    path("proposals/<uuid:reference>/", proposals.proposal, name="proposal"),
    path("attendance/<slug:slug>/", following_names(people.attendance), name="attendance"),
    path("visits/<slug:slug>/", following_names(people.visits), name="visits"),
    path("matters/", matters.matters, name="matters"),
    path("matters/<key:matter_id>/", matters.matter, name="matter"),
    path(
        "minutes/<key:minutes_id>/versions/<key:number>/",
        versions.minutes_version,
        name="minutes_version",
    ),
    path("papers/<key:paper_id>/", papers.paper, name="paper"),
    path("papers/<key:paper_id>/file/", papers.current_file, name="paper_file"),
    path(
        "papers/<key:paper_id>/versions/<key:number>/file/",
        papers.version_file,
        name="paper_version_file",
    ),
    path("agendas/<key:agenda_id>/pack.pdf", papers.pack, name="pack"),
    path("actions/", public.actions, name="actions"),
    path("actions/<key:action_id>/", public.action, name="action"),
    path("actions/<key:action_id>/thank-you/", reports.reported, name="reported"),
    path("actions/report/<str:token>/", reports.report_by_link, name="report_by_link"),
    path("who-to-ask/", topics.ask_whom, name="who_to_ask"),
    path("topics/<slug:slug>/", topics.topic, name="topic"),
    path("feeds/all.atom", feeds.all_feed, name="feed"),
    path("feeds/boards/<slug:slug>.atom", following_names(feeds.board_feed), name="board_feed"),
    path("feeds/topics/<slug:slug>.atom", feeds.topic_feed, name="topic_feed"),
    path("calendars/all.ics", feeds.all_calendar, name="calendar"),
    path(
        "calendars/boards/<slug:slug>.ics",
        following_names(feeds.board_calendar),
        name="board_calendar",
    ),
    path(
        "calendars/meetings/<key:meeting_id>.ics", feeds.meeting_calendar, name="meeting_calendar"
    ),
    path("you-said-we-did/", outcomes.you_said_we_did, name="you_said_we_did"),
]
