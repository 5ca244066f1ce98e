import type { Elements } from "../array/dtype.ts";

/** The numbers of one element as they were: one by itself, several (complex, text) as a copy. */
export type Original = number | bigint | Elements;

export function originalAt(data: Elements, place: number, numbers: number): Original {
  return numbers === 1 ? (data[place] as number | bigint) : data.slice(place * numbers, (place + 1) * numbers);
}

export function restore(data: Elements, place: number, numbers: number, original: Original): void {
  if (typeof original === "object") {
    for (let k = 0; k < numbers; k++) data[place * numbers + k] = original[k] as number;
  } else data[place] = original as number;
}
