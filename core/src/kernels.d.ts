/** The compiled kernels, as `build/kernels.mjs` makes them from core/kernels. */
declare module "argscope:kernels" {
  export const wasmBase64: string;
}
