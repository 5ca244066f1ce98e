"""NumPy, as a contender and as the maker of everybody's numbers. One JSON object a line, in and out."""

import hashlib
import json
import sys
import time

import numpy as np


def make(case, path):
    """Writes the elements of a case in C order of the array that lies in memory."""
    rng = np.random.default_rng(20240607)
    dtype, fill = np.dtype(case["dtype"]), case["fill"]
    n = int(np.prod(case["shape"]))
    if fill == "descending":
        a = np.arange(n, 0, -1).astype(dtype)
    elif fill == "constant":
        a = np.full(n, 7, dtype)
    elif dtype.kind == "f":
        a = rng.random(n).astype(dtype)
        if fill == "nan":
            a[rng.random(n) < 0.001] = np.nan
        if fill == "nan last":
            a[-1] = np.nan
    else:
        # Not the ends of the range: who stops at the smallest value there is would not read the rest.
        info = np.iinfo(dtype)
        a = rng.integers(info.min + 2, info.max - 2, n, dtype)
    a.tofile(path)


def load(case, path):
    a = np.fromfile(path, case["dtype"])
    if case.get("fortran"):
        return a.reshape(case["shape"][::-1]).T
    return a.reshape(case["shape"])


def digest(result):
    flat = np.ascontiguousarray(result).astype("<i4").reshape(-1)
    return hashlib.sha256(flat.tobytes()).hexdigest()


case = array = None
for line in sys.stdin:
    message = json.loads(line)
    do, answer = message["do"], {}
    if do == "hello":
        answer = {"version": "NumPy " + np.__version__}
    elif do == "make":
        make(message["case"], message["path"])
    elif do == "load":
        case, array = message["case"], load(message["case"], message["path"])
    elif do == "unload":
        case = array = None
    elif do == "answer":
        answer = {"digest": digest(getattr(np, case["op"])(array, axis=case["axis"]))}
    elif do == "time":
        call, axis, calls = getattr(np, case["op"]), case["axis"], case.get("calls", 1)
        # The best of three, or of as many as fit into a third of a second, as in contender.mjs.
        began, best = time.perf_counter(), float("inf")
        for _ in range(3):
            if time.perf_counter() - began >= 0.333:
                break
            start = time.perf_counter()
            for _ in range(calls):
                call(array, axis=axis)
            best = min(best, time.perf_counter() - start)
        answer = {"ms": best * 1000}
    print(json.dumps(answer), flush=True)
