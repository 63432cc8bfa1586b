"""How many wrong passwords are too many, counted before a password is hashed (django-axes).

Five for one account from one address, fifty from one address whatever the account, in fifteen minutes. Another
address is not held up, so nobody can lock a colleague out.
"""

import ipaddress

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum


class Throttle(AxesDatabaseHandler):
    """Axes counts per account and address; this adds the looser limit per address."""

    def get_failures(self, request, credentials=None):
        if wrong_from_address(request) >= settings.WRONG_FROM_ADDRESS:
            return settings.AXES_FAILURE_LIMIT
        return super().get_failures(request, credentials)


def wrong_from_address(request):
    attempts = AccessAttempt.objects.filter(
        ip_address=request.axes_ip_address, attempt_time__gte=get_cool_off_threshold(request)
    )
    return attempts.aggregate(total=Sum("failures_since_start"))["total"] or 0


def account_tried(request, credentials=None):
    """The account by which attempts are counted: capitals and spaces make no other account."""
    return ((credentials or {}).get("email") or "").strip().lower()[:255]


def network_of(request):
    """The address by which attempts are counted; of IPv6 the /64, because one subscriber has all of it."""
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return None
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network(f"{address}/64", strict=False).network_address)
