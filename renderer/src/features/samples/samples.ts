import type { Source } from "@argscope/core/contract/worker.ts";
import cities from "../../../samples/city-temperatures.csv?raw";
import { textSource } from "../../host/file.ts";

/** Something to try, which ships with the program. Opened the way a person's own text is. */
export interface Sample {
  readonly title: string;
  readonly about: string;
  readonly source: Source;
}

export const samples: readonly Sample[] = [
  {
    title: "[91, 92, 93, 7, 95]",
    about: "five numbers in a line",
    source: textSource("Five numbers", "[91, 92, 93, 7, 95]"),
  },
  {
    title: "[[8, 92, 93], [94, 9, 7]]",
    about: "two rows, three columns",
    source: textSource("Two rows", "[[8, 92, 93], [94, 9, 7]]"),
  },
  {
    title: "Monthly mean temperatures of cities",
    about: "a table with names and a few gaps",
    source: textSource("city-temperatures.csv", cities),
  },
];
