"""Lets a page come as few scripts: each is a request, and its headers (U-03) are a kilobyte that nothing compresses."""

from typing import Unpack

import reflex as rx
from reflex_base.plugins import PreCompileContext

ANCHOR = "          groups: [\n"
REMEDY = """\
            // What every page needs is one script, what the workspace begins with another one; the rest comes later.
            {
              debugName: "pages",
              name: (id, graph) => {
                const above = new Set([id]);
                for (const one of above) graph.getModuleInfo(one)?.importers.forEach((by) => above.add(by));
                const begins = (route) => [...above].some((one) => one.includes(route));
                if (id.includes("/app/")) return null;
                if (begins("/app/root.jsx") || begins("/app/routes/[sign-in]")) return "frame";
                return begins("/app/routes/_index.jsx") ? "workspace" : null;
              },
            },
"""


class FewScripts(rx.plugins.Plugin):
    """Left to itself the bundler makes a file of whatever any two parts share."""

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        context["add_modify_task"]("vite.config.js", grouped)


def grouped(config: str) -> str:
    """The bundler's settings with these groups."""
    if REMEDY in config:
        return config
    if ANCHOR not in config:
        raise ValueError("Reflex changed the groups in vite.config.js: look at taskchat/ui/few_scripts.py again.")
    return config.replace(ANCHOR, ANCHOR + REMEDY, 1)
