from django.urls import path

from boards.views import public

app_name = "boards"
urlpatterns = [
    path("actions/", public.actions, name="actions"),
    path("actions/<int:action_id>/", public.action, name="action"),
]
