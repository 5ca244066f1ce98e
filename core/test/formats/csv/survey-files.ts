import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Files that people published, and the tables that a careful person reads from them. */
const survey = fileURLToPath(new URL("../../../../../shared/data/csv-survey/", import.meta.url));

export const isSurveyMissing = !existsSync(survey);
if (isSurveyMissing) console.warn("Skipped: the survey of CSV files is not at ../shared/data/csv-survey beside the checkout.");

/** The names of all files, in order. */
export function surveyNames(): string[] {
  return readdirSync(`${survey}csv`).sort();
}

/** @param which as it was published, or as a careful person reads it */
export function surveyBytes(which: "csv" | "clean", name: string): Uint8Array {
  return new Uint8Array(readFileSync(`${survey}${which}/${name}`));
}
