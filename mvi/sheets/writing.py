"""How the rows of an import are written: a thousand at a time, while the next thousand is read."""

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from django.db import DataError, Error, IntegrityError, InternalError, connection, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from psycopg2.errors import UniqueViolation

from . import copying

REFUSALS = (IntegrityError, DataError, InternalError)


class Work:
    """A row that passed its own checks and waits to be written."""

    def __init__(self, row, instance, names, links):
        self.row, self.instance, self.links = row, instance, links
        self.names = names  # the changed columns; None for a new row
        self.is_new = names is None
        self.pk = instance.pk


class Writing:
    """Rows on their way into the tables of one import.

    New rows are sent by a thread of their own, for to read the next ones takes as long as PostgreSQL to write these.
    Whatever else is asked of the database meanwhile waits until they are there, so it finds what it would have found.
    """

    def __init__(self, resource, models, tell):
        """`models` are those of which it writes rows; `tell` gets each row once it is sure what becomes of it."""
        self.resource, self.model, self.models, self.tell = resource, resource._meta.model, models, tell
        self.sent = None  # works, rows, savepoint, and what comes of it

    def __enter__(self):
        self.thread = ThreadPoolExecutor(1)
        self.waiting = connection.execute_wrapper(self.once_it_is_there)
        self.waiting.__enter__()
        return self

    def __exit__(self, kind, *error):
        try:
            if kind is None:
                self.finish()
        finally:
            self.thread.shutdown()
            self.waiting.__exit__(kind, *error)
            self.forget()

    def forget(self):
        """Leave the transaction fit for use when somebody stops while rows are being sent; they may be refused."""
        if self.sent is not None:
            *_rest, savepoint, _written = self.sent
            with suppress(Error):
                transaction.savepoint_rollback(savepoint)

    def once_it_is_there(self, execute, *query):
        self.finish()
        return execute(*query)

    def begin(self, works, rows):
        """Write these works, which are about some of the rows; what becomes of the rows is told later."""
        self.finish()
        if works and copying.takes_copies(self.model) and all(work.is_new for work in works):
            savepoint, copies = transaction.savepoint(), self.copies(works)
            written = self.thread.submit(copying.send_by, copying.open_cursor(), copies)
            self.sent = works, rows, savepoint, written
        else:
            self.save(works)
            self.told(rows)

    def finish(self):
        """Wait until what was sent is there; when the database refuses, look for the row that is to blame."""
        if self.sent is None:
            return
        (works, rows, savepoint, written), self.sent = self.sent, None
        try:
            with connection.wrap_database_errors:
                written.result()
        except Error as error:
            transaction.savepoint_rollback(savepoint)
            if not isinstance(error, REFUSALS):
                raise
            self.save_halves(works, error)
        else:
            transaction.savepoint_commit(savepoint)
        self.told(rows)

    def told(self, rows):
        for row in rows:
            self.tell(row)

    def save(self, works):
        """Write all at once; when the database refuses, halve until the row that is to blame stands alone."""
        if not works:
            return
        try:
            with transaction.atomic():
                self.write(works)
        except REFUSALS as error:
            self.save_halves(works, error)

    def save_halves(self, works, error):
        for work in works:
            work.instance.pk = work.pk  # a new row has no number again
        if len(works) == 1:
            works[0].row.refuse("", self.in_words(error))
            return
        middle = len(works) // 2
        self.save(works[:middle])
        self.save(works[middle:])

    def copies(self, works):
        """New rows with what they are linked to, which is nothing that was there before."""
        return [copying.of_rows([work.instance for work in works]), *self.links(works)]

    def write(self, works):
        copying.add([work.instance for work in works if work.is_new])
        by_names = defaultdict(list)
        for work in works:
            if work.names:
                by_names[tuple(work.names)].append(work.instance)
        for names, instances in by_names.items():
            self.model._default_manager.bulk_update(instances, names)
        for copy in self.links(works):
            copying.send([copy])

    def links(self, works):
        """The new links of these works, and the old ones are removed."""
        for name in self.resource.many_to_many:
            field = self.resource.django_field(name)
            through, source = field.remote_field.through, field.m2m_field_name()
            target, ends = field.m2m_reverse_field_name(), []
            for work in works:
                wanted, gone = work.links.get(name, ((), ()))
                ends += [(work.instance.pk, pk) for pk in sorted(wanted)]
                if gone:
                    through._default_manager.filter(**{source: work.instance.pk, f"{target}__in": gone}).delete()
            links = {pk: through(**{f"{target}_id": pk}) for pk in {pk for _source, pk in ends}}
            for link in links.values():
                self.resource.new_link(link)
            if ends:
                yield copying.of_links(through._meta.get_field(source), ends, links)

    def in_words(self, error):
        """Why the database refuses a row, as the rule itself says it."""
        found = getattr(getattr(error, "__cause__", None), "diag", None)
        name = found and found.constraint_name
        for model in self.models:
            for constraint in model._meta.constraints:
                if constraint.name == name and constraint.violation_error_message != (
                    constraint.default_violation_error_message
                ):
                    return str(constraint.violation_error_message)
                if constraint.name == name:
                    return _("These cells do not fit together (rule %(name)s).") % {"name": name}
        double = isinstance(getattr(error, "__cause__", None), UniqueViolation)
        for field in self.model._meta.fields:
            if double and field.unique and f"_{field.column}_" in name:
                return _("There is already a row with this: %(heading)s.") % {
                    "heading": capfirst(str(field.verbose_name))
                }
        return _("The database refuses this row: %(reason)s") % {"reason": found.message_primary if found else error}
