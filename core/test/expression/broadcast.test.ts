import { describe, expect, it } from "vitest";
import { compile, ExpressionError, evaluate, operandOf } from "../../src/expression/index.ts";
import { fromNested } from "../../src/index.ts";

const a = fromNested([3, 1, 2]);

// Observed on NumPy 2.4.6, where `a` is np.array([3, 1, 2]).
describe("np.broadcast_to", () => {
  it.each([
    [
      "np.broadcast_to(a, (2, 3))",
      [
        [3n, 1n, 2n],
        [3n, 1n, 2n],
      ],
    ],
    ["np.broadcast_to([7], 3)", [7n, 7n, 7n]],
    ["np.broadcast_to(array=a, shape=[1, 3]).T", [[3n], [1n], [2n]]],
    ["np.broadcast_to(a[0], ())", 3n],
    ["np.broadcast_to(a, (0, 3))", []],
    ["np.argmin(np.broadcast_to(a, (2, 3)), axis=1)", [1, 1]],
  ])("%s", (text, nested) => {
    const value = evaluate(compile(text), a);
    expect(value.kind === "coordinates" ? null : value.array.toNested()).toEqual(nested);
  });

  it.each([
    [
      "np.broadcast_to(a, (2, 4))",
      "ValueError",
      "operands could not be broadcast together with remapped shapes [original->remapped]: (3,)  and requested shape (2,4)",
    ],
    ["np.broadcast_to(a, (-1, 3))", "ValueError", "all elements of broadcast shape must be non-negative"],
    ["np.broadcast_to(a, ())", "ValueError", "cannot broadcast a non-scalar to a scalar array"],
    ["np.broadcast_to(a, None)", "TypeError", "'<' not supported between instances of 'NoneType' and 'int'"],
    ["np.broadcast_to(a, 'ab')", "TypeError", "'<' not supported between instances of 'str' and 'int'"],
    ["np.broadcast_to(a, 2.5)", "TypeError", "'float' object cannot be interpreted as an integer"],
    ["np.broadcast_to(a, (2.5,))", "TypeError", "'float' object cannot be interpreted as an integer"],
    ["np.broadcast_to(a, True)", "TypeError", "an integer is required"],
    ["np.broadcast_to([1], (4611686018427387904, 10))", "ValueError", "iterator is too large"],
    [
      "np.broadcast_to([1], (576460752303423488, 10))",
      "ValueError",
      "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.",
    ],
    ["np.broadcast_to(a)", "ExpressionError", "np.broadcast_to needs its argument shape."],
  ])("%s is refused in NumPy's words", (text, name, message) => {
    try {
      evaluate(compile(text), a);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ExpressionError);
      expect(error).toMatchObject({ name, message });
    }
  });

  it("allocates nothing: 2^31 x 1,000,000 elements are a view of three", () => {
    const huge = evaluate(compile("np.broadcast_to(a[0:1], (2147483648, 1000000))"), a);
    if (huge.kind !== "array") throw new Error(huge.kind);
    expect(huge.array).toMatchObject({ shape: [2 ** 31, 1_000_000], strides: [0, 0], data: a.data });
    expect(operandOf("np.broadcast_to(a, (2147483648, 3))", a).shape).toEqual([2 ** 31, 3]);
  });

  it("counts its elements up to 2^53", () => {
    expect(() => evaluate(compile("np.broadcast_to([1], (4294967296, 4194304))"), a)).toThrow("Argscope counts elements up to");
  });
});
