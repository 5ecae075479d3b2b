"""A WebSocket client as small as it can be: for the first session, and for what a server says in a turn."""

import base64
import json
import os
import socket
import struct
import time


class Wire:
    """One connection; ws://127.0.0.1:PORT/PATH."""

    def __init__(self, port, path="/v1/realtime", wait=30):
        end = time.monotonic() + wait
        while True:
            try:
                self.socket = socket.create_connection(("127.0.0.1", port), timeout=wait)
                break
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.001)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
                             f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
                             "Sec-WebSocket-Version: 13\r\nAuthorization: Bearer bench\r\n\r\n").encode())
        self.buffer = b""
        head = self._until(b"\r\n\r\n")
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise OSError(head.decode(errors="replace"))

    def _fill(self):
        more = self.socket.recv(65536)
        if not more:
            raise OSError("the server closed the connection")
        self.buffer += more

    def _until(self, mark):
        while mark not in self.buffer:
            self._fill()
        head, _, self.buffer = self.buffer.partition(mark)
        return head

    def _take(self, count):
        while len(self.buffer) < count:
            self._fill()
        taken, self.buffer = self.buffer[:count], self.buffer[count:]
        return taken

    def hear(self):
        """The next text message; other frames are passed over."""
        text = b""
        while True:
            first, second = self._take(2)
            size = second & 127
            if size == 126:
                size = struct.unpack(">H", self._take(2))[0]
            elif size == 127:
                size = struct.unpack(">Q", self._take(8))[0]
            payload = self._take(size)
            if first & 15 in (0, 1):
                text += payload
                if first & 128:
                    return text.decode()

    def say(self, event):
        payload = json.dumps(event).encode()
        size = len(payload)
        head = bytes([129, 128 | size]) if size < 126 else bytes([129, 254]) + struct.pack(">H", size)
        self.socket.sendall(head + bytes(4) + payload)

    def hear_until(self, kind):
        """All messages up to the first of this type."""
        heard = []
        while True:
            heard.append(self.hear())
            if json.loads(heard[-1])["type"] == kind:
                return heard

    def close(self):
        self.socket.close()
