import { isHalf } from "./key";

// @ts-ignore: decorator
@inline
export function isNumber<T>(at: usize): bool {
  if (isHalf<T>()) return (load<u16>(at) & 0x7fff) <= 0x7c00;
  return load<T>(at) == load<T>(at);
}

/** The first NaN of n elements, or n. */
export function firstNaN<T>(at: usize, n: usize): usize {
  let k: usize = 0;
  while (k < n && isNumber<T>(at + k * sizeof<T>())) k++;
  return k;
}

/** The first element of n that is no NaN, or n. */
export function firstNumber<T>(at: usize, n: usize): usize {
  let k: usize = 0;
  while (k < n && !isNumber<T>(at + k * sizeof<T>())) k++;
  return k;
}
