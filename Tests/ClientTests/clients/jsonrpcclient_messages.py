"""jsonrpcclient has a model of messages of its own, and leaves it to others to carry them."""
import json
import socket

from community import CAMPAIGN_UNKNOWN, IDEAS, META, NO_CAMPAIGN, check_listing, listing, need, socket_path

rpc, = need("jsonrpcclient")
connection = socket.socket(socket.AF_UNIX)
connection.connect(socket_path("ideas"))
lines = connection.makefile("rb")


def send(message):
    connection.sendall(json.dumps(message).encode() + b"\n")


def exchange(message):
    send(message)
    return rpc.parse(json.loads(lines.readline()))


assert exchange(rpc.request("rpc.ping")).result == "pong"
check_listing(exchange(rpc.request("ideas.list", params=listing(IDEAS))).result, IDEAS)
error = exchange(rpc.request("ideas.list", params={"campaign": NO_CAMPAIGN, "_meta": META}))
assert isinstance(error, rpc.Error) and error.code == CAMPAIGN_UNKNOWN, error
assert exchange(rpc.request_uuid("rpc.ping")).result == "pong"

send(rpc.notification("ideas.nothing"))
answers = list(exchange([rpc.request("rpc.ping"), rpc.notification("rpc.ping"), rpc.request("ideas.nothing")]))
assert [type(answer) for answer in answers] == [rpc.Ok, rpc.Error], answers
assert answers[1].code == -32601
