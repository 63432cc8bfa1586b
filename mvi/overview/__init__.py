"""Pages that look across the apps: where it stands, and how one thing leads to another."""
