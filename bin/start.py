"""Prepares the folder step by step and hands over to the server; called by bin/run, needs only Python."""

import os
import subprocess
import sys

from steps import PYTHON, ROOT, Failed, alone, build_page, install, say, step


def main(options: list[str]) -> int:
    try:
        with alone():
            step("Packages", lambda: install("requirements.txt"))
            if subprocess.run((PYTHON, "-m", "taskchat.preflight"), cwd=ROOT, check=False).returncode:
                return 1
            if "--dev" not in options:
                step("Page", build_page)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130
    os.chdir(ROOT)
    arguments = ("-m", "reflex", "run") if "--dev" in options else ("bin/serve.py", *options)
    os.execv(PYTHON, (str(PYTHON), *arguments))
    return 0  # never reached: the server has taken this process over


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
