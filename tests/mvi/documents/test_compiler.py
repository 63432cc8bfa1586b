"""The child that makes the PDF: it limits itself, and says why it refuses."""

import io
import json
import resource
import runpy
import sys
from types import SimpleNamespace

import pytest

from mvi.documents import compiler, pdf
from mvi.documents.nodes import Document, Figure
from tests.mvi.documents import examples


@pytest.fixture
def channels(monkeypatch):
    """Standard input with this text, and what comes out."""

    def with_input(document):
        target = io.BytesIO()
        monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(pdf.as_data(document, examples.house()))))
        monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=target))
        return target

    return with_input


@pytest.fixture
def limits(monkeypatch):
    """The limits that are set, instead of setting them for the tests."""
    found = []
    monkeypatch.setattr(resource, "setrlimit", lambda *limit: found.append(limit))
    return found


def test_the_program_limits_itself_before_it_reads(channels, limits):
    target = channels(Document("Titel", []))

    with pytest.raises(SystemExit) as end:
        runpy.run_path(compiler.__file__, run_name="__main__")

    assert end.value.code == 0
    assert target.getvalue().startswith(b"%PDF-1.7")
    assert [(name, soft) for name, (soft, _hard) in limits] == [
        (resource.RLIMIT_AS, compiler.MEMORY),
        (resource.RLIMIT_CPU, compiler.SECONDS),
    ]


def test_a_refusal_is_said_on_standard_error(channels, limits, capsys):
    target = channels(Document("Titel", [Figure(examples.PICTURE, "")]))

    with pytest.raises(SystemExit) as end:
        runpy.run_path(compiler.__file__, run_name="__main__")

    assert end.value.code == 1
    assert target.getvalue() == b""
    assert "missing alt text" in capsys.readouterr().err
