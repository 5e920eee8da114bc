"""Where the program is: --program."""

import pathlib

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


def pytest_addoption(parser):
    parser.addoption("--program", default=str(PACKAGE / ".build/debug/wikiguide"))


@pytest.fixture
def program(request):
    return request.config.getoption("--program")
