"""Makes a PDF in a process of its own, with little memory and little time; run as a program by mvi.documents.pdf.

What must be drawn comes in on standard input as JSON and reaches the template as data, never as source text: whatever
people typed stays text. The PDF goes out on standard output.
"""

import json
import resource
import sys
from pathlib import Path

import font_source_sans_pro
import typst

MEMORY = 4 * 1024**3  # bytes of address space; Typst maps far more than it uses
SECONDS = 40  # of processor time, on all cores together
TEMPLATES = Path(__file__).parent / "typst"
STANDARDS = ["ua-1", "a-2a"]


def limit():
    """No document of any size takes the machine along: this process stops at its limits."""
    for name, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        _soft, hard = resource.getrlimit(name)
        resource.setrlimit(name, (most, hard))


def compiled(data):
    return typst.compile(
        str(TEMPLATES / "document.typ"),
        root=str(TEMPLATES),
        font_paths=[font_source_sans_pro.font_directory],
        ignore_system_fonts=True,
        sys_inputs={"document": data},
        pdf_standards=STANDARDS,
    )


def main(source, target, errors):
    data = source.read()
    json.loads(data)
    try:
        target.write(compiled(data))
    except typst.TypstError as error:
        errors.write(str(error))
        return 1
    return 0


if __name__ == "__main__":
    limit()
    sys.exit(main(sys.stdin, sys.stdout.buffer, sys.stderr))
