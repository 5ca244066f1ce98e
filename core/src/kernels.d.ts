/** The compiled kernels, as `build/kernels.mjs` makes them from core/kernels. */
declare module "argscope:kernels/reductions" {
  export const wasmBase64: string;
}

declare module "argscope:kernels/tables" {
  export const wasmBase64: string;
}

declare module "argscope:kernels/tallies" {
  export const wasmBase64: string;
}
