from django.urls import path

from boards.views import admin

app_name = "boards_admin"
urlpatterns = [
    path("", admin.my_boards, name="my_boards"),
    path("<key:board_id>/plan/", admin.plan_meeting, name="plan_meeting"),
    path("meetings/<key:meeting_id>/minutes/", admin.start_minutes, name="start_minutes"),
    path("meetings/<key:meeting_id>/word/", admin.bring_word, name="bring_word"),
    path("read/<key:page_id>/", admin.read_draft, name="read_draft"),
    path("actions/", admin.actions, name="actions"),
    path("actions/<key:action_id>/", admin.report_progress, name="report_progress"),
]
