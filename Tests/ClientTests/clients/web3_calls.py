"""web3's synchronous provider: one connection under a lock, JSON and a line feed, batches as arrays."""
from community import CAMPAIGN_UNKNOWN, IDEAS, META, NO_CAMPAIGN, check_listing, listing, need, socket_path

web3, = need("web3")
provider = web3.IPCProvider(socket_path("ideas"), timeout=30)

assert provider.make_request("rpc.ping", [])["result"] == "pong"
check_listing(provider.make_request("ideas.list", listing(3))["result"], 3)
check_listing(provider.make_request("ideas.list", listing(IDEAS))["result"], IDEAS)

answer = provider.make_request("ideas.list", {"campaign": NO_CAMPAIGN, "_meta": META})
assert answer["error"]["code"] == CAMPAIGN_UNKNOWN, answer

answers = provider.make_batch_request([("rpc.ping", []), ("ideas.list", listing(2)), ("ideas.nothing", [])])
assert [("result" in answer) for answer in answers] == [True, True, False], answers
assert answers[2]["error"]["code"] == -32601, answers[2]
