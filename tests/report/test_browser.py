"""The page in a real browser: no script runs, no request is made, the title is ours."""

import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from attrs import evolve

from provenance.model.report import ReportData
from provenance.report import render_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PAYLOADS = (
    "<script>document.title='PWNED'</script><script src=//{host}/a></script>",
    '"><img src=http://{host}/b onerror="document.title=\'PWNED\'">',
    "'-alert(1)-'</style></title></textarea><svg onload=\"document.title='PWNED'\">",
    "<iframe src=\"javascript:parent.document.title='PWNED'\"></iframe>",
    "<meta http-equiv=refresh content='0;url=http://{host}/c'><base href=http://{host}/>",
    "<style>@import url(http://{host}/d);*{{background:url(http://{host}/e)}}</style>",
    "{{{{ cycler.__init__.__globals__ }}}}{{% include '/etc/hostname' %}}",
)


@pytest.fixture
def canary() -> Iterator[tuple[str, list[str]]]:
    """(host and port, requests so far) of a server that only listens."""
    requests: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.server_address[1]}", requests
    server.shutdown()
    thread.join()
    server.server_close()


def open_page(page: Path, profile: Path) -> str:
    """The page as the browser holds it after all that would run has run."""
    quiet = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync"
        " --disable-background-networking --disable-component-update --virtual-time-budget=2000"
    )
    command = [CHROMIUM or "", *quiet.split(), f"--user-data-dir={profile}", "--dump-dom", page.as_uri()]
    return subprocess.run(command, capture_output=True, timeout=60, check=True).stdout.decode()


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed")
@pytest.mark.parametrize("with_policy", [True, False])
def test_nothing_runs_and_nothing_is_asked_for(
    data: ReportData, fill: Callable, canary: tuple[str, list[str]], tmp_path: Path, with_policy: bool
) -> None:
    host, requests = canary
    hostile = "".join(PAYLOADS).format(host=host)
    page = tmp_path / "report.html"
    filled = fill(data, hostile)
    html = render_html(evolve(filled, title="A title " + hostile))
    if not with_policy:  # escaping has to be enough by itself
        html = html.replace('http-equiv="Content-Security-Policy"', "", 1)
    page.write_text(html, encoding="utf-8", newline="")
    seen = open_page(page, tmp_path / "profile")
    title = re.search(r"<title>(.*?)</title>", seen, re.DOTALL)
    assert title is not None
    assert title[1].startswith("A title &lt;script&gt;")
    assert title[1].endswith(": discrepancy report")
    assert requests == []


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed")
def test_listener_notices_a_request(canary: tuple[str, list[str]], tmp_path: Path) -> None:
    host, requests = canary
    page = tmp_path / "open.html"
    page.write_text(f"<img src=http://{host}/seen>", encoding="utf-8")
    open_page(page, tmp_path / "profile")
    assert requests == ["/seen"]
