const POOL = 4;
const INIT_A = 0x43b0d7e5;
const MULT_A = 0x931e8875;
const INIT_B = 0x8b51f9dd;
const MULT_B = 0x58f38ded;
const MIX_L = 0xca01f9dd;
const MIX_R = 0x4973f715;

/**
 * The words that NumPy's `SeedSequence(seed).generate_state(words)` gives: 32 bits each, the seed well mixed.
 *
 * @param seed 0 or more.
 * @see numpy/random/bit_generator.pyx, SeedSequence
 */
export function seedWords(seed: bigint, words: number): Uint32Array {
  const pool = mixedPool(wordsOf(seed));
  const state = new Uint32Array(words);
  let constant = INIT_B;
  for (let k = 0; k < words; k++) {
    let value = ((pool[k % POOL] as number) ^ constant) >>> 0;
    constant = Math.imul(constant, MULT_B) >>> 0;
    value = Math.imul(value, constant) >>> 0;
    state[k] = value ^ (value >>> 16);
  }
  return state;
}

/** An integer in pieces of 32 bits, the lowest first; 0 is one piece. */
function wordsOf(seed: bigint): number[] {
  const words: number[] = [];
  for (let rest = seed; rest > 0n || words.length === 0; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return words;
}

function mixedPool(entropy: readonly number[]): Uint32Array {
  const pool = new Uint32Array(POOL);
  let constant = INIT_A;
  const hashed = (given: number) => {
    let value = (given ^ constant) >>> 0;
    constant = Math.imul(constant, MULT_A) >>> 0;
    value = Math.imul(value, constant) >>> 0;
    return (value ^ (value >>> 16)) >>> 0;
  };
  const mixIn = (target: number, value: number) => {
    const mixed = (Math.imul(MIX_L, pool[target] as number) - Math.imul(MIX_R, value)) >>> 0;
    pool[target] = mixed ^ (mixed >>> 16);
  };
  for (let k = 0; k < POOL; k++) pool[k] = hashed(entropy[k] ?? 0);
  for (let from = 0; from < POOL; from++) {
    for (let to = 0; to < POOL; to++) if (from !== to) mixIn(to, hashed(pool[from] as number));
  }
  for (let k = POOL; k < entropy.length; k++) {
    for (let to = 0; to < POOL; to++) mixIn(to, hashed(entropy[k] as number));
  }
  return pool;
}
