"""Where Chromium is on this machine; the journeys drive it."""

import shutil


def find():
    """The path of Chromium or a browser made from it; nothing when there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        path = shutil.which(name)
        if path:
            return path
    return None
