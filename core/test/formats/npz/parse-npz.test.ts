import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { free } from "../../../src/array/empty.ts";
import { ArgscopeError } from "../../../src/errors.ts";
import { parseNpz } from "../../../src/formats/npz/parse-npz.ts";
import { elementsOf } from "../npy/fixture.ts";

interface Case {
  readonly name: string;
  readonly file: string;
  readonly arrays?: readonly {
    readonly name: string;
    readonly dtype: string;
    readonly shape: readonly number[];
    readonly elements: readonly string[];
  }[];
  readonly refusal?: string;
  readonly tag?: string;
}

const fixture: { cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL("../../fixtures/npz/npz.json", import.meta.url), "utf8"),
);

const bytesOf = ({ file }: Case) => Uint8Array.from(Buffer.from(file, "base64"));

describe("parseNpz reads what np.load reads", () => {
  test.each(fixture.cases.filter((one) => one.arrays !== undefined))("$name", async (one) => {
    const arrays = await parseNpz(bytesOf(one));
    const found = [...arrays].map(([name, a]) => ({ name, dtype: a.dtype, shape: a.shape, elements: elementsOf(a) }));
    expect(found).toEqual(one.arrays);
    for (const a of arrays.values()) free(a);
  });
});

describe("parseNpz refuses", () => {
  test.each(fixture.cases.filter((one) => one.refusal !== undefined))("$name", async (one) => {
    const refusal = await parseNpz(bytesOf(one)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ArgscopeError);
    expect(refusal).toMatchObject({ tag: one.tag, message: expect.stringContaining(one.refusal ?? "") });
    if (one.tag === "Format") expect((refusal as ArgscopeError).fields()).toHaveProperty("byte");
  });
});

test("parseNpz reads from shared memory", async () => {
  for (const name of ["savez", "savez_compressed"]) {
    const one = fixture.cases.find((candidate) => candidate.name === name);
    if (one === undefined) throw new Error(`no case ${name}`);
    const bytes = bytesOf(one);
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    const arrays = await parseNpz(shared);
    expect([...arrays.keys()]).toEqual(one.arrays?.map((array) => array.name));
  }
});
