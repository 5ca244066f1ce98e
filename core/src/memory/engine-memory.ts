import { CapacityError, InternalError } from "../errors.ts";
import { Arena, footprint, PAGE_BYTES, pagesOf, SCRATCH_BYTES, TAIL_BYTES } from "./arena.ts";

/** A piece of shared memory that holds one array. */
export interface Block {
  readonly memory: WebAssembly.Memory;
  /** Where the block starts in `memory.buffer`, in bytes; a multiple of 64. */
  readonly byteOffset: number;
  /** What was asked for, in bytes. */
  readonly byteLength: number;
}

const MAXIMUM_PAGES = 65_536;

/** The largest array: WebAssembly addresses 4 GiB, and the kernels need a little of it. In bytes. */
export const LARGEST_BLOCK = MAXIMUM_PAGES * PAGE_BYTES - SCRATCH_BYTES - TAIL_BYTES;

/** Arrays up to this size share memories of `SHARED_PAGES`; larger ones have memories of their own kind. In bytes. */
const SMALL = 4 * 1024 * 1024;
const SHARED_PAGES = 1024;

const arenas = { small: new Set<Arena>(), large: new Set<Arena>() };
const arenaOf = new WeakMap<ArrayBufferLike, Arena>();
const blocks = new WeakMap<ArrayBufferLike, Map<number, Block>>();
let limit = Number.POSITIVE_INFINITY;

/**
 * The most that the engine's memories may take together, in bytes. Without it only the address space is the limit, and a
 * system that promises more than it has may end the program. A room that knows the machine says it here.
 */
export function limitMemory(bytes: number): void {
  limit = bytes;
}

/** Bytes that the engine's memories take from the system, whether arrays are in them or not. */
export function heldBytes(): number {
  let held = 0;
  for (const arena of [...arenas.small, ...arenas.large]) held += arena.byteLength;
  return held;
}

const gigabytes = (bytes: number) =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : bytes >= 1e6 ? `${(bytes / 1e6).toFixed(0)} MB` : `${bytes} bytes`;

function refuse(needed: number, available: number): CapacityError {
  const message = `This needs ${gigabytes(needed)} of memory in one piece, and ${gigabytes(available)} can be had.`;
  return new CapacityError(message, needed, available);
}

/**
 * Pages of a memory for one large block. Sizes are rounded up to a quarter of their power of two, so that a slightly larger
 * array fits into the memory of the one before it. What is not touched costs address space alone.
 */
function pagesFor(bytes: number): number {
  const pages = pagesOf(bytes);
  const step = 2 ** Math.max(0, Math.floor(Math.log2(pages)) - 2);
  return Math.min(MAXIMUM_PAGES, Math.ceil(pages / step) * step);
}

function tryArena(pages: number): Arena | undefined {
  try {
    return new Arena(pages);
  } catch {
    // V8 collects garbage and tries again by itself before it throws a RangeError.
    return undefined;
  }
}

const roomIn = (memoryBytes: number) => Math.max(0, memoryBytes - SCRATCH_BYTES - TAIL_BYTES);

function newArena(bytes: number, kind: keyof typeof arenas): Arena {
  const pages = kind === "small" ? SHARED_PAGES : pagesFor(bytes);
  // An idle memory that was too small for this request would only be held beside it.
  if (kind === "large") for (const arena of arenas.large) if (arena.idle) arenas.large.delete(arena);
  const exact = pagesOf(bytes);
  const left = limit - heldBytes();
  if (exact * PAGE_BYTES > left) throw refuse(bytes, roomIn(left));
  const arena = (pages * PAGE_BYTES <= left ? tryArena(pages) : undefined) ?? tryArena(exact);
  if (arena) return arena;
  let smaller = exact;
  do smaller = Math.floor(smaller / 2);
  while (smaller * PAGE_BYTES > SCRATCH_BYTES && !tryArena(smaller));
  throw refuse(bytes, roomIn(smaller * PAGE_BYTES));
}

/**
 * A block of shared memory, aligned to 64 bytes. Its content is whatever was there before.
 *
 * @param byteLength  0 ≤ byteLength; an integer.
 * @throws {CapacityError} more than one memory can hold, than `limitMemory` allows, or than the system gives. Nothing is
 *   allocated then, and an earlier array is untouched.
 */
export function allocate(byteLength: number): Block {
  if (!Number.isInteger(byteLength) || byteLength < 0) throw new InternalError(`A block of ${byteLength} bytes was asked for.`);
  const bytes = footprint(byteLength);
  if (bytes > LARGEST_BLOCK) throw refuse(byteLength, LARGEST_BLOCK);
  const kind = bytes <= SMALL ? "small" : "large";
  let arena: Arena | undefined;
  let tightest = Number.POSITIVE_INFINITY;
  for (const candidate of arenas[kind]) {
    const room = candidate.fit(bytes);
    if (room !== undefined && room < tightest) {
      arena = candidate;
      tightest = room;
    }
  }
  if (!arena) {
    arena = newArena(bytes, kind);
    arenas[kind].add(arena);
    arenaOf.set(arena.buffer, arena);
    blocks.set(arena.buffer, new Map());
  }
  const byteOffset = arena.take(bytes);
  if (byteOffset === undefined) throw new InternalError(`A free range of ${bytes} bytes was promised and is not there.`);
  const block = { memory: arena.memory, byteOffset, byteLength };
  blocks.get(arena.buffer)?.set(byteOffset, block);
  return block;
}

/**
 * Gives a block back for later arrays. Views of it that are still around would show those arrays' content.
 *
 * @throws {InternalError} the block is not in use: it was released before, or never allocated here.
 */
export function release(block: Block): void {
  const arena = arenaOf.get(block.memory.buffer);
  if (!arena?.give(block.byteOffset)) throw new InternalError("A block was released that is not in use.");
  blocks.get(arena.buffer)?.delete(block.byteOffset);
}

/** The block in use that a typed array starts; undefined where its bytes are not the engine's. */
export function blockOf(data: ArrayBufferView): Block | undefined {
  // No block starts at 0, where the kernels' scratch is. Asking a small array on the heap for its buffer would take ten times as
  // long as the reduction whose answer it is.
  if (data.byteOffset === 0) return undefined;
  return blocks.get(data.buffer)?.get(data.byteOffset);
}

/** The memory that a typed array's bytes are in; undefined where they are not in the engine's. */
export function memoryOf(data: ArrayBufferView): WebAssembly.Memory | undefined {
  return arenaOf.get(data.buffer)?.memory;
}

/** A number for one of the engine's memories, by which other threads know it. */
export function numberOf(memory: WebAssembly.Memory): number {
  return arenaOf.get(memory.buffer)?.number ?? 0;
}

/** The numbers of the memories that the engine holds. */
export function numbersInUse(): number[] {
  return [...arenas.small, ...arenas.large].map(({ number }) => number);
}
