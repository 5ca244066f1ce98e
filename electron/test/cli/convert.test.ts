import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { fromNested, parseNpy, writeNpy } from "@argscope/core";
import { plainDialect } from "@argscope/core/formats/csv/dialect.ts";
import { cutRows } from "@argscope/core/formats/csv/index.ts";
import { describe, expect, it } from "vitest";
import { builtProgram } from "./program.ts";

const { folder, run, write } = builtProgram();

async function converted(...args: string[]): Promise<string> {
  const { code, text, err } = await run(["convert", ...args]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return text;
}

describe("a table converted to CSV", () => {
  it("has every cell's own text but for decimal commas, one header line, and nothing around the table", async () => {
    write("raw.csv", Buffer.from('\u00ef\u00bb\u00bfa;b;c\n1,50;"x;\u00a0""y""";007\n-;"two\nlines";1e3\n', "latin1"));
    const text = await converted("raw.csv", "--encoding", "latin1", "--header", "1");
    expect(text).toContain('"x;\u00a0""y"""');
    write("eu.csv", 'a;b;c\n1,50;"x,""y""";007\n-;"two\nlines";1e3\n');
    expect(await converted("eu.csv")).toBe('a,b,c\r\n1.50,"x,""y""",007\r\n-,"two\nlines",1e3\r\n');
  });

  it("names the columns of a file without a header, and joins several header lines", async () => {
    write("bare.csv", "1,2\n3,4\n");
    expect(await converted("bare.csv")).toBe("col_0,col_1\r\n1,2\r\n3,4\r\n");
    write("two.csv", "Size,,Mass\ncm,in,kg\n1,2,3\n4,5,6\n");
    write("rows.json", '[[1,"a"],[2,"b"]]');
    expect(await converted("rows.json")).toBe("col_0,col_1\r\n1,a\r\n2,b\r\n");
    expect(await converted("two.csv", "--header", "2")).toBe("Size cm,Size in,Mass kg\r\n1,2,3\r\n4,5,6\r\n");
  });

  it("leaves a header without the first column's heading as R wrote it", async () => {
    write("r.csv", '"x","y"\n"a",1,2\n"b",3,4\n');
    expect(await converted("r.csv")).toBe("x,y\r\na,1,2\r\nb,3,4\r\n");
    expect(await converted("r.csv", "--columns", "col_0,y")).toBe(",y\r\na,2\r\nb,4\r\n");
    expect(await converted("r.csv", "--format", "md", "--rows", ":1")).toBe(
      "|  | x | y |\n| --- | ---: | ---: |\n| a | 1 | 2 |\n",
    );
  });

  it("fills short rows, and keeps a row of one empty cell", async () => {
    write("ragged.csv", "a,b\n1,2\n3\n");
    expect(await converted("ragged.csv")).toBe("a,b\r\n1,2\r\n3,\r\n");
    write("one.csv", 'a\n1\n""\n3\n');
    expect(await converted("one.csv", "--header", "1")).toBe('a\r\n1\r\n""\r\n3\r\n');
  });

  it("takes rows from the middle of a long file, and columns", async () => {
    const lines = Array.from({ length: 1000 }, (_, k) => `${k},r${k},${k / 2}`);
    write("long.csv", `n,name,half\n${lines.join("\n")}\n`);
    expect(await converted("long.csv", "--rows", "510:514", "--columns", "half,name")).toBe(
      "name,half\r\nr510,255\r\nr511,255.5\r\nr512,256\r\nr513,256.5\r\n",
    );
    expect(await converted("long.csv", "--rows", "998:2000", "--exclude", "name")).toBe("n,half\r\n998,499\r\n999,499.5\r\n");
    expect(await converted("long.csv", "--rows", "5000:")).toBe("n,name,half\r\n");
    expect(await converted("long.csv")).toBe(`n,name,half\r\n${lines.join("\r\n")}\r\n`);
  });

  it("has the text of a JSON's cells where a number does not say it; null is an empty cell", async () => {
    const rows = [
      ["18446744073709551615", '"NA"', "1e400", '"2.50"', "null", "9007199254740993"],
      ["-1", "3", "-2", "1", "7", "null"],
      ["123456789012345678901234567890", '"-"', "0.5", '"null"', '""', "5"],
    ];
    write("kept.json", `[${rows.map((row) => `{${row.map((cell, k) => `"c${k}": ${cell}`).join(", ")}}`).join(", ")}]`);
    const lines = rows.map((row) => row.map((cell) => (cell === "null" ? "" : cell.replaceAll('"', ""))).join(","));
    expect(await converted("kept.json")).toBe(`c0,c1,c2,c3,c4,c5\r\n${lines.join("\r\n")}\r\n`);
    expect(JSON.parse(await converted("kept.json", "--json"))[0].c1).toBe(null);
  });

  it("mends the encoding on the way", async () => {
    write("latin.csv", Buffer.from("name,x\ncaf\xe9,1\n", "latin1"));
    expect(await converted("latin.csv")).toBe("name,x\r\ncafé,1\r\n");
    write("wide.csv", Buffer.from("\ufeffname,x\ncafé,1\n", "utf16le"));
    expect(await converted("wide.csv")).toBe("name,x\r\ncafé,1\r\n");
    write("packed.csv.gz", gzipSync("name,x\ncafé,1\n"));
    expect(await converted("packed.csv.gz")).toBe("name,x\r\ncafé,1\r\n");
  });
});

describe("a table converted to another format", () => {
  it("is TSV, Markdown, records or the array of its numbers", async () => {
    write("t.csv", 'name,x,y\n"a|b",1,NA\nc,2.5,inf\n');
    expect(await converted("t.csv", "--format", "tsv")).toBe("name\tx\ty\na|b\t1\tNA\nc\t2.5\tinf\n");
    expect(await converted("t.csv", "--format", "md")).toBe(
      "| name | x | y |\n| --- | ---: | ---: |\n| a\\|b | 1 | NA |\n| c | 2.5 | inf |\n",
    );
    expect(JSON.parse(await converted("t.csv", "--json"))).toEqual([
      { name: "a|b", x: 1, y: null },
      { name: "c", x: 2.5, y: "inf" },
    ]);
    expect((await run(["convert", "t.csv", "--out", "t.npy", "--rows", "1:"])).code).toBe(0);
    expect(parseNpy(readFileSync(join(folder, "t.npy"))).toNested()).toEqual([[2.5, Number.POSITIVE_INFINITY]]);
  });
});

describe("an array converted", () => {
  it("is a table of one or two dimensions, or JSON of any", async () => {
    write(
      "two.npy",
      writeNpy(
        fromNested([
          [1, 2],
          [3, 4.5],
        ]),
      ),
    );
    expect(await converted("two.npy")).toBe("col_0,col_1\r\n1,2\r\n3,4.5\r\n");
    write("one.npy", writeNpy(fromNested(["a", "b,c"])));
    expect(await converted("one.npy")).toBe('col_0\r\na\r\n"b,c"\r\n');
    write("three.npy", writeNpy(fromNested([[[1], [Number.NaN]]])));
    expect(JSON.parse(await converted("three.npy", "--json"))).toEqual([[[1], ["nan"]]]);
    expect(await run(["convert", "three.npy"])).toMatchObject({
      code: 3,
      text: "",
      err: "argscope: ValueError: Expected 1D or 2D array, got 3D array instead\n",
    });
    expect(await run(["convert", "-", "--json"], "[[], []]")).toMatchObject({ code: 0, text: "[[], []]\n" });
  });
});

const survey = fileURLToPath(new URL("../../../../shared/data/csv-survey/", import.meta.url));
const missing = !existsSync(survey);
if (missing) console.warn("Skipped: the survey of CSV files is not at ../shared/data/csv-survey beside the checkout.");

describe.skipIf(missing)("real files that people published", () => {
  const rowsOf = (bytes: Uint8Array): string[][] => cutRows(bytes, plainDialect, 0, Number.POSITIVE_INFINITY, true);
  // The header's names are compared as a reader sees them: the survey doubles quotes in them, and blanks around differ.
  const clean = ([head = [], ...rows]: string[][]): string[] => {
    return [head.map((name) => name.replaceAll("''", '"').trim()), ...rows].map((cells) => cells.join("\0"));
  };

  it("are converted to the table of a careful person, at least 47 of 55", async () => {
    const failures: string[] = [];
    const names = readdirSync(`${survey}csv`);
    await Promise.all(
      [0, 1].map(async (worker) => {
        for (let k = worker; k < names.length; k += 2) {
          const name = names[k] as string;
          const { code, out } = await run(["convert", join(survey, "csv", name)]);
          const wanted = clean(rowsOf(readFileSync(`${survey}clean/${name}`)));
          if (code !== 0 || clean(rowsOf(out)).join("\n") !== wanted.join("\n")) failures.push(name);
        }
      }),
    );
    console.log(`${names.length - failures.length} of ${names.length} exact; not: ${failures.join("; ")}`);
    expect(names.length - failures.length).toBeGreaterThanOrEqual(47);
  });
});
