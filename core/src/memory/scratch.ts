// The front of every engine memory: a slot for each thread that may work on it.
//
//   slot t at FIRST_SLOT + t * SLOT_BYTES:  | best keys and what narrow.ts keeps, 128 KiB | winners as int32, 256 KiB | rows' worth, 32 KiB | unused |

const FIRST_SLOT = 1024;
const SLOT_BYTES = 480 * 1024;
const KEYS_BYTES = 128 * 1024;

/** Threads that may work on one memory at the same time. */
export const MAXIMUM_THREADS = 8;

/** Winners that a slot holds. */
export const STAGED = 65_536;

/** Where thread `slot` keeps the best keys of its columns, in bytes from the start of the memory. */
export const keysAt = (slot: number) => FIRST_SLOT + slot * SLOT_BYTES;

/** Where a kernel leaves the winners that thread `slot` is to deliver. */
export const winnersAt = (slot: number) => keysAt(slot) + KEYS_BYTES;

/** Where a kernel keeps what it counts of a piece of a row; 32 KiB. */
export const rowsAt = (slot: number) => winnersAt(slot) + 4 * STAGED;
