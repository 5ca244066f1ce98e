export { cutRows } from "./cut-rows.ts";
export { noNumbersSentence } from "./no-numbers.ts";
export type { CsvOptions } from "./options.ts";
export { type CsvPreview, previewCsv } from "./preview.ts";
export { readCsv, readCsvFile } from "./read.ts";
export type { Decision, Receipt } from "./receipt.ts";
export { receiptSentences } from "./receipt-sentences.ts";
export type { CsvSource } from "./source.ts";
