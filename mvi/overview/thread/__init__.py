"""The thread: from a story told in a workshop to a measured result and its lesson, both ways."""
