import { describe, expect, it } from "vitest";
import { readCsv } from "../../../../src/formats/csv/index.ts";
import { detectEncoding } from "../../../../src/formats/csv/sniff/detect-encoding.ts";
import { decoderOf } from "../../../../src/formats/encoding/decoder.ts";

/** Small tables in the encodings that files come in, encoded by Python: their text, and their bytes in base64. */
const tables: readonly (readonly [encoding: string, text: string, bytes: string])[] = [
  [
    "shift_jis",
    "都市,人口,名前\n東京,13960000,とうきょう\n大阪,2750000,おおさか\nさっぽろ,1970000,カタカナ\n",
    "k3OOcyyQbIz7LJa8kU8Kk4yLniwxMzk2MDAwMCyCxoKkgquC5YKkCpHljeMsMjc1MDAwMCyCqIKogrOCqQqCs4LBgtuC6ywxOTcwMDAwLINKg16DSoNpCg==",
  ],
  [
    "euc-jp",
    "都市,人口,名前\n東京,13960000,とうきょう\n大阪,2750000,おおさか\nさっぽろ,1970000,カタカナ\n",
    "xdS71Cy/zbj9LMy+wbAKxey1/iwxMzk2MDAwMCykyKSmpK2k56SmCsLnuuUsMjc1MDAwMCykqqSqpLWkqwqktaTDpN2k7SwxOTcwMDAwLKWrpb+lq6XKCg==",
  ],
  [
    "euc-kr",
    "도시,인구\n서울,9700000\n부산,3400000\n대구,2400000\n",
    "tbW9wyzAzrG4Crytv+8sOTcwMDAwMAq6zrvqLDM0MDAwMDAKtOuxuCwyNDAwMDAwCg==",
  ],
  [
    "gb18030",
    "城市,人口,说明\n北京,21540000,中国的首都\n上海,24280000,最大的城市\n广州,15300000,在南方\n",
    "s8fK0CzIy7/aLMu1w/cKsbG+qSwyMTU0MDAwMCzW0Ln6tcTK17a8CsnPuqMsMjQyODAwMDAs1+6087XEs8fK0Aq549bdLDE1MzAwMDAwLNTaxM+3vQo=",
  ],
  [
    "big5",
    "城市,人口,說明\n臺北,2600000,我們的首都是這裡\n高雄,2770000,在南方\n臺中,2800000,第二大的城市\n",
    "q7ClqyykSKRmLLuhqfoKu0+lXywyNjAwMDAwLKfarcyquq26s6OsT7NvuMwKsKq2rywyNzcwMDAwLKZiq26k6Aq7T6SkLDI4MDAwMDAsssSkR6RqqrqrsKWrCg==",
  ],
  [
    "windows-1251",
    "Город,Население,Страна\nМосква,12600000,Россия\nКиев,2900000,Украина\nСанкт-Петербург,5300000,Россия\n",
    "w+7w7uQszeDx5evl7ejlLNHy8ODt4ArM7vHq4uAsMTI2MDAwMDAs0O7x8ej/Csro5eIsMjkwMDAwMCzT6vDg6O3gCtHg7eryLc/l8uXw4fPw4yw1MzAwMDAwLNDu8fHo/wo=",
  ],
  [
    "koi8-r",
    "Город,Население,Страна\nМосква,12600000,Россия\nКиев,2900000,Украина\nСанкт-Петербург,5300000,Россия\n",
    "58/Sz8Qs7sHTxczFzsnFLPPU0sHOwQrtz9PL18EsMTI2MDAwMDAs8s/T08nRCuvJxdcsMjkwMDAwMCz1y9LByc7BCvPBzsvULfDF1MXSwtXSxyw1MzAwMDAwLPLP09PJ0Qo=",
  ],
  [
    "ibm866",
    "Город,Население,Страна\nМосква,12600000,Россия\nКиев,2900000,Украина\nСанкт-Петербург,5300000,Россия\n",
    "g67grqQsjaDhpaulrailLJHi4KCtoAqMruGqoqAsMTI2MDAwMDAskK7h4ajvCoqopaIsMjkwMDAwMCyTquCgqK2gCpGgrariLY+l4qXgoePgoyw1MzAwMDAwLJCu4eGo7wo=",
  ],
  [
    "windows-1253",
    "Πόλη,Πληθυσμός\nΑθήνα,664000\nΘεσσαλονίκη,325000\nΠάτρα,168000\n",
    "0Pzr5yzQ6+fo9fPs/PIKweje7eEsNjY0MDAwCsjl8/Ph6+/t3+rnLDMyNTAwMArQ3PTx4SwxNjgwMDAK",
  ],
  [
    "windows-1250",
    "Město,Počet\nPraha,1300000\nBrno – město,380000\nŁódź,680000\nWrocław,640000\nPlzeň,170000\nGdańsk,470000\nKraków,780000\nÚstí nad Labem,93000\n",
    "TexzdG8sUG/oZXQKUHJhaGEsMTMwMDAwMApCcm5vIJYgbexzdG8sMzgwMDAwCqPzZJ8sNjgwMDAwCldyb2OzYXcsNjQwMDAwClBsemXyLDE3MDAwMApHZGHxc2ssNDcwMDAwCktyYWvzdyw3ODAwMDAK2nN07SBuYWQgTGFiZW0sOTMwMDAK",
  ],
  [
    "macintosh",
    "Ville,Région\nOrléans,Centre\nBesançon,Franche-Comté\nNîmes,Occitanie\nMünchen,Bayern\nMálaga,Andalucía\n",
    "VmlsbGUsUo5naW9uCk9ybI5hbnMsQ2VudHJlCkJlc2FujW9uLEZyYW5jaGUtQ29tdI4KTpRtZXMsT2NjaXRhbmllCk2fbmNoZW4sQmF5ZXJuCk2HbGFnYSxBbmRhbHVjkmEK",
  ],
  [
    "windows-1252",
    "Ville,Région,Prix\nOrléans,Centre,5 €\nBesançon,Franche-Comté,7 €\nNîmes,Occitanie,‘9’\nMünchen,Bayern,½\nSão Paulo,Brasil,£3\nÅrhus,Danmark – nord,4\n",
    "VmlsbGUsUulnaW9uLFByaXgKT3Js6WFucyxDZW50cmUsNSCACkJlc2Fu529uLEZyYW5jaGUtQ29tdOksNyCACk7ubWVzLE9jY2l0YW5pZSyROZIKTfxuY2hlbixCYXllcm4svQpT428gUGF1bG8sQnJhc2lsLKMzCsVyaHVzLERhbm1hcmsgliBub3JkLDQK",
  ],
];

it.each(tables)("reads a file in %s", async (encoding, text, base64) => {
  const bytes = new Uint8Array(Buffer.from(base64, "base64"));
  expect(detectEncoding(bytes)?.encoding ?? "windows-1252").toBe(encoding);
  const table = await readCsv(bytes);
  expect(table.receipt.encoding.value).toBe(encoding);
  const lines = text.trim().split("\n");
  expect(table.headings.join(",")).toBe(lines[0]);
  expect(table.labels[0]?.text(1)).toBe(lines[2]?.split(",")[0]);
  table.free();
});

/** What `text` is in an encoding of one byte a character; null where it has a character that the encoding lacks. */
function encoded(encoding: string, text: string): Uint8Array | null {
  const all = decoderOf(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = [...text].map((character) => (character < "\u0080" ? character.charCodeAt(0) : all.indexOf(character)));
  return bytes.includes(-1) ? null : Uint8Array.from(bytes);
}

/** The names of all countries in a language, as many of a table's rows have them. */
function countriesIn(language: string): string {
  const names = new Intl.DisplayNames([language], { type: "region" });
  const codes = Array.from({ length: 26 * 26 }, (_, k) => String.fromCharCode(65 + Math.floor(k / 26), 65 + (k % 26)));
  const rows = codes.map((code) => [code, names.of(code)]).filter(([code, name]) => code !== name);
  return `${rows.map((row, k) => `${k},${row.join(",")}`).join("\r\n")}\r\n`.replaceAll(/[‘’]/g, "'");
}

const western = ["da", "de", "es", "fi", "fr", "it", "nb", "nl", "pt", "sv"];
const central = ["cs", "hr", "hu", "pl", "sk", "sl"];

/** Reads the rows that an encoding can write, as far as it was detected. */
function expectRead(encoding: string, language: string): void {
  const rows = countriesIn(language)
    .split("\r\n")
    .filter((row) => encoded(encoding, row) !== null);
  const bytes = encoded(encoding, rows.join("\r\n")) ?? new Uint8Array(0);
  const detected = detectEncoding(bytes)?.encoding ?? "windows-1252";
  expect(decoderOf(detected).decode(bytes)).toBe(rows.join("\r\n"));
}

describe.each(["windows-1252", "ibm850", "ibm437", "macintosh"])("countries in %s", (encoding) => {
  it.each(western)("are read as they were written: %s", (language) => expectRead(encoding, language));
});

describe.each(["windows-1250", "ibm852"])("countries in %s", (encoding) => {
  it.each(central)("are read as they were written: %s", (language) => expectRead(encoding, language));
});

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

it("takes a few strange bytes for Western ones", () => {
  for (const text of ["caf\xe9,1\n", "\xa35,\xa36\n", "20\xb0C,5\n", "M\xfcnchen,K\xf6ln,Z\xfcrich,Gen\xe8ve\n"]) {
    expect(detectEncoding(latin(text))).toBeNull();
  }
});

it.each([
  ["quotes", "He said \x93hello\x94,and \x93good bye\x94,then \x91so\x92\n"],
  ["apostrophes", "don\x92t,can\x92t,won\x92t,isn\x92t,it\x92s,the boys\x92 own\n"],
  ["dashes and dots", "a \x96 b,c \x97 d,1\x962,3\x964,and so on\x85,more\x85\n"],
  ["prices", "\x80 5,\x80 6,\xa3 7,8 \x80,9\x80\n"],
  ["units", "5 m\xb2,6 m\xb3,20 \xb0C,7 \xb5m,\xbd,\xbc,3 \xd7 4,\xb1 2\n"],
  ["ordinals and marks", "1\xba,2\xaa,\xabsi\xbb,\xbfqu\xe9?,\xa1no!,\xa9 2020,\xae\n"],
])("leaves Windows text with %s to windows-1252", (_, text) => {
  for (const end of ["\n", "\r\n"]) expect(detectEncoding(latin(text.replace("\n", end)))).toBeNull();
});

it.each([
  ["ibm437", "╔══════════╗\r\n║ Report   ║\r\n╚══════════╝\r\nname,value\r\na,1\r\n"],
  ["ibm850", "────────────\r\nnome,preço\r\nSão João,1\r\nPão,2\r\nMaçã,3\r\n"],
  ["ibm852", "────────────\r\nmęsto,liczba\r\nŁódź,1\r\nKraków,2\r\nGdańsk,3\r\n"],
  ["ibm866", "────────────\r\nГород,Страна\r\nМосква,Россия\r\nКиев,Украина\r\n"],
])("knows a frame of MS-DOS: %s", (encoding, text) => {
  expect(detectEncoding(encoded(encoding, text) ?? new Uint8Array(0))?.encoding).toBe(encoding);
});
