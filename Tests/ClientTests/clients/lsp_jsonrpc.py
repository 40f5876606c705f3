"""python-lsp-jsonrpc: Content-Length blocks, and cancellation of a call that is under way."""
import concurrent.futures
import socket
import threading
import time

from community import CAMPAIGN_UNKNOWN, IDEAS, META, NO_CAMPAIGN, check_listing, listing, need, socket_path

endpoint_module, streams, exceptions = need("pylsp_jsonrpc.endpoint", "pylsp_jsonrpc.streams", "pylsp_jsonrpc.exceptions")
connection = socket.socket(socket.AF_UNIX)
connection.connect(socket_path("ideas"))
reader = streams.JsonRpcStreamReader(connection.makefile("rb"))
writer = streams.JsonRpcStreamWriter(connection.makefile("wb"))
endpoint = endpoint_module.Endpoint({}, writer.write)
received = []


def consume(message):
    received.append(message)
    try:
        endpoint.consume(message)
    except concurrent.futures.InvalidStateError:
        pass  # The client gives the answer to a cancelled call to a future that takes no more.


threading.Thread(target=reader.listen, args=(consume,), daemon=True).start()

assert endpoint.request("rpc.ping").result(30) == "pong"
check_listing(endpoint.request("ideas.list", listing(IDEAS)).result(30), IDEAS)
try:
    endpoint.request("ideas.list", {"campaign": NO_CAMPAIGN, "_meta": META}).result(30)
    raise SystemExit("an unknown campaign was listed")
except exceptions.JsonRpcException as error:
    assert error.code == CAMPAIGN_UNKNOWN, error.code

started = time.monotonic()
position = 0
while True:
    batch = endpoint.request("ideas.events.read", {"after": position, "limit": 500, "_meta": META}).result(30)["events"]
    if not batch:
        break
    position = batch[-1]["position"]
waiting = endpoint.request("ideas.events.read", {"after": position, "waitMs": 20000, "_meta": META})
number = len(received)
assert endpoint.request("rpc.ping").result(30) == "pong", "a call that waits keeps nobody else waiting"
waiting.cancel()
while not any(message.get("error", {}).get("code") == -32800 for message in received[number:]):
    assert time.monotonic() - started < 10, f"not cancelled: {received[number:]}"
    time.sleep(0.01)
assert endpoint.request("rpc.ping").result(30) == "pong"
