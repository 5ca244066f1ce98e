"""The other side of the live tests. Files go over stdin and stdout, each after its length in eight bytes.

resave          reads .npy files, writes each back as numpy.save does
print           reads .npy files, writes for each the text that print gives
make SEED N     writes N random .npy files
unzip           reads .npz files, writes for each the number of its arrays, then name and .npy of each
zip SEED N      writes N random .npz files, every other one compressed, each after the .npy files that it is made of
"""

import io
import struct
import sys

import numpy as np

source, sink = sys.stdin.buffer, sys.stdout.buffer


def read_files():
    while length := source.read(8):
        yield source.read(struct.unpack("<Q", length)[0])


def write_file(data):
    sink.write(struct.pack("<Q", len(data)) + data)


def npy(array):
    out = io.BytesIO()
    np.save(out, array)
    return out.getvalue()


CODES = (
    "? i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 c8 c16 M8[D] M8[ns] M8[25s] m8[us] m8 U1 U7 S1 S5 V3 "
    "u1,i8 U3,f4 (2,3)i2,M8[D] ?,c8,S3"
).split()


# Endings of fields' names that Python's repr writes in its several ways.
NAMES = ["\0", "\n", "\x1b", "\x7f", "\xa0", "\xe9", "\xad", "'", '"', "'\"", "\\", "\u200b", "\u2028", "\u3000", "\u65e5", "\ue000", "\U0001f600", "\U000e0001"]


def renamed(array, rng):
    if array.dtype.names is not None and rng.integers(2):
        array.dtype.names = tuple(name + NAMES[rng.integers(len(NAMES))] for name in array.dtype.names)
    return array


def random_array(rng):
    shape = tuple(int(n) for n in rng.integers(0, 6, rng.integers(0, 5)))
    dtype = np.dtype(CODES[rng.integers(len(CODES))])
    size = int(np.prod(shape)) * dtype.itemsize
    data = rng.bytes(size)
    if "U" in str(dtype.descr):
        # Code points in little-endian records: keep every byte that could be the third or fourth of one small.
        data = bytes(byte % 16 if byte % 2 else 0 for byte in data)
        array = np.zeros(shape, dtype)
        if dtype.names is None:
            letters = [chr(int(c)) for c in rng.integers(1, 0xD800, array.size)]
            array[...] = np.array(letters, dtype).reshape(shape)
        else:
            for name in dtype.names:
                array[name] = np.array([str(int(v)) for v in rng.integers(0, 1000, array.size)]).reshape(shape)
        return array
    if "?" in str(dtype.descr) or "b1" in str(dtype.descr):
        array = np.zeros(shape, dtype)
        flags = rng.integers(0, 2, shape).astype(bool)
        if dtype.names is None:
            array[...] = flags
        else:
            array[dtype.names[0]] = flags
        return array
    array = np.frombuffer(data, dtype).reshape(shape)
    return np.asfortranarray(array) if rng.integers(2) else array


command = sys.argv[1]
if command == "resave":
    for data in read_files():
        write_file(npy(np.load(io.BytesIO(data))))
if command == "print":
    for data in read_files():
        write_file(str(np.load(io.BytesIO(data))[()]).encode())
if command == "make":
    rng = np.random.default_rng(int(sys.argv[2]))
    for _ in range(int(sys.argv[3])):
        write_file(npy(renamed(random_array(rng), rng)))
if command == "unzip":
    for data in read_files():
        archive = np.load(io.BytesIO(data))
        assert archive.zip.testzip() is None
        write_file(str(len(archive.files)).encode())
        for name in archive.files:
            write_file(name.encode())
            write_file(npy(archive[name]))
if command == "zip":
    rng = np.random.default_rng(int(sys.argv[2]))
    for k in range(int(sys.argv[3])):
        arrays = [random_array(rng) for _ in range(rng.integers(0, 6))]
        write_file(str(len(arrays)).encode())
        for array in arrays:
            write_file(npy(array))
        out = io.BytesIO()
        (np.savez_compressed if k % 2 else np.savez)(out, *arrays)
        write_file(out.getvalue())
