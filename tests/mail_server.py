"""A mail server of a few lines, for what only a real connection shows."""

import socketserver
import threading
from contextlib import contextmanager


class Greeted(socketserver.StreamRequestHandler):
    """One connection: it takes what it gets, and refuses to deliver to the address that the server says."""

    def handle(self):
        self.server.greeted += 1
        self.say("220 here")
        for line in self.rfile:
            self.answer(line.decode().strip())

    def answer(self, line):
        verb = line.partition(" ")[0].upper()
        if verb == "RCPT" and self.server.refused and self.server.refused in line:
            self.say("550 not here")
        elif verb == "DATA":
            self.say("354 go on")
            self.server.taken.append(b"".join(iter(self.rfile.readline, b".\r\n")).decode())
            self.say("250 taken")
        else:
            self.say("221 bye" if verb == "QUIT" else "250 all right")

    def say(self, text):
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def mail_server(settings, refused=""):
    """The site sends its mail to it; `greeted` counts the connections, `taken` holds the mails."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Greeted) as server:
        server.greeted, server.taken, server.refused = 0, [], refused
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield server
        server.shutdown()
