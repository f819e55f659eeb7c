from django.urls import path

from easyread import views

app_name = "easyread"
urlpatterns = [
    path("jargon-buster/", views.jargon_buster, name="jargon_buster"),
    path("pictures/", views.pictures, name="pictures"),
    path("ask-for/<key:page_id>/", views.ask_for_format, name="ask"),
    path("ask-for/<key:page_id>/thank-you/", views.asked, name="asked"),
]
