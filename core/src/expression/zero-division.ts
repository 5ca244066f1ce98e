import { ArgscopeError } from "../errors.ts";

/** Python's ZeroDivisionError. */
export class ZeroDivisionError extends ArgscopeError {
  readonly tag = "Value";
  override readonly name = "ZeroDivisionError";
}
