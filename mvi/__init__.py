"""The project: the ground under the apps (people, audit, forms, database) and the roof over them (urls, overview)."""
