"""Which static files are served."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class StaticFiles(StaticFilesConfig):
    """Django's own, but for the list of what `npm run build` bundles: that names npm packages, which nobody serves."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "css/app.css"]
