import { describe, expect, it } from "vitest";
import { parse } from "../../cli/command/parse.ts";
import { selectionOf } from "../../cli/command/select.ts";
import { listOf } from "../../cli/command/values.ts";

function request(...argv: string[]): unknown {
  const parsed = parse(argv, "1.2.3");
  if (parsed.kind !== "run") throw new Error(JSON.stringify(parsed));
  return parsed.request;
}

function sentence(...argv: string[]): string {
  const parsed = parse(argv, "1.2.3");
  return parsed.kind === "wrong" ? parsed.sentence : `it was taken: ${JSON.stringify(parsed)}`;
}

describe("a command line", () => {
  it("reduces the whole array as text where nothing else is said", () => {
    expect(request("argmin", "f")).toEqual({
      command: "argmin",
      reading: { file: "f" },
      axis: null,
      keepdims: false,
      select: [],
      format: "text",
    });
  });

  it("takes every reading option, for every command", () => {
    const options = [
      ...["--columns", "a,b", "--rows", "2:5", "--delimiter", ";", "--quote", "'", "--encoding", "latin1"],
      ...["--header", "2", "--index-col", "id", "--decimal", ",", "--missing", "NA,-", "--strict", "--array", "x"],
    ];
    const reading = {
      file: "f",
      array: "x",
      columns: ["a", "b"],
      rows: { start: 2, stop: 5 },
      delimiter: ";",
      quote: "'",
      encoding: "latin1",
      header: 2,
      indexCol: { kind: "name", name: "id" },
      decimal: ",",
      missing: ["NA", "-"],
      strict: true,
    };
    for (const command of ["argmin", "argmax", "nanargmin", "nanargmax", "convert", "info"]) {
      expect(request(command, "f", ...options)).toMatchObject({ command, reading });
    }
    expect(request("info", "f", "--sheet", "S", "--exclude", "a")).toMatchObject({ reading: { sheet: "S", exclude: ["a"] } });
  });

  it.each([
    [["--axis", "-1"], { axis: -1 }],
    [["--axis=-1"], { axis: -1 }],
    [["--axis", "1"], { axis: 1 }],
    [["--axis", "None"], { axis: null }],
    [["--keepdims"], { keepdims: true }],
    [["--json"], { format: "json" }],
    [["--format", "npy"], { format: "npy" }],
    [["--out", "x.md"], { format: "md" }],
    [["--out", "x.md", "--format", "csv"], { format: "csv" }],
    [["--out", "x.dat"], { format: "text" }],
    [["--delimiter", "tab"], { reading: { file: "f", delimiter: "\t" } }],
    [["--delimiter", "\\t"], { reading: { file: "f", delimiter: "\t" } }],
    [["--delimiter", "-"], { reading: { file: "f", delimiter: "-" } }],
    [["--quote", "none"], { reading: { file: "f", quote: "none" } }],
    [["--missing", "-"], { reading: { file: "f", missing: ["-"] } }],
    [["--missing", ""], { reading: { file: "f", missing: [] } }],
    [["--rows", ":3"], { reading: { file: "f", rows: { start: 0, stop: 3 } } }],
    [["--rows", "4:"], { reading: { file: "f", rows: { start: 4, stop: null } } }],
    [["--rows", "4:2"], { reading: { file: "f", rows: { start: 4, stop: 4 } } }],
    [["--index-col", "none"], { reading: { file: "f", indexCol: { kind: "none" } } }],
    [["--header", "none"], { reading: { file: "f", header: "none" } }],
  ])("understands %j", (options, expected) => {
    expect(request("argmin", "f", ...options)).toMatchObject(expected);
    expect(request("argmin", ...options, "f")).toMatchObject(expected);
  });

  it("takes what follows -- for a file", () => {
    expect(request("argmin", "--", "--axis")).toMatchObject({ reading: { file: "--axis" } });
  });

  it("writes a table as CSV where nothing else is said", () => {
    expect(request("convert", "f")).toMatchObject({ format: "csv" });
    expect(request("convert", "f", "--out", "t.TSV")).toMatchObject({ format: "tsv" });
  });

  it.each([
    [[], "Say what to do."],
    [["check", "f"], 'There is no command "check".'],
    [["argmin"], "Name a file, or - for standard input."],
    [["argmin", "f", "g"], 'One file at a time: "f" or "g"?'],
    [["argmin", "f", "--axis"], "--axis takes N|none."],
    [["argmin", "f", "--axis", "--keepdims"], "--axis takes N|none."],
    [["argmin", "f", "--axis", "1.5"], '--axis takes a whole number or "none", not "1.5".'],
    [["argmin", "f", "--axis", "0", "--axis", "1"], "--axis is given twice."],
    [["argmin", "f", "--keepdims=1"], "--keepdims takes no value."],
    [["argmin", "f", "--frob"], "There is no option --frob."],
    [["argmin", "f", "--axiss=0"], "There is no option --axiss (did you mean --axis?)."],
    [["argmin", "f", "-x"], "There is no option -x."],
    [["argmin", "f", "--format", "xml"], '--format takes text, json, csv, tsv, md, npy; not "xml".'],
    [["argmin", "f", "--json", "--format", "csv"], "--json and --format csv do not go together."],
    [["convert", "f", "--format", "text"], '--format takes csv, tsv, json, md, npy; not "text".'],
    [["convert", "f", "--axis", "0"], "There is no option --axis."],
    [["info", "f", "--out", "x"], "There is no option --out."],
    [["info", "f", "--columns", "a", "--exclude", "b"], "--columns and --exclude do not go together."],
    [["info", "f", "--columns", ""], "--columns takes at least one name."],
    [
      ["info", "f", "--columns", 'a,"x,y'],
      '--columns has a double quote without its end in "x,y: a name with a comma stands in double quotes, as in "a,b",c.',
    ],
    [["info", "f", "--columns", "a,,b"], "--columns takes names with commas between, and one is empty."],
    [["info", "f", "--array", "a", "--sheet", "b"], "--array and --sheet do not go together."],
    [["info", "f", "--rows", "3"], '--rows takes a range such as 10:20, :20 or 10:, counted from 0; not "3".'],
    [["info", "f", "--rows", "-3:"], '--rows takes a range such as 10:20, :20 or 10:, counted from 0; not "-3:".'],
    [["info", "f", "--delimiter", ";;"], '--delimiter takes one ASCII character (or "tab", "space", "spaces"), not ";;".'],
    [["info", "f", "--quote", "é"], '--quote takes one ASCII character (or "none"), not "é".'],
    [["info", "f", "--delimiter", ";", "--quote", ";"], "--delimiter and --quote are the same character."],
    [
      ["info", "f", "--encoding", "x"],
      '--encoding takes a name that the web knows, utf-8 or windows-1252 for instance, or cp437, cp850, cp852; not "x".',
    ],
    [["info", "f", "--header", "-1"], '--header takes auto, none or the number of header lines, not "-1".'],
    [["info", "f", "--decimal", ";"], '--decimal takes . or a comma, not ";".'],
    [["argmin", "f", "--select", "b[0]"], `--select takes an index such as 'a[:, 2:5]', not "b[0]".`],
    [["argmin", "f", "--out", ""], "--out takes a file's name."],
    [
      ["convert", "f", "--out", "t.XLSX"],
      "Argscope does not write .xlsx files: name another one, or say with --format what to write.",
    ],
    [
      ["argmin", "f", "--out", "t.csv.gz"],
      "Argscope does not write .gz files: name another one, or say with --format what to write.",
    ],
  ])("refuses %j", (argv, expected) => {
    expect(sentence(...argv)).toBe(expected);
  });

  it("prints a help that names every option, and the version", () => {
    const help = parse(["argmin", "--help"], "1.2.3");
    expect(help.kind).toBe("print");
    for (const option of [
      "axis",
      "keepdims",
      "select",
      "format",
      "json",
      "out",
      "array",
      "sheet",
      "columns",
      "exclude",
      "rows",
    ]) {
      expect(JSON.stringify(help)).toContain(`--${option}`);
    }
    expect(parse(["--version"], "1.2.3")).toEqual({ kind: "print", text: "argscope 1.2.3\n" });
    expect(parse(["--help"], "1.2.3").kind).toBe("print");
    expect(parse(["info", "-h"], "1.2.3").kind).toBe("print");
  });
});

describe("a list of names", () => {
  it.each([
    ["a", ["a"]],
    ["a,b c, d", ["a", "b c", " d"]],
    ['"a,b",c', ["a,b", "c"]],
    ['"say ""hi""",x', ['say "hi"', "x"]],
    ['5" pipe', ['5" pipe']],
  ])("%s", (text, names) => expect(listOf("columns", text)).toEqual(names));
});

describe("a selection", () => {
  it.each([
    ["a[:, 2:5]", [{ index: ":, 2:5" }]],
    [":, 2:5", [{ index: ":, 2:5" }]],
    ["a['x'][0]", [{ field: "x" }, { index: "0" }]],
    ['a["[x]"]', [{ field: "[x]" }]],
    [" a [ ... ] ", [{ index: " ... " }]],
  ])("%s", (text, steps) => expect(selectionOf(text)).toEqual(steps));
});
