/**
 * Turns the whole float64 of [from, end) into 64-bit integers in place. One that is out of range becomes the nearest end of it:
 * the caller writes over it what it knows.
 */
export function wholeToSigned(from: usize, end: usize): void {
  for (; from < end; from += 8) store<i64>(from, load<f64>(from) as i64);
}

export function wholeToUnsigned(from: usize, end: usize): void {
  for (; from < end; from += 8) store<u64>(from, load<f64>(from) as u64);
}
