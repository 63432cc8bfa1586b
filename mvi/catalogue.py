"""The Dutch catalogue: gathers the texts of the sources, compiles their translation, and says what is not in order.

`make messages` runs `python -m mvi.catalogue update`. With Babel, so that no GNU gettext need be on the machine.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

BASE_DIR = Path(__file__).resolve().parent.parent
LOCALE = BASE_DIR / "mvi" / "locale"
DUTCH = LOCALE / "nl" / "LC_MESSAGES" / "django.po"
ENGLISH = LOCALE / "en" / "LC_MESSAGES" / "django.po"  # our own texts are English already; it mends those of others
PACKAGES = ("mvi", "strategy", "pilots", "workshops")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# No dates and no names: those are in the history of the repository, and here they only make conflicts.
HEADER = r"""# The Dutch texts of MVI-kompas; `make messages` keeps the list of English texts complete.
msgid ""
msgstr ""
"Language: nl\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


def texts_in_sources(root=BASE_DIR):
    """A catalogue without translations of every text that the code and the templates mark for translation."""
    found = Catalog(locale="nl", fuzzy=False)
    for path in sources(root):
        source = path.read_text()
        if path.suffix != ".py":
            source = templatize(source, origin=str(path))
            # templatize keeps the place of each text; Babel reads Python, in which indentation matters.
            source = "\n".join(line.lstrip() for line in source.splitlines())
        for _line, message, _comments, context in extract("python", BytesIO(source.encode()), keywords=KEYWORDS):
            found.add(message, context=context)
    return found


def sources(root):
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path
    for path in sorted((root / "templates").rglob("*")):
        if path.is_file():
            yield path


def read(path=DUTCH):
    if not path.exists():
        return Catalog(locale="nl", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale="nl")


def update(path=DUTCH, root=BASE_DIR):
    """Add the new texts without a translation, drop those that are gone; never guess."""
    catalogue = read(path)
    catalogue.update(texts_in_sources(root), no_fuzzy_matching=True)
    body = BytesIO()
    write_po(body, catalogue, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + body.getvalue().decode().strip() + "\n")


def compile_all(*paths):
    """Write the .mo files that Django reads, unless they are newer than their catalogues."""
    for path in paths or (DUTCH, ENGLISH):
        compiled = path.with_suffix(".mo")
        if path.exists() and not (compiled.exists() and compiled.stat().st_mtime >= path.stat().st_mtime):
            content = BytesIO()
            write_mo(content, read(path))
            new = compiled.with_suffix(".mo.new")
            new.write_bytes(content.getvalue())
            new.replace(compiled)  # whole or not at all: two processes may compile at once


def problems(path=DUTCH, root=BASE_DIR):
    """What keeps the Dutch catalogue from being complete, one line for each text; empty when it is in order."""
    catalogue = read(path)
    wanted = {(message.context, message.id) for message in texts_in_sources(root) if message.id}
    there = {(message.context, message.id): message for message in catalogue if message.id}
    lines = [f"not in the catalogue, run `make messages`: {shown(key)}" for key in wanted - there.keys()]
    lines += [f"in no source any more, run `make messages`: {shown(key)}" for key in there.keys() - wanted]
    for key, message in there.items():
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if not all(texts):
            lines.append(f"not translated: {shown(key)}")
        elif message.fuzzy:
            lines.append(f"fuzzy: {shown(key)}")
        else:
            lines += [f"{error}: {shown(key)}" for error in message.check(catalogue)]
    return sorted(lines)


def shown(key):
    context, text = key
    text = text[0] if isinstance(text, tuple) else text
    return f"{text!r} ({context})" if context else repr(text)


def main(task, path=DUTCH, root=BASE_DIR):
    if task == "update":
        update(path, root)
        sys.stdout.write("".join(f"{line}\n" for line in problems(path, root)) or "The Dutch catalogue is complete.\n")
    compile_all(path, ENGLISH)


if __name__ == "__main__":
    main(*sys.argv[1:])
