from django.urls import path

from charter import views

app_name = "charter_admin"
urlpatterns = [
    path("", views.matrix, name="matrix"),
    path("<key:board_id>/<key:principle_id>/", views.open_cell, name="cell"),
]
