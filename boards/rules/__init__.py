"""Rules that know nothing of a database: days, money, items, calendars, the trail."""
