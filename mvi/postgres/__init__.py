"""The embedded database: a real PostgreSQL in var/postgres, for trying out, developing, testing and the demo.

`server.py` is what a process that wants the database uses; it starts `keeper.py`, which owns the database and stops
it after the last of those processes. Both need no Django. `base.py` is the Django database backend on top of them.
"""
