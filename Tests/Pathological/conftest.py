"""Where the program is: --program; whether cases are as large as they are listed: --full."""

import pathlib

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


def pytest_addoption(parser):
    parser.addoption("--program", default=str(PACKAGE / ".build/debug/wikiguide"))
    parser.addoption("--full", action="store_true")


@pytest.fixture
def program(request):
    return request.config.getoption("--program")


@pytest.fixture
def full(request):
    return request.config.getoption("--full")
