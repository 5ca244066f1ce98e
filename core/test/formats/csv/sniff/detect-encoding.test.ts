import { expect, it } from "vitest";
import { readCsv } from "../../../../src/formats/csv/index.ts";
import { detectEncoding } from "../../../../src/formats/csv/sniff/detect-encoding.ts";

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

it("takes a few strange bytes for Western ones", () => {
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  for (const text of ["caf\xe9,1\n", "\xa35,\xa36\n", "20\xb0C,5\n", "M\xfcnchen,K\xf6ln,Z\xfcrich,Gen\xe8ve\n"]) {
    expect(detectEncoding(latin(text))).toBeNull();
  }
});
