"""Milestones as a calendar (RFC 5545)."""

from django.utils import timezone


def calendar(name, milestones, *, host):
    """All-day entries; what is done has a tick before its name."""
    stamp = timezone.now().strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//MVI-kompas//pilots//NL",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for milestone in milestones:
        tick = "✓ " if milestone.done_on else ""
        lines += [
            "BEGIN:VEVENT",
            f"UID:milestone-{milestone.pk}@{host}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{milestone.due_on:%Y%m%d}",
            f"SUMMARY:{tick}{escaped(f'{milestone.pilot}: {milestone}')}",
            f"URL:https://{host}{milestone.get_absolute_url()}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def escaped(text):
    """Text in which nothing can end the line or begin another property."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(text.split())


def folded(line):
    """Lines of at most 75 bytes; a character is never cut."""
    pieces, piece, size = [], "", 0
    for character in line:
        width = len(character.encode())
        if size + width > 75:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += width
    return "\r\n".join([*pieces, piece])
