"""aiohttp posts over a Unix socket: calls, batches, health, metrics."""
import asyncio

from community import CAMPAIGN_UNKNOWN, IDEAS, META, NO_CAMPAIGN, check_listing, listing, need, socket_path

aiohttp, = need("aiohttp")


def request(method, params=None, number=1):
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params or {}}


async def main():
    connector = aiohttp.UnixConnector(socket_path("ideas"))
    async with aiohttp.ClientSession("http://localhost", connector=connector) as session:
        async def post(body, headers=None):
            async with session.post("/", json=body, headers=headers) as response:
                return response.status, await response.json() if response.status != 204 else None

        assert await post(request("rpc.ping")) == (200, {"jsonrpc": "2.0", "id": 1, "result": "pong"})
        status, answer = await post(request("ideas.list", listing(IDEAS)))
        assert status == 200
        check_listing(answer["result"], IDEAS)
        headers = {"Authorization": "Bearer " + META["authorization"]}
        status, answer = await post(request("ideas.list", {"campaign": NO_CAMPAIGN}), headers)
        assert status == 200 and answer["error"]["code"] == CAMPAIGN_UNKNOWN, answer
        status, answer = await post(request("ideas.list"))
        assert status == 401 and answer["error"]["code"] == -32001, (status, answer)
        status, answers = await post([request("rpc.ping"), request("ideas.nothing", number=2)])
        assert status == 200 and [answer["id"] for answer in answers] == [1, 2], answers
        status, _ = await post({"jsonrpc": "2.0", "method": "rpc.ping"})
        assert status == 204, status
        async with session.get("/readyz") as response:
            assert response.status == 200
        async with session.get("/metrics") as response:
            assert "# TYPE" in await response.text()


asyncio.run(main())
