import { free } from "./empty.ts";
import type { NdArray } from "./ndarray.ts";

/** Does some work on new arrays, and gives them back where it fails: nobody else can. */
export function orFreed<T>(made: readonly NdArray[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    for (const array of made) free(array);
    throw error;
  }
}
