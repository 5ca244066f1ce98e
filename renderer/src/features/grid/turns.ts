import { nextTask } from "../../state/next-task.ts";

/** A window that is not to be seen has no frames. */
const LONGEST_FRAME_MS = 60;

/** Once what was written so far is on the screen. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_FRAME_MS);
  });
}

/**
 * Steps that change the page, each a task of its own: together they would be a long one. Before the first of them the window has
 * a frame for whatever else has changed in it: the styles and the layout of both in one frame are what takes longest.
 */
export class Turns {
  #steps: (() => void)[] = [];
  #isTaking = false;

  /** These steps take over from those that are still to come. */
  async take(steps: readonly (() => void)[]): Promise<void> {
    this.#steps = [...steps];
    if (this.#isTaking) return;
    this.#isTaking = true;
    try {
      await nextFrame();
      for (let step = this.#steps.shift(); step !== undefined; step = this.#steps.shift()) {
        step();
        await nextTask();
      }
    } finally {
      this.#isTaking = false;
    }
  }

  /** Gives up what is still to come. */
  drop(): void {
    this.#steps = [];
  }
}
