"""How Reflex builds and serves the page; everything an operator can set comes from `taskchat.config`.

The page is built with `REFLEX_ENV_MODE=prod reflex export --frontend-only --no-zip` (once
for every port and public address, see `taskchat.ui.same_origin`) and served with the rest on one port by uvicorn:
`__REFLEX_SKIP_COMPILE=true __REFLEX_MOUNT_FRONTEND_COMPILED_APP=true REFLEX_ENV_MODE=prod
uvicorn --factory taskchat.taskchat:app`. `bin/run` does both.
"""

import os
import subprocess
import sys
from pathlib import Path

import reflex as rx

from taskchat.config import load_settings
from taskchat.ui.design.theme import TAILWIND
from taskchat.ui.few_scripts import FewScripts
from taskchat.ui.same_origin import SameOrigin

# Node and bun come from PyPI wheels; Reflex looks for them on PATH.
_BIN = str(Path(sys.executable).parent)
if os.environ.get("PATH", "").split(os.pathsep)[0] != _BIN:
    os.environ["PATH"] = os.pathsep.join([_BIN, os.environ.get("PATH", "")])

for name, value in {
    "REFLEX_USE_SYSTEM_BUN": "true",
    "REFLEX_TELEMETRY_ENABLED": "false",
    "REFLEX_CHECK_LATEST_VERSION": "false",
    # A lost connection shows within five seconds (S-01; the defaults are 25 s and 120 s): at the latest after
    # both together. The second is longer than a slow line's round trip, which must not count as lost.
    "REFLEX_SOCKET_INTERVAL": "1500ms",
    "REFLEX_SOCKET_TIMEOUT": "3s",
}.items():
    os.environ.setdefault(name, value)

if "NPM_CONFIG_REGISTRY" not in os.environ and "__REFLEX_SKIP_COMPILE" not in os.environ:
    # Left alone, Reflex measures which registry answers first and may take a mirror nobody chose; npm knows its own.
    asked = subprocess.run(["npm", "config", "get", "registry"], capture_output=True, text=True, check=True)  # noqa: S607
    os.environ["NPM_CONFIG_REGISTRY"] = asked.stdout.strip()

settings = load_settings()
DEV_BACKEND = 8000
is_built = os.environ.get("REFLEX_ENV_MODE") == "prod"
frontends = {settings.address, *(f"http://{host}:{settings.port}" for host in ("localhost", "127.0.0.1"))}

config = rx.Config(
    app_name="taskchat",
    frontend_port=settings.port,
    backend_port=settings.port if is_built else DEV_BACKEND,
    backend_host=settings.host,
    api_url=settings.address if is_built else f"http://localhost:{DEV_BACKEND}",
    deploy_url=settings.address,
    cors_allowed_origins=sorted(frontends),
    state_manager_mode="memory",  # pyright: ignore[reportArgumentType] - Reflex reads the word
    telemetry_enabled=False,
    show_built_with_reflex=False,
    frozen_lockfile=True,
    plugins=[rx.plugins.TailwindV4Plugin(TAILWIND), SameOrigin(is_built), FewScripts()],
    disable_plugins=[rx.plugins.SitemapPlugin],
)
