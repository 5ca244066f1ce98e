import { version } from "../../../package.json";
import { parse } from "../command/parse.ts";
import { carryOut } from "./carry-out.ts";
import { exitCodes } from "./exit-codes.ts";

/** The whole program: what the command line says, to its exit code. */
export async function run(argv: readonly string[]): Promise<void> {
  const parsed = parse(argv, version);
  switch (parsed.kind) {
    case "print":
      process.stdout.write(parsed.text);
      return;
    case "wrong":
      process.stderr.write(`argscope: ${parsed.sentence}\n${parsed.help}`);
      process.exitCode = exitCodes.usage;
      return;
    case "run":
      process.exitCode = await carryOut(parsed.request, parsed.out);
  }
}
