from django.urls import path

from charter import views

app_name = "charter"
urlpatterns = [path("boards/<slug:slug>/", views.board_charter, name="board")]
