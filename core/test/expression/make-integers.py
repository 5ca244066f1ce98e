"""Writes integers.json: what NumPy's default_rng(seed).integers(low, high, size, endpoint=…) gives. Run: python3 make-integers.py"""

import json
import pathlib

import numpy as np

SEEDS = [0, 1, 2, 42, 12345, 2**31, 2**32 - 1, 2**32, 2**64 + 7, 2**127 - 1, 2**128, 2**200 + 12345]
RANGES = [(0, 1), (0, 2), (0, 10), (1, 7), (-5, 5), (0, 100), (0, 2**31), (-7, 2**32 - 7), (0, 2**32 - 1), (0, 2**32 + 1)]
RANGES += [(0, 3 * 2**30), (-(2**31) - 1, 2**31), (0, 2**33 + 5), (5, 3 * 2**61), (-(2**63), 2**63), (-(2**63), 2**63 - 1), (0, 2**63)]


def numbers(seed, low, high, size):
    return np.random.default_rng(seed).integers(low, high, size)


cases = []
for seed in SEEDS:
    for low, high in RANGES:
        cases.append({"seed": str(seed), "low": str(low), "high": str(high), "first": [str(n) for n in numbers(seed, low, high, 7)]})
        many = numbers(seed, low, high, 1001)
        cases[-1]["sum"] = str(sum(int(n) * (k + 1) for k, n in enumerate(many)))

pathlib.Path(__file__).with_name("integers.json").write_text(json.dumps({"numpy": np.__version__, "cases": cases}, indent=1) + "\n")
