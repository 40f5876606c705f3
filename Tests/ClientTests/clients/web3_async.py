"""web3's asynchronous provider: calls are pipelined and told apart by their ids; a blank line would break it."""
import asyncio

from community import CAMPAIGN_UNKNOWN, IDEAS, META, NO_CAMPAIGN, check_listing, listing, need, socket_path

web3, exceptions = need("web3", "web3.exceptions")


async def main():
    provider = web3.AsyncIPCProvider(socket_path("ideas"), request_timeout=30)
    await provider.connect()
    answers = await asyncio.gather(*[provider.make_request("ideas.list", listing(1 + place)) for place in range(20)])
    assert [len(answer["result"]["items"]) for answer in answers] == list(range(1, 21))
    check_listing((await provider.make_request("ideas.list", listing(IDEAS)))["result"], IDEAS)
    answers = await provider.make_batch_request([("rpc.ping", []), ("ideas.list", listing(2))])
    assert answers[0]["result"] == "pong" and len(answers[1]["result"]["items"]) == 2, answers
    # Below its middleware this client knows of no request that an error could belong to: it ends its listener with it.
    try:
        await provider.make_request("ideas.list", {"campaign": NO_CAMPAIGN, "_meta": META})
        raise SystemExit("an unknown campaign was listed")
    except exceptions.Web3RPCError as error:
        assert error.rpc_response["error"]["code"] == CAMPAIGN_UNKNOWN, error.rpc_response


asyncio.run(main())
