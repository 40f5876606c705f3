"""What every script here is told: where the services listen, and a token with which they may be called."""
import importlib
import os
import sys

DATA = sys.argv[1]
META = {"authorization": os.environ["WELLSPRING_TEST_TOKEN"]}
CAMPAIGN = os.environ["WELLSPRING_TEST_CAMPAIGN"]
NO_CAMPAIGN = "cmp_00000000000000000000000000"
CAMPAIGN_UNKNOWN = 2012
IDEAS = 450
PACKAGE_MISSING = 77
DATA_MISSING = 78


def socket_path(service):
    return f"{DATA}/run/{service}.sock"


def need(*modules):
    """Imports modules of others; a machine without one of them skips the test."""
    try:
        return [importlib.import_module(name) for name in modules]
    except ImportError as error:
        print(error)
        sys.exit(PACKAGE_MISSING)


def listing(limit):
    return {"campaign": CAMPAIGN, "limit": limit, "_meta": META}


def check_listing(reply, size):
    """A reply of about 900 kB has to arrive whole."""
    assert len(reply["items"]) == size, len(reply["items"])
    assert len({item["idea"] for item in reply["items"]}) == size
    if size == IDEAS:
        bytes_of_titles = sum(len(item["title"].encode()) + sum(len(tag.encode()) for tag in item["tags"])
                              for item in reply["items"])
        assert bytes_of_titles > 800_000, bytes_of_titles
