/** The compiled kernels, as `build/kernels.mjs` makes them from core/kernels. */
declare module "argscope:kernels/reductions" {
  export const wasmHex: string;
}

declare module "argscope:kernels/tables" {
  export const wasmHex: string;
}

declare module "argscope:kernels/tallies" {
  export const wasmHex: string;
}
