"""What the web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mvi.settings")

application = get_wsgi_application()

# What was made at the start is there for good. Else Python would look through all of it for garbage time and again,
# which is a tenth of the work for a large page.
gc.freeze()
