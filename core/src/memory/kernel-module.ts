/** A WebAssembly module of kernels: decoded and compiled when it is first asked for. */
export class KernelModule<Kernels> {
  readonly #hex: string;
  readonly #instances = new WeakMap<WebAssembly.Memory, Kernels>();
  #compiled: WebAssembly.Module | undefined;

  constructor(hex: string) {
    this.#hex = hex;
  }

  /** May be posted to other threads. */
  get compiled(): WebAssembly.Module {
    this.#compiled ??= new WebAssembly.Module(bytesOf(this.#hex));
    return this.#compiled;
  }

  /** Takes kernels that another thread compiled. */
  use(compiled: WebAssembly.Module): void {
    this.#compiled = compiled;
  }

  /** The kernels over one memory: instantiated when they are first asked for. */
  over(memory: WebAssembly.Memory): Kernels {
    let kernels = this.#instances.get(memory);
    if (kernels === undefined) {
      const { exports } = new WebAssembly.Instance(this.compiled, { env: { memory } });
      kernels = exports as unknown as Kernels;
      this.#instances.set(memory, kernels);
    }
    return kernels;
  }
}

/** A loop, because this runs once, when no code is compiled yet: what calls a function for each byte takes several times as long. */
function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2);
  for (let k = 0; k < bytes.length; k++) {
    const high = hex.charCodeAt(2 * k);
    const low = hex.charCodeAt(2 * k + 1);
    // The digits 0 to 9 are 0x30 to 0x39, a to f are 0x61 to 0x66.
    bytes[k] = ((high & 15) + 9 * (high >> 6)) * 16 + (low & 15) + 9 * (low >> 6);
  }
  return bytes;
}
