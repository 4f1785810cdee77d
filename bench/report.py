"""Figures, their targets, and the table they are printed as."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

RESULTS = Path(__file__).parent / "results.json"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number; at most (or `at_least`) `target` is good, None = shown for comparison only."""

    name: str
    value: float
    unit: str
    target: float | None = None
    note: str = ""
    at_least: bool = False

    @property
    def missed(self) -> bool:
        if self.target is None:
            return False
        return self.value < self.target if self.at_least else self.value > self.target


def p50(values: Sequence[float]) -> float:
    return median(values)


def p95(values: Sequence[float]) -> float:
    """The 95th percentile, by the inclusive method."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def table(figures: Sequence[Figure]) -> str:
    rows = [("what", "measured", "target", ""), *(_row(f) for f in figures)]
    widths = [max(len(row[i]) for row in rows) for i in range(3)]
    return "\n".join(f"{r[0]:<{widths[0]}}  {r[1]:>{widths[1]}}  {r[2]:>{widths[2]}}  {r[3]}".rstrip() for r in rows)


def _row(figure: Figure) -> tuple[str, str, str, str]:
    target = "" if figure.target is None else f"{'≥' if figure.at_least else '≤'} {figure.target:g} {figure.unit}"
    note = "  ".join(filter(None, ("MISSED" if figure.missed else "", figure.note)))
    return figure.name, f"{figure.value:.1f} {figure.unit}".rstrip(), target.rstrip(), note


def write(figures: Sequence[Figure], path: Path = RESULTS) -> None:
    """Keep the figures beside the kind of machine they were measured on."""
    kind = {"cores": os.cpu_count(), "system": platform.system(), "python": platform.python_version()}
    body = {"measured": datetime.now(UTC).date().isoformat(), "machine": kind, "figures": [asdict(f) for f in figures]}
    path.write_text(json.dumps(body, indent=1, ensure_ascii=False) + "\n")
