/** The command line does not say what can be done: one sentence. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
