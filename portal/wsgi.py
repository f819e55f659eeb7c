"""The web server's way in."""

from django.core.wsgi import get_wsgi_application

from portal.startup import read_environment

read_environment()
application = get_wsgi_application()
