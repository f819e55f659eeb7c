from django.urls import path

from boards.views import public

app_name = "boards"
urlpatterns = [
    path("past-meetings/<slug:slug>/", public.past_meetings, name="past_meetings"),
    path("actions/", public.actions, name="actions"),
    path("actions/<key:action_id>/", public.action, name="action"),
]
