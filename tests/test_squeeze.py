"""The page's gzip files are made smaller, and say the same."""

import gzip
import subprocess
import sys
from pathlib import Path

from tests.source import ROOT


def test_a_squeezed_file_is_smaller_and_says_the_same(tmp_path: Path) -> None:
    script = (ROOT / "taskchat/ui/chat/composer.jsx").read_bytes()
    (tmp_path / "page.js").write_bytes(script)
    packed = tmp_path / "page.js.gz"
    packed.write_bytes(gzip.compress(script))
    before = packed.stat().st_size

    subprocess.run([sys.executable, ROOT / "bin/squeeze.py", tmp_path], check=True)

    assert gzip.decompress(packed.read_bytes()) == script
    assert packed.stat().st_size < before
