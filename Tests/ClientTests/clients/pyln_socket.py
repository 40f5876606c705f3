"""pyln-client opens a connection for each call, sends no terminator, and waits for a blank line."""
from community import CAMPAIGN_UNKNOWN, IDEAS, META, NO_CAMPAIGN, check_listing, listing, need, socket_path

lightning, = need("pyln.client.lightning")
rpc = lightning.UnixDomainSocketRpc(socket_path("ideas"))

assert rpc.call("rpc.ping") == "pong"
check_listing(rpc.call("ideas.list", listing(3)), 3)
check_listing(rpc.call("ideas.list", listing(IDEAS)), IDEAS)

try:
    rpc.call("ideas.list", {"campaign": NO_CAMPAIGN, "_meta": META})
    raise SystemExit("an unknown campaign was listed")
except lightning.RpcError as error:
    assert error.error["code"] == CAMPAIGN_UNKNOWN, error.error
    assert error.error["data"]["reason"] == "campaignUnknown", error.error
try:
    rpc.call("ideas.nothing")
    raise SystemExit("a method that does not exist was answered")
except lightning.RpcError as error:
    assert error.error["code"] == -32601, error.error
