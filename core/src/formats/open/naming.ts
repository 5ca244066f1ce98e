import { ArgscopeError, CapacityError, FormatError, UnsupportedError, ValueError } from "../../errors.ts";

/** The same refusal with the file's name in front, where it does not say it yet. */
export function naming(name: string, thrown: unknown): unknown {
  if (!(thrown instanceof ArgscopeError) || thrown.message.includes(name)) return thrown;
  const message = `${name}: ${thrown.message}`;
  if (thrown instanceof FormatError) return new FormatError(message, thrown.place);
  if (thrown instanceof UnsupportedError) return new UnsupportedError(message);
  if (thrown instanceof CapacityError) return new CapacityError(message, thrown.needed, thrown.available);
  if (thrown instanceof ValueError) return new ValueError(message);
  return thrown;
}
