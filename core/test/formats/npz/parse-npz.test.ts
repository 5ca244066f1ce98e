import { describe, expect, test } from "vitest";
import { free } from "../../../src/array/empty.ts";
import { ArgscopeError } from "../../../src/errors.ts";
import { parseNpz } from "../../../src/formats/npz/parse-npz.ts";
import { elementsOf } from "../npy/fixture.ts";
import { archiveOf, npzCases, npzNamed } from "./fixture.ts";

describe("parseNpz reads what np.load reads", () => {
  test.each(npzCases.filter((one) => one.arrays !== undefined))("$name", async (one) => {
    const arrays = await parseNpz(archiveOf(one));
    const found = [...arrays].map(([name, a]) => ({ name, dtype: a.dtype, shape: a.shape, elements: elementsOf(a) }));
    expect(found).toEqual(one.arrays);
    for (const a of arrays.values()) free(a);
  });
});

describe("parseNpz refuses", () => {
  test.each(npzCases.filter((one) => one.refusal !== undefined))("$name", async (one) => {
    const refusal = await parseNpz(archiveOf(one)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ArgscopeError);
    expect(refusal).toMatchObject({ tag: one.tag, message: expect.stringContaining(one.refusal ?? "") });
    if (one.tag === "Format") expect((refusal as ArgscopeError).fields()).toHaveProperty("byte");
  });
});

test.each(["savez", "savez_compressed"])("parseNpz reads %s from shared memory", async (name) => {
  const one = npzNamed(name);
  const bytes = archiveOf(one);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  const arrays = await parseNpz(shared);
  expect([...arrays.keys()]).toEqual(one.arrays?.map((array) => array.name));
});
