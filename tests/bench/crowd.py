"""A room full of phones: each keeps one connection, asks whether there is news, and sends what it is told to."""

import asyncio
import contextlib
import random
import time
from urllib.parse import urlencode

EVERY = 0.75  # seconds between two questions, as static/js/live.js does
ON_A_SCREEN = 0.4  # and static/js/board.js
TOKEN = "a" * 32  # what the form and the cookie must have in common


class Phone:
    """One connection that asks one thing at a time; it opens again when the server closed it."""

    def __init__(self, port, cookie):
        self.port, self.cookie = port, cookie
        self.etag = ""
        self.seen = []  # (moment, what the answer said), for each answer with news
        self.asked = 0
        self.link = None
        self.turn = asyncio.Lock()

    async def ask(self, method, path, headers=(), body=b""):
        async with self.turn:
            for last in (False, True):
                try:
                    return await self.once(method, path, headers, body)
                except (OSError, asyncio.IncompleteReadError):
                    await self.leave()
                    if last:
                        raise
        return None

    async def once(self, method, path, headers, body):
        if self.link is None:
            self.link = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.link
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Cookie: {self.cookie}", *headers]
        writer.write("\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode() + body)
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        found = {name.lower(): value for name, _colon, value in (line.partition(": ") for line in head[1:])}
        status = int(head[0].split()[1])
        content = await reader.readexactly(int(found.get("content-length", 0))) if status != 304 else b""
        if found.get("connection", "").lower() == "close":
            await self.leave()
        return status, found, content

    async def leave(self):
        link, self.link = self.link, None
        if link:
            link[1].close()
            with contextlib.suppress(OSError):
                await link[1].wait_closed()

    async def send(self, path, **form):
        headers = ("Content-Type: application/x-www-form-urlencoded", f"X-CSRFToken: {TOKEN}", "X-Part: step")
        status, _headers, _content = await self.ask("POST", path, headers, urlencode(form).encode())
        return status

    async def watch(self, path, until, every=EVERY):
        """Ask for news until that moment; only an answer with news is kept."""
        await asyncio.sleep(random.random() * every)
        while time.monotonic() < until:
            status, headers, content = await self.ask("GET", path, (f"If-None-Match: {self.etag}", "X-Part: board"))
            self.asked += 1
            if status == 200:
                self.etag = headers.get("etag", "")
                self.seen.append((time.monotonic(), content))
            await asyncio.sleep(every * (0.9 + random.random() / 5))
