/** Thrown while a file is read: the whole file refutes what its sample suggested, and it is read again from its start. */
export class Reconsider extends Error {
  readonly encoding: string;

  /** @param encoding to read with @param reason why */
  constructor(encoding: string, reason: string) {
    super(reason);
    this.encoding = encoding;
  }
}
