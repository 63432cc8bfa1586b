"""What the web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mvi.settings")

application = get_wsgi_application()

gc.freeze()  # as mvi/apps.py says; now the middleware is there too
