"""PyMongo."""

import concurrent.futures
import json
import os
import sys
import time
import traceback

from pymongo import ASCENDING, MongoClient
from pymongo.errors import DuplicateKeyError, OperationFailure, ServerSelectionTimeoutError

with open(os.environ["TELAMON_DRIVERS"], encoding="utf-8") as file:
    AT = json.load(file)

SUITE = "PyMongo"
CHECKS = []


def check(what):
    """Marks a function as one of the checks, which run in the order in which they are written."""
    return lambda holds: CHECKS.append((what, holds)) or holds


def client_of(uri, **options):
    return MongoClient(uri, serverSelectionTimeoutMS=3000, **options)


def fails(code, something):
    """Something has to be refused with an error of that code."""
    try:
        something()
    except OperationFailure as error:
        assert error.code == code, f"code {error.code}: {error}"
    else:
        raise AssertionError(f"is not refused with code {code}")


@check("connects by the standard string and is who it says")
def _():
    with client_of(AT["admin"]) as client:
        users = client.admin.command("connectionStatus")["authInfo"]["authenticatedUsers"]
        assert users == [{"user": "writer", "db": "admin"}], users


@check("is refused with a wrong password, and as a user of another project")
def _():
    for who in ("wrong", "foreign"):
        with client_of(AT[who]) as client:
            fails(8000, lambda: client.shop.things.find_one())


@check("is not let in from an address that is not on the list")
def _():
    with client_of(AT["unlisted"]) as client:
        try:
            client.shop.things.find_one()
        except ServerSelectionTimeoutError:
            return
        raise AssertionError("is let in")


@check("creates, reads, updates and deletes")
def _():
    with client_of(AT["admin"]) as client:
        things = client.shop.things
        assert len(things.insert_many([{"_id": i, "n": i} for i in range(1, 4)]).inserted_ids) == 3
        assert things.update_many({"n": {"$gte": 2}}, {"$set": {"big": True}}).modified_count == 2
        assert things.replace_one({"_id": 9}, {"n": 9}, upsert=True).upserted_id == 9
        assert things.find_one_and_delete({"_id": 9}) == {"_id": 9, "n": 9}
        assert things.find_one({"_id": 2}) == {"_id": 2, "n": 2, "big": True}
        assert things.count_documents({"big": True}) == 2


@check("lets a read-only user read, and not write")
def _():
    with client_of(AT["reader"]) as client:
        assert client.shop.things.count_documents({}) == 3
        fails(8000, lambda: client.shop.things.insert_one({"_id": 4}))


@check("reads a cursor of many batches in order")
def _():
    with client_of(AT["admin"]) as client:
        client.shop.many.insert_many([{"_id": i, "even": i % 2 == 0} for i in range(1000)])
        ids = [one["_id"] for one in client.shop.many.find(batch_size=100).sort("_id", ASCENDING)]
        assert ids == list(range(1000))


@check("makes indexes, which may be unique")
def _():
    with client_of(AT["admin"]) as client:
        indexed = client.shop.indexed
        indexed.create_index("name", unique=True)
        indexed.insert_one({"name": "a"})
        try:
            indexed.insert_one({"name": "a"})
            raise AssertionError("is inserted twice")
        except DuplicateKeyError as error:
            assert error.code == 11000
        assert sorted(indexed.index_information()) == ["_id_", "name_1"]


@check("aggregates")
def _():
    with client_of(AT["admin"]) as client:
        groups = client.shop.many.aggregate(
            [
                {"$match": {"_id": {"$lt": 100}}},
                {"$group": {"_id": "$even", "n": {"$sum": 1}}},
                {"$sort": {"_id": 1}},
            ]
        )
        assert list(groups) == [{"_id": False, "n": 50}, {"_id": True, "n": 50}]


@check("works in a session")
def _():
    with client_of(AT["admin"]) as client, client.start_session() as session:
        client.shop.things.insert_one({"_id": "in a session"}, session=session)
        assert client.shop.things.find_one({"_id": "in a session"}, session=session)


@check("runs 1000 operations at once")
def _():
    with client_of(AT["admin"]) as client, concurrent.futures.ThreadPoolExecutor(100) as threads:
        counters = client.shop.counters
        counters.insert_many([{"_id": i, "n": 0} for i in range(10)])
        list(threads.map(lambda i: counters.update_one({"_id": i % 10}, {"$inc": {"n": 1}}), range(1000)))
        assert counters.count_documents({"n": 100}) == 10


@check("is refused what the tier does not run")
def _():
    with client_of(AT["admin"]) as client:
        fails(8000, lambda: list(client.shop.things.find({"$where": "true"})))
        fails(8000, lambda: list(client.shop.things.find(no_cursor_timeout=True)))
        fails(59, lambda: client.shop.command("noSuchCommand"))


@check("meets the limits of names, nesting, pipelines, databases and collections")
def _():
    with client_of(AT["narrow"]) as client:
        client.a.x.insert_one({})
        client.b.y.insert_one({})
        fails(8000, lambda: client.elevenchars.x.insert_one({}))
        fails(8000, lambda: client.a["c" * 29].insert_one({}))
        fails(8000, lambda: client.a.x.insert_one({"a": {"b": {"c": {"d": {"e": {"f": 1}}}}}}))
        fails(8000, lambda: client.a.x.aggregate([{"$match": {}}] * 4))
        fails(8000, lambda: client.c.z.insert_one({}))
        client.a.create_collection("third")
        fails(8000, lambda: client.a.create_collection("fourth"))


@check("meets the limit of storage, and may still delete")
def _():
    with client_of(AT["full"]) as client:

        def fill():
            while True:
                client.shop.things.insert_many([{"text": "x" * 5000} for _ in range(20)])
                time.sleep(0.2)

        fails(8000, fill)
        assert client.shop.things.delete_many({}).deleted_count > 0


@check("waits at the limit of operations, and is not refused")
def _():
    with client_of(AT["slow"]) as client, concurrent.futures.ThreadPoolExecutor(20) as threads:
        list(threads.map(lambda i: client.shop.things.insert_one({"_id": i}), range(60)))
        assert client.shop.things.count_documents({}) == 60


for number, (name, held) in enumerate(CHECKS):
    try:
        held()
    except Exception:  # whatever it is, it is why the check failed
        print(f"FAILED {SUITE}: {name}\n{traceback.format_exc()}\n{SUITE}: {number} passed, 1 failed")
        sys.exit(1)
    print(f"ok     {SUITE}: {name}", flush=True)
print(f"{SUITE}: {len(CHECKS)} passed, 0 failed")
