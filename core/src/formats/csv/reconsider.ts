/** What earlier readings of a file found out that its sample does not show. */
export interface Known {
  readonly encoding?: string;
  /** Why it is that encoding. */
  readonly why?: string;
  /** The first cells of a row do not stand for all of them. */
  readonly wholeRows?: true;
}

/** Thrown while a file is read: the whole file refutes what its sample suggested, and it is read again from its start. */
export class Reconsider extends Error {
  readonly known: Known;

  /** @param known what is better to be known at the next reading */
  constructor(known: Known) {
    super("The file is to be read anew.");
    this.known = known;
  }
}
