import cities from "../../../samples/city-temperatures.csv?raw";
import { pickedText } from "../../host/file.ts";
import type { Picked } from "../../host/host.ts";

/** Something to try, which ships with the program. Opened the way a person's own text is. */
export interface Sample {
  readonly title: string;
  readonly about: string;
  readonly pick: () => Picked;
}

export const samples: readonly Sample[] = [
  {
    title: "[91, 92, 93, 7, 95]",
    about: "five numbers in a line",
    pick: () => pickedText("Five numbers", "[91, 92, 93, 7, 95]"),
  },
  {
    title: "[[8, 92, 93], [94, 9, 7]]",
    about: "two rows, three columns",
    pick: () => pickedText("Two rows", "[[8, 92, 93], [94, 9, 7]]"),
  },
  {
    title: "Monthly mean temperatures of cities",
    about: "a table with names and a few gaps",
    pick: () => pickedText("city-temperatures.csv", cities),
  },
];
