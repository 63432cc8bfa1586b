"""What is wrong with a PDF, by the rules of PDF/UA-1 and PDF/A-2a."""

import re

import page

PROFILES = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A]
STREAM = rb"(?s)\n%d 0 obj\n<<.*?/Length (\d+).*?>>\nstream\n"


def failed(made, profile):
    """The rules that it breaks: number and message of each."""
    return [
        (failure.rule_id, failure.message)
        for failure in page.validate_pdf_bytes(made, profile=profile).failures
        if not (failure.rule_id == "PDFA2A-STREAM-LENGTH-001" and is_long_enough(made, failure.object_id.object_number))
    ]


def is_long_enough(made, number):
    """Whether this stream has its length after all.

    Of one whose last byte is a carriage return the checker takes that for a part of the line end behind it. That
    happens to one in 256 of what is compressed, so to another report every few days.
    """
    start = re.search(STREAM % number, made)
    end = start.end() + int(start[1])
    return made[end - 1 :].startswith(b"\r\nendstream")
