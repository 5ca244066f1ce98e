import { describe, expect, it } from "vitest";
import { comma, noByte, point } from "../../../../src/formats/csv/dialect.ts";
import type { CsvOptions } from "../../../../src/formats/csv/options.ts";
import { type Sniffed, sniff } from "../../../../src/formats/csv/sniff/index.ts";
import { sniffNumberStyle } from "../../../../src/formats/csv/sniff/number-style.ts";

const sniffed = (text: string, options: CsvOptions = {}): Sniffed =>
  sniff(new TextEncoder().encode(text), text, 0, "file", options);
const names = (text: string): string[] => sniffed(text).names.map((column) => column.name);

describe("the delimiter", () => {
  it.each([
    ["comma", "a,b,c\n1,2,3\n", ","],
    ["semicolon beside decimal commas", "a;b\n1,5;2,5\n3,5;4,5\n", ";"],
    ["tab beside commas in text", "name\tnote\nAnn\tcame, saw, left\nBob\tsaw\n", "\t"],
    ["pipe", "1|2|3\n4|5|6\n", "|"],
    ["space", "1.0 2.0 3.0\n4.0 5.0 6.0\n", " "],
    ["caret", "a^b\n1^2\n3^4\n", "^"],
    ["colon where nothing else is", "a:b\n1:2\n3:4\n", ":"],
    ["comma, though times have colons", "t,v\n10:30,1\n10:31,2\n", ","],
    ["comma, though quoted text has semicolons", 'a,b\n"x;y;z",1\n"p;q;r",2\n', ","],
    ["comma where there is one column", "n\n1\n2\n", ","],
    ["comma behind a preamble of prose", "Made by hand; in May; at home\n\na,b\n1,2\n3,4\n5,6\n7,8\n9,1\n", ","],
  ])("%s", (_, text, delimiter) => {
    expect(sniffed(text).delimiter.value).toBe(delimiter);
  });

  it("has a reason, and can be chosen", () => {
    expect(sniffed("a;b\n1;2\n").delimiter.reason).toBe("a semicolon parts 100 % of the first lines into 2 cells");
    expect(() => sniffed("a,b\n1,2\n", { quote: "," })).toThrow(
      "The comma parts cells, and was chosen as what stands around them too: choose another quote, or none.",
    );
    expect(sniffed("a;b\n,1,;2\n", { quote: "," }).quote).toEqual({ value: ",", reason: "it was chosen" });
    expect(sniffed("a;b\n1;2\n", { delimiter: "," }).delimiter).toEqual({ value: ",", reason: "it was chosen" });
  });
});

describe("the header", () => {
  it.each<[string, string, number, string[]]>([
    ["words above numbers", "a,b\n1,2\n", 1, ["a", "b"]],
    ["none above numbers alone", "1,2\n3,4\n", 0, ["col_0", "col_1"]],
    ["one row of numbers", "91,92,93", 0, ["col_0", "col_1", "col_2"]],
    ["words above words", "city,land\nOslo,Norway\nRome,Italy\n", 1, ["city", "land"]],
    ["none where the first words come again", "red,on\nblue,off\nred,off\nblue,on\n", 0, ["col_0", "col_1"]],
    ["years above numbers", "city,1990,2000,2010\nOslo,1,2,3\nRome,4,5,6\n", 1, ["city", "1990", "2000", "2010"]],
    ["missing cells in the first row of data", "n,v\nA,NA\nB,\nC,3\n", 1, ["n", "v"]],
    [
      "a text cell in the first row of data",
      "n,u,v\nA,x,1\nB,2,3\nC,4,5\nD,6,7\nE,8,9\nF,1,2\nG,2,3\nH,4,5\nI,6,7\nJ,8,9\n",
      1,
      ["n", "u", "v"],
    ],
    [
      "a row of missing words below the first row of data",
      "city,jan,feb\nRom,4,5\nOslo,n.a.,n.a.\nParis,3,4\nBonn,2,2\nKiel,1,1\n",
      1,
      ["city", "jan", "feb"],
    ],
    [
      "a row of any words below the first row of data",
      "city,jan,feb\nRom,4,5\nOslo,sick,sick\nParis,3,4\nBonn,2,2\nKiel,1,1\n",
      1,
      ["city", "jan", "feb"],
    ],
    ["a missing word in the first row of data", "name,score\nAnn,absent\nBob,5\nCid,7\n", 1, ["name", "score"]],
    ["missing words in the first two rows of data", "name,score\nAnn,?\nBob,--\nCid,7\nDan,8\nEve,9\n", 1, ["name", "score"]],
    ["a dressed number in the first row of data", "name,score\nAnn,<5\nBob,5\nCid,7\n", 1, ["name", "score"]],
    ["a missing word in the only column", "score\nabsent\n5\n7\n8\n", 1, ["score"]],
    ["a title above names", "My data,2020-01-01\nx,y\n1,2\n3,4\n5,6\n", 1, ["x", "y"]],
    ["a year among words", "value,2020\n3,2812\n5,3175\n6,1117\n", 1, ["value", "2020"]],
    ["a scale behind a word", "depth,10,20,30\n1,5,6,7\n2,6,7,8\n", 1, ["depth", "10", "20", "30"]],
    ["a scale from 0 behind a word", "hour,0,1,2\n1,5,6,7\n2,6,7,8\n", 1, ["hour", "0", "1", "2"]],
    ["a year behind words", "rate,id,2020\n1990,A,1\n1991,B,5\n", 1, ["rate", "id", "2020"]],
    ["none where a missing word is in the first row of data", "n.a.,5\n3,4\n5,6\n", 0, ["col_0", "col_1"]],
    [
      "groups above names that come twice",
      "2019,,2020,\nx,y,x,y\n1,2,3,4\n5,6,7,8\n",
      2,
      ["2019 x", "2019 y", "2020 x", "2020 y"],
    ],
    [
      "names below that fill a group",
      "day,cost,,sum\n,rail,air,\nMon,1,2,3\nTue,4,5,9\n",
      2,
      ["day", "cost rail", "cost air", "sum"],
    ],
    ["names above units", "time,temp,wind\ns,degC,m/s\n0,1.5,3\n1,1.6,4\n", 2, ["time s", "temp degC", "wind m/s"]],
    ["names above units that come twice", "t,x,y\ns,mm,mm\n0,1.5,3\n1,1.6,4\n", 2, ["t s", "x mm", "y mm"]],
    ["a year above the only numbers", "name,2020\nA,2812\nB,3012\n", 1, ["name", "2020"]],
    ["a year, and nothing above the labels", ",2020\nA,2812\nB,3012\n", 1, ["col_0", "2020"]],
    ["a year, and a word unlike the labels", "wer,1999\nUri,12.5\nZug,7\nBern,80\n", 1, ["wer", "1999"]],
    ["a year among numbers, beside a label", "Oslo,2020\nRome,2812\nCairo,3012\n", 0, ["col_0", "col_1"]],
    ["years below a year", "city,2020\nOslo,2021\nRome,2022\n", 0, ["col_0", "col_1"]],
    ["no name for labels, as R writes", "x,y\nr1,1,2\nr2,3,4\n", 1, ["col_0", "x", "y"]],
  ])("%s", (_, text, lines, expected) => {
    expect(sniffed(text).header.value).toBe(lines);
    expect(names(text)).toEqual(expected);
  });

  it("can be chosen", () => {
    expect(sniffed("a,b\nc,d\n1,2\n", { header: 2 }).names.map(({ name }) => name)).toEqual(["a c", "b d"]);
    expect(sniffed("a,b\n1,2\n", { header: "none" }).header).toEqual({ value: 0, reason: "it was chosen" });
    expect(sniffed("a,b\n1,2\n", { header: 7 }).header).toEqual({
      value: 2,
      reason: "7 lines were chosen, and no more are there",
    });
  });
});

describe("what stands before the table", () => {
  it.each<[string, string, number, number]>([
    ["nothing", "a,b\n1,2\n", 0, 2],
    ["a title over two cells", "Spectrum 22,made on Saturday\ncm,%\n4000,98.7\n3999,98.8\n", 1, 3],
    ["titles and an empty row", "Report,,\nMay,,\n,,\nname,x,y\nA,1,2\nB,3,4\n", 3, 5],
    ["a title and numbers without a header", "Spectrum 22\n1,2\n3,4\n5,6\n", 1, 2],
    ["comments", "# by hand\n# in May\na,b\n1,2\n3,4\n", 2, 4],
  ])("%s", (_, text, preamble, line) => {
    const { preambleLines, dataLine } = sniffed(text);
    expect([preambleLines, dataLine]).toEqual([preamble, line]);
  });
});

describe("numbers", () => {
  it.each<[string, string[], number, number]>([
    ["plain", ["1.5", "2", "x"], point, noByte],
    ["decimal comma", ["1,5", "2,25", "3"], comma, noByte],
    ["decimal comma with three digits too", ["1,5", "2,250"], comma, noByte],
    ["thousands", ["1,234", "12,345.5"], point, comma],
    ["thousands alone", ["1,234", "5"], point, comma],
    ["decimal comma and thousands", ["1.234,5", "1.234.567"], comma, point],
    ["commas of prose", ["a, b", "x,y"], point, noByte],
    ["both, so neither", ["1,5", "2.5"], point, noByte],
  ])("%s", (_, cells, decimal, thousands) => {
    expect(sniffNumberStyle(cells)).toMatchObject({ point: decimal, thousands });
  });

  it("have points between thousands where some can mean nothing else", () => {
    const text = "Land;Betrag;Stueck\nA;1.234.567,89;1.234\nB;45.678,90;12.345\nC;999,50;987\n";
    expect(sniffed(text).dialect).toMatchObject({ point: comma, thousands: point });
    expect(sniffNumberStyle(["1.234.567"], () => ["1.234", "12.345"])).toMatchObject({ point: comma, thousands: point });
  });

  it("have a decimal comma though one cell of many has a point, and a point where many have", () => {
    const commas = Array.from({ length: 200 }, (_, k) => `${k},5`);
    expect(sniffNumberStyle(commas, () => ["1.5"])).toEqual({
      point: comma,
      thousands: noByte,
      reason: "200 cells of the sample have a decimal comma and 1 a decimal point",
    });
    expect(sniffNumberStyle(commas, () => Array.from({ length: 200 }, () => "1.234")).point).toBe(point);
    expect(sniffNumberStyle(["1,5"], () => ["2.5"]).point).toBe(point);
    expect(sniffed("a;b\n1,5;2.5\n3,5;4.5\n").dialect.point).toBe(point);
  });

  it("are told of, one or several", () => {
    expect(sniffNumberStyle(["1,5"]).reason).toBe("one cell of the sample has a decimal comma and none a decimal point");
    expect(sniffNumberStyle(["1,234", "5,678.9"]).reason).toBe("2 cells of the sample have commas between thousands");
  });

  it("leave blanks behind delimiters out where nearly all cells have one", () => {
    expect(sniffed("a, b\n1, x\n2, y\n").dialect.trimStart).toBe(true);
    expect(sniffed("a,b\n1,x\n2, y\n").dialect.trimStart).toBe(false);
  });

  it("keep rows without any number in a table of numbers, and drop empty rows among labels", () => {
    expect(sniffed("a,b\n1,2\n,\n").dialect.dropEmptyRows).toBe(false);
    expect(sniffed("a,b\nx,2\n,\n").dialect.dropEmptyRows).toBe(true);
  });
});

describe("lines of comment", () => {
  const table = "1.5 2.5 3.5\n4.5 5.5 6.5\n7.5 8.5 9.5\n";

  it.each<[string, string, string[], number]>([
    ["one, as np.savetxt writes a header", `# x y z\n${table}`, ["x", "y", "z"], 0],
    ["two, of which the last names the columns", `# made by hand\n# x y z\n${table}`, ["x", "y", "z"], 1],
    ["one between commas", "# id,v\n1,2\n3,4\n", ["id", "v"], 0],
    ["one that names nothing", `# h\n${table}`, ["col_0", "col_1", "col_2"], 1],
    ["one above a header", "# My report\nname,score\nAnn,5\nBob,6\n", ["name", "score"], 1],
  ])("%s", (_, text, expected, leftOut) => {
    const { dialect, preambleLines } = sniffed(text);
    expect(names(text)).toEqual(expected);
    expect(String.fromCharCode(dialect.comment)).toBe("#");
    expect(preambleLines).toBe(leftOut);
  });

  it.each<[string, string, string[]]>([
    ["a column that is called #", "# name score\n1 Ann 5\n2 Bob 6\n3 Cid 7\n", ["#", "name", "score"]],
    ["colours", "#color,n\n#ff0000,3\n#00ff00,5\nred,7\n", ["#color", "n"]],
    ["nothing but them", "#ff0000,3\n#00ff00,5\n", ["col_0", "col_1"]],
    ["numbers of things", "#1,5\n#2,6\n3,7\n4,8\n", ["col_0", "col_1"]],
  ])("are none: %s", (_, text, expected) => {
    expect(names(text)).toEqual(expected);
    expect(sniffed(text).dialect.comment).toBe(noByte);
  });

  it("have no say in what parts cells", () => {
    const text = `# table, of three, columns, by hand\n# m s kg\n${table}`;
    expect(sniffed(text).delimiter.value).toBe(" ");
    expect(names(text)).toEqual(["m", "s", "kg"]);
  });
});
