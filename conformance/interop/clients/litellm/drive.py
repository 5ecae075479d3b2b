"""LiteLLM as a gateway and inside a program; the scenario says which conversation it is.

    drive.py gateway    a gateway is started, a client talks through it, and the gateway is ended
    drive.py inside     litellm._arealtime in this process, with an object in the place of a client's socket
"""

import asyncio
import os
import pathlib
import sys

import heard

sys.path.append(str(pathlib.Path(heard.__file__).resolve().parents[1]))


def main() -> None:
    told = heard.Heard()
    if sys.argv[1] == "gateway":
        _through_a_gateway(told)
    else:
        asyncio.run(_inside(told))
    told.finish()


def _through_a_gateway(told: heard.Heard) -> None:
    import documents
    import gateway
    import through

    with gateway.running() as address:
        if heard.SCENARIO in documents.LANGUAGES:
            documents.play(address, told)
        else:
            asyncio.run(through.converse(address, told))


async def _inside(told: heard.Heard) -> None:
    os.environ |= {"XAI_API_BASE": heard.URL.replace("ws://", "http://").removesuffix("/realtime"),
                   "LITELLM_LOCAL_MODEL_COST_MAP": "True"}
    import cases
    import inside

    if heard.SCENARIO in cases.OF_SCENARIO:
        await cases.play(told)
    else:
        await inside.connect(inside.Talking(told))


if __name__ == "__main__":
    main()
