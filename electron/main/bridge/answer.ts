import type { Result } from "@argscope/core/contract/result.ts";
import { failed, ok } from "@argscope/core/contract/result.ts";
import { AccessError, ArgscopeError, faultOf, InternalError } from "@argscope/core/errors.ts";
import type { WebContents } from "electron";
import { ipcMain } from "electron";
import { CHANNELS, type Question, type Questions } from "../../preload/channels.ts";
import { isOwnPage } from "./sender.ts";

type Value<R> = R extends Promise<Result<infer T>> ? T : never;

/** An answer to every question of the bridge. It answers plainly or throws; the boundary makes a `Result` of either. */
export type Answers = {
  readonly [Q in Question]: (...args: Parameters<Questions[Q]>) => Promise<Value<ReturnType<Questions[Q]>>>;
};

/**
 * Answers the page's questions. The only place that listens to `ipcMain`.
 *
 * @param own  the contents of our window, or `null` while there is none: nobody else is answered.
 */
export function answerQuestions(own: () => WebContents | null, answers: Answers): void {
  for (const question of Object.keys(CHANNELS) as Question[]) {
    const answer: (...texts: string[]) => Promise<unknown> = answers[question];
    ipcMain.handle(CHANNELS[question], (event, ...args: unknown[]) => {
      const ours = event.sender === own() && isOwnPage(event.senderFrame);
      return ours ? resultOf(answer, args) : failed(new AccessError("Only Argscope's own page is answered.").toFault());
    });
  }
}

/** All that the page passes is text, and exactly as many as the answer declares: types are gone at run time. */
async function resultOf(answer: (...texts: string[]) => Promise<unknown>, args: unknown[]): Promise<Result<unknown>> {
  try {
    const texts = args.filter((arg) => typeof arg === "string");
    if (args.length !== answer.length || texts.length !== args.length) {
      throw new InternalError("A question with wrong arguments was refused.");
    }
    return ok(await answer(...texts));
  } catch (error) {
    // The page gets one sentence; a defect of ours keeps its stack here.
    if (!(error instanceof ArgscopeError)) console.error(error);
    return failed(faultOf(error));
  }
}
