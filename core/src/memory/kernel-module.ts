/** A WebAssembly module of kernels: decoded and compiled when it is first asked for. */
export class KernelModule<Kernels> {
  readonly #base64: string;
  readonly #instances = new WeakMap<WebAssembly.Memory, Kernels>();
  #compiled: WebAssembly.Module | undefined;

  constructor(base64: string) {
    this.#base64 = base64;
  }

  /** May be posted to other threads. */
  get compiled(): WebAssembly.Module {
    this.#compiled ??= new WebAssembly.Module(bytesOf(atob(this.#base64)));
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

/** A loop, because this runs once, when no code is compiled yet: `Uint8Array.from` takes several times as long. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < bytes.length; k++) bytes[k] = text.charCodeAt(k);
  return bytes;
}
