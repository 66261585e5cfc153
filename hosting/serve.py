#!/usr/bin/env python3
"""Serves the page that lies beside this file, on this machine only, and opens it in the browser.

    python3 serve.py [PORT]

For a USB stick or a laptop without network: Python 3.8 or newer, nothing else. Ctrl+C ends it.
"""

import functools
import http.server
import pathlib
import sys
import webbrowser


class Handler(http.server.SimpleHTTPRequestHandler):
    # Windows takes types from its registry, where other programs may have left anything.
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".css": "text/css",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }

    def end_headers(self):
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format, *args):
        pass


def folder_of_the_page():
    here = pathlib.Path(__file__).resolve().parent
    for folder in (here, here / "dist", here.parent / "dist"):
        if (folder / "index.html").is_file() and (folder / "assets").is_dir():
            return folder
    sys.exit(f"No built page beside {here / 'serve.py'}: put this file into the folder that holds index.html and assets.")


def wanted_port():
    if len(sys.argv) < 2:
        return None
    if len(sys.argv) > 2 or not sys.argv[1].isdecimal() or int(sys.argv[1]) > 65535:
        sys.exit(__doc__)
    return int(sys.argv[1])


def open_server(handler, port):
    # Names, settings and the installed page belong to an address: the same port every time, if it is free.
    for each in [8080, 0] if port is None else [port]:
        try:
            return http.server.ThreadingHTTPServer(("127.0.0.1", each), handler)
        except OSError as error:
            problem = error
    sys.exit(f"Port {port} cannot be used ({problem.strerror}): choose another, or none.")


def main():
    handler = functools.partial(Handler, directory=str(folder_of_the_page()))
    server = open_server(handler, wanted_port())
    address = f"http://localhost:{server.server_address[1]}/"
    print(f"The page is at {address} (Ctrl+C ends it)", flush=True)
    webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
