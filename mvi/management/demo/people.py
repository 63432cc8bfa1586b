"""One account for each role. They are named after their role: nobody here is a real person."""

from django.contrib.auth.models import Group

from mvi.models import User

PASSWORD = "mvi-demo-2026"  # noqa: S105 -- public on purpose; the accounts exist only where the demo was loaded
ACCOUNTS = [  # address, name, department, group of mvi/roles.py
    ("beleidsadviseur", "Beleidsadviseur", "Ruimte en economie", "policy_advisor"),
    ("inkoper", "Inkoper", "Inkoop en contracten", "buyer"),
    ("projectleider", "Projectleider", "Openbare ruimte", "project_leader"),
    ("begeleider", "Begeleider", "Ruimte en economie", "facilitator"),
    ("bestuurder", "Bestuurder", "College", "executive"),
    ("beheerder", "Beheerder", "Informatievoorziening", "administrator"),
]
ADDRESSES = [f"{account}@demo.example" for account, *_others in ACCOUNTS]


def add_people():
    """The accounts by their first word, such as “inkoper”."""
    people = {}
    for account, name, department, group in ACCOUNTS:
        people[account] = User.objects.create_user(
            f"{account}@demo.example",
            PASSWORD,
            name=name,
            department=department,
            function=name.lower(),
            is_staff=group == "administrator",
        )
        people[account].groups.add(Group.objects.get_or_create(name=group)[0])
    return people
