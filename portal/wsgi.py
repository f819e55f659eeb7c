"""The web server's way in."""

from django.core.wsgi import get_wsgi_application

from portal.startup import nothing_thrown_away, read_environment

read_environment()
with nothing_thrown_away():
    application = get_wsgi_application()
