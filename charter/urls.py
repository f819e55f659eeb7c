from django.urls import path

from boards.views.slugs import following_names
from charter import views

app_name = "charter"
urlpatterns = [
    path("boards/<slug:slug>/", following_names(views.board_charter), name="board"),
]
