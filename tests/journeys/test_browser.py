"""The browser of the journeys itself."""

import os
import signal


def test_a_browser_that_does_not_answer_makes_room_for_another(browser, live_server):
    context = browser.open(base_url=live_server.url)
    first = browser.number
    os.kill(first, signal.SIGSTOP)

    with browser.answering(seconds=1):
        context.close()

    context = browser.open(base_url=live_server.url)
    assert browser.number != first
    assert context.new_page().goto("/").ok
    with browser.answering():
        context.close()
