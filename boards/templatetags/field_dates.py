"""Dates as people say them."""

from django import template

from boards.rules import dates

register = template.Library()
register.filter("long_date", dates.long_date)
register.filter("short_date", dates.short_date)
register.filter("month_year", dates.month_year)
register.filter("time_of_day", dates.time_of_day)
