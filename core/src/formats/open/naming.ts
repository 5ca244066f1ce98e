import { ArgscopeError, CapacityError, FormatError, UnsupportedError, ValueError } from "../../errors.ts";

/** The same refusal with the file's name in front, where it does not say it yet. */
function naming(name: string, thrown: unknown): unknown {
  if (!(thrown instanceof ArgscopeError) || thrown.message.includes(name)) return thrown;
  const message = `${name}: ${thrown.message}`;
  if (thrown instanceof FormatError) return new FormatError(message, thrown.place);
  if (thrown instanceof UnsupportedError) return new UnsupportedError(message);
  if (thrown instanceof CapacityError) return new CapacityError(message, thrown.needed, thrown.available);
  if (thrown instanceof ValueError) return new ValueError(message);
  return thrown;
}

/** What `work` gives; a refusal of it names the file. */
export async function named<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw naming(name, error);
  }
}
