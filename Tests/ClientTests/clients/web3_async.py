"""web3's asynchronous provider: calls are pipelined and told apart by their ids; a blank line would break it."""
import asyncio

from community import CAMPAIGN_UNKNOWN, IDEAS, META, NO_CAMPAIGN, check_listing, listing, need, socket_path

web3, = need("web3")


async def main():
    provider = web3.AsyncIPCProvider(socket_path("ideas"), request_timeout=30)
    await provider.connect()
    answers = await asyncio.gather(*[provider.make_request("ideas.list", listing(1 + place)) for place in range(20)])
    assert [len(answer["result"]["items"]) for answer in answers] == list(range(1, 21))
    check_listing((await provider.make_request("ideas.list", listing(IDEAS)))["result"], IDEAS)
    answer = await provider.make_request("ideas.list", {"campaign": NO_CAMPAIGN, "_meta": META})
    assert answer["error"]["code"] == CAMPAIGN_UNKNOWN, answer
    answers = await provider.make_batch_request([("rpc.ping", []), ("ideas.list", listing(2))])
    assert answers[0]["result"] == "pong" and len(answers[1]["result"]["items"]) == 2, answers
    await provider.disconnect()


asyncio.run(main())
