"""A personal data server of the AT Protocol, for the connectors' tests: arroba, from PyPI, with everything in memory.

    atproto-server.py PORT HANDLE PASSWORD

arroba keeps repositories and holds every record against the published lexicons. What it does not have is added here: it
answers `uploadBlob` with 501, takes records whose pictures nobody uploaded, and fails on its own check of what
`deleteRecord` gives back. Handles are looked up in a table, since there is no network in a test.
"""

import hashlib
import os
import secrets
import sys

port, handle, password = int(sys.argv[1]), sys.argv[2], sys.argv[3]
os.environ.update(
    REPO_TOKEN=secrets.token_urlsafe(24), REPO_PASSWORD=password, PDS_HOST="localhost", PLC_HOST="plc.invalid")

from arroba import did, server, xrpc_identity, xrpc_repo, xrpc_server  # noqa: E402, F401
from arroba.repo import Repo  # noqa: E402
from arroba.storage import MemoryStorage  # noqa: E402
from arroba.util import new_key  # noqa: E402
from flask import Flask, request  # noqa: E402
from lexrpc.base import XrpcError  # noqa: E402
from lexrpc.flask_server import init_flask  # noqa: E402
from multiformats import CID, multihash  # noqa: E402

HANDLES = {handle: "did:plc:" + "o" * 24, "friend.example": "did:plc:" + "f" * 24}
# What the reference server takes, unless its owner says otherwise.
MOST_BYTES = 5 * 1024 * 1024
blobs = {}

did.resolve_handle = lambda name, get_fn=None: HANDLES.get(name)
server.storage = MemoryStorage()
Repo.create(server.storage, HANDLES[handle], handle=handle, signing_key=new_key())


@server.server.method("com.atproto.repo.uploadBlob", override=True)
def upload_blob(input):
    server.authenticate()
    if len(input) > MOST_BYTES:
        raise XrpcError("This file is too large.", name="BlobTooLarge")
    cid = CID("base32", 1, "raw", multihash.wrap(hashlib.sha256(input).digest(), "sha2-256"))
    blobs[str(cid)] = len(input)
    return {"blob": {"$type": "blob", "ref": cid, "mimeType": request.content_type, "size": len(input)}}


@server.server.method("com.atproto.repo.putRecord", override=True)
def put_record(input):
    for image in (input["record"].get("embed") or {}).get("images", []):
        blob = image["image"]
        if blobs.get(str(blob["ref"])) != blob["size"]:
            raise XrpcError("Could not find blob", name="BlobNotFound")
    return xrpc_repo.put_record(input)


@server.server.method("com.atproto.repo.deleteRecord", override=True)
def delete_record(input):
    xrpc_repo.delete_record(input)
    return {}


app = Flask("atproto-server")
init_flask(server.server, app)
# One request after another: the storage is not made for several at once.
app.run(host="127.0.0.1", port=port, threaded=False)
