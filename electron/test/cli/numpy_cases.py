"""Writes random arrays into a folder, and prints what NumPy answers to reductions of them: a JSON list of cases."""
import json
import sys
import numpy as np

folder, seed = sys.argv[1], int(sys.argv[2])
rng = np.random.default_rng(seed)


def plain(value):
    """As the command line writes it."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, float) and not np.isfinite(value):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 2**53:
        return str(value)
    return value


def case(name, a, op, axis, keepdims):
    try:
        index = getattr(np, op)(a, axis=axis, keepdims=keepdims)
    except ValueError as error:
        return {"file": name, "op": op, "axis": axis, "keepdims": keepdims, "error": f"argscope: ValueError: {error}\n"}
    kept = np.expand_dims(index, axis) if axis is not None and not keepdims else index
    if axis is None:
        value = np.asarray(a.reshape(-1)[np.asarray(index).reshape(-1)[0]])
        lanes, winner = a.reshape(1, -1), value.reshape(1, 1)
        values = value.reshape(np.shape(index))
    else:
        winner = np.take_along_axis(a, kept, axis)
        values = winner if keepdims else winner.squeeze(axis)
        lanes = a
    along = 1 if axis is None else axis
    nan = np.isnan(lanes) if lanes.dtype.kind == "f" else np.zeros(lanes.shape, bool)
    same = (lanes == winner) | (nan & (winner != winner))
    ties = same.sum(axis=along) - 1
    answer = {
        "op": op,
        "axis": axis,
        "keepdims": keepdims,
        "dtype": a.dtype.newbyteorder("=").name,
        "shape": list(a.shape),
        "result_shape": list(np.shape(index)),
        "indices": np.asarray(index).tolist(),
        "values": plain(values.tolist()),
        "nan_lanes": int(nan.any(axis=along).sum()),
        "tie_counts": ties.reshape(np.shape(index)).tolist(),
    }
    return {"file": name, "op": op, "axis": axis, "keepdims": keepdims, "answer": answer}


def random_values(dtype, shape):
    a = rng.integers(-4, 5, shape)
    if dtype.kind == "f":
        a = (a / 3).astype(dtype)
        a[rng.random(shape) < 0.1] = np.nan
        a[rng.random(shape) < 0.05] = np.inf
        return a
    if dtype == np.dtype("i8"):
        return a * (2**53 + 1)
    return np.abs(a).astype(dtype) if dtype.kind in "ub" else a.astype(dtype)


cases = []
for k, kind in enumerate(["f8", "f4", "f2", "i8", "i4", "u1", "?", ">f8", "<i2", "f8"]):
    shape = tuple(int(n) for n in rng.integers(1, 6, rng.integers(1, 5)))
    a = random_values(np.dtype(kind), shape).astype(kind)
    if k % 3 == 2:
        a = np.asfortranarray(a)
    name = f"a{k}.npy"
    np.save(f"{folder}/{name}", a)
    for _ in range(3):
        axis = None if rng.random() < 0.25 else int(rng.integers(-a.ndim, a.ndim))
        op = str(rng.choice(["argmin", "argmax", "nanargmin", "nanargmax"]))
        cases.append(case(name, a, op, axis, bool(rng.random() < 0.5)))
for k in range(5):
    a = random_values(np.dtype("f8"), tuple(int(n) for n in rng.integers(2, 40, 2)))
    name = f"t{k}.csv"
    heading = ",".join(f"c{column}" for column in range(a.shape[1]))
    np.savetxt(f"{folder}/{name}", a, delimiter=",", fmt="%.17g", header=heading, comments="")
    for axis in (None, 0, 1, -1):
        cases.append(case(name, a, str(rng.choice(["argmin", "argmax", "nanargmin", "nanargmax"])), axis, bool(k % 2)))
print(json.dumps(cases))
