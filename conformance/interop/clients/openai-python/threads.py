"""The library as programs without coroutines use it: one thread reads, another speaks, with a minted secret.

Each event also has to be one of the library's own RealtimeServerEvent, as recv() says that it is; the library
itself lets everything pass.
"""

import threading
import time

import heard
import turn
from openai import OpenAI
from openai.types.realtime import RealtimeServerEvent
from pydantic import TypeAdapter, ValidationError

EVENTS = TypeAdapter(RealtimeServerEvent)


def main() -> None:
    told = heard.Heard()
    owner = OpenAI(api_key=heard.KEY, base_url=turn.BASE_URL)
    secret = owner.realtime.client_secrets.create(expires_after={"anchor": "created_at", "seconds": 300})
    client = OpenAI(api_key=secret.value, base_url=turn.BASE_URL)
    threading.Thread(target=_give_up, args=(told,), daemon=True).start()
    with client.realtime.connect(model=turn.MODEL) as connection:
        for event in connection:
            _check(event)
            if event.type == "session.created":
                connection.session.update(session=turn.SESSION)
            elif event.type == "session.updated":
                threading.Thread(target=_ask, args=(connection,), daemon=True).start()
            if answer := turn.tell(event, told):
                connection.conversation.item.create(item=answer)
                connection.response.create()
            if turn.ended(event, told):
                break
    told.finish()


def _ask(connection) -> None:
    if not turn.SPOKEN:
        connection.conversation.item.create(item=turn.question())
        connection.response.create()
        return
    for piece in turn.pieces():
        connection.input_audio_buffer.append(audio=piece)
        time.sleep(turn.PIECE)


def _check(event) -> None:
    try:
        EVENTS.validate_python(event.to_dict())
    except ValidationError as wrong:
        raise SystemExit(f"{event.type} is no RealtimeServerEvent: {wrong}") from None


def _give_up(told: heard.Heard) -> None:
    told.wait(30)
    time.sleep(5)
    told.finish()


if __name__ == "__main__":
    main()
