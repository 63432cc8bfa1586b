"""Long work in the background: asked for on a page, done by `manage.py run_jobs`, followed and stopped by who asked."""
