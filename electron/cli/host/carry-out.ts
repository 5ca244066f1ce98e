import type { Fault } from "@argscope/core/contract/result.ts";
import { faultOf } from "@argscope/core/errors.ts";
import type { Request } from "../command/request.ts";
import type { Outcome } from "../engine/job.ts";
import { cancelOnSignals } from "./cancel.ts";
import { type Destination, openDestination } from "./destination.ts";
import { startEngine } from "./engine.ts";
import { exitCodes } from "./exit-codes.ts";
import { showProgress } from "./progress.ts";

/** Does what a command line asks for. @param out a file's path; `null` for standard output @returns the exit code */
export async function carryOut(request: Request, out: string | null): Promise<number> {
  if (request.format === "npy" && out === null && process.stdout.isTTY) {
    return complain("An .npy file is nothing for a terminal: name a file with --out.", exitCodes.usage);
  }
  const control = new Int32Array(new SharedArrayBuffer(8));
  const hideProgress = showProgress(control);
  let destination: Destination;
  try {
    // First, so that nobody waits for an answer that has nowhere to go.
    destination = await openDestination(out, hideProgress);
  } catch (error) {
    hideProgress();
    return refuse(faultOf(error));
  }
  const engine = startEngine(request, control, destination);
  const cancelling = cancelOnSignals(control, { stop: engine.stop, abort: () => destination.abort() });
  const outcome = await engine.outcome;
  hideProgress();
  await engine.stop();
  await destination.abort();
  cancelling.end();
  if (destination.closed) return exitCodes.fine;
  return exitCode(outcome, cancelling.exitCode);
}

function exitCode(outcome: Outcome, cancelled: number | null): number {
  if (outcome.kind === "done") return exitCodes.fine;
  // Whatever stopped it then, its input's sudden end for instance: the person did.
  if (cancelled !== null) return complain("Cancelled.", cancelled);
  return outcome.kind === "usage" ? complain(outcome.sentence, exitCodes.usage) : refuse(outcome.fault);
}

function refuse({ name, message }: Fault): number {
  return complain(`${name}: ${message}`, exitCodes.refused);
}

/** One line, whatever a file put into the sentence: it reaches no terminal as a command. */
function complain(sentence: string, code: number): number {
  process.stderr.write(`argscope: ${sentence.replaceAll(/\p{Cc}+/gu, " ")}\n`);
  return code;
}
