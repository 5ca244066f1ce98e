import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { builtProgram } from "./program.ts";

const { run, write } = builtProgram();

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../core/test/formats/open/fixtures/${name}`, import.meta.url));

it("asks which sheet of a workbook is meant, and reads it", async () => {
  const workbook = fixture("typed.xlsx");
  expect(await run(["argmin", workbook])).toMatchObject({
    code: 2,
    text: "",
    err: "argscope: typed.xlsx holds 4 sheets: choose with --sheet one of Data, Hidden, Report & more, Empty.\n",
  });
  expect((await run(["info", workbook])).text).toBe(
    "typed.xlsx: choose one of 4 sheets\n  Data\n  Hidden\n  Report & more\n  Empty\n",
  );
  const answer = await run(["nanargmin", workbook, "--sheet", "Data", "--axis", "0", "--json"]);
  expect(JSON.parse(answer.text)).toMatchObject({ values: [-2, 0.25], labels: ["São Paulo", "Oslo"] });
  expect((await run(["convert", workbook, "--sheet", "Data", "--columns", "city,share,t"])).text).toBe(
    "city,t,share\r\nOslo,1.5,0.25\r\nSão Paulo,-2,0.5\r\nRome,,n/a\r\n",
  );
  expect((await run(["argmin", workbook, "--sheet", "Nix"])).code).toBe(3);
});

it("reads Parquet", async () => {
  const { text } = await run(["convert", fixture("brotli.parquet"), "--rows", ":2"]);
  expect(text).toBe("a,b\r\n0,0\r\n0.1,1\r\n");
  expect((await run(["argmax", fixture("brotli.parquet"), "--select", "a[:10, 0]"])).text).toBe("9\n");
});

it("reads JSON: nested arrays, records, and lines of records", async () => {
  write("nested.json", "[[5, 1], [2, 3]]");
  expect((await run(["argmin", "nested.json", "--axis", "0"])).text).toBe("[1 0]\n");
  write("lines.ndjson", '{"n": "a", "x": 2}\n{"n": "b", "x": 1}\n');
  expect(JSON.parse((await run(["argmin", "lines.ndjson", "--axis", "0", "--json"])).text)).toMatchObject({ labels: ["b"] });
  write("members.json", '{"p": [1, 2], "q": [[3]]}');
  expect((await run(["argmax", "members.json", "--array", "p"])).text).toBe("1\n");
});

it("reads what is packed", async () => {
  write("packed", gzipSync("a,b\n3,1\n2,5\n"));
  expect((await run(["argmin", "packed", "--axis", "0"])).text).toBe("[1 0]\n");
  expect((await run(["argmin", "-", "--axis", "0", "--delimiter", ","], gzipSync("a,b\n3,1\n2,5\n"))).text).toBe("[1 0]\n");
});

it.each([
  [["--delimiter", ";"], "--delimiter means nothing here: typed.xlsx is a workbook."],
  [["--strict"], "--strict means nothing here: typed.xlsx is a workbook."],
])("passes over no option in silence: %j", async (options, sentence) => {
  const { code, err } = await run(["info", fixture("typed.xlsx"), "--sheet", "Data", ...options]);
  expect({ code, err }).toEqual({ code: 2, err: `argscope: ${sentence}\n` });
});
