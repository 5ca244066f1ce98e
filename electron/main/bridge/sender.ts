import { isOwnOrigin } from "../page/origin.ts";

/** The part of Electron's `WebFrameMain` that tells who asks. */
export interface AskingFrame {
  readonly url: string;
  readonly parent: unknown;
  readonly detached: boolean;
}

/**
 * Whether a message comes from our own page: a main frame of our origin, still attached.
 *
 * `null` is a frame that is gone. An empty URL is a frame that has not loaded anything, and not ours.
 */
export function isOwnPage(frame: AskingFrame | null): boolean {
  return frame !== null && !frame.detached && frame.parent === null && isOwnOrigin(frame.url);
}
