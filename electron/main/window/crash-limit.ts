/** A page that crashes is answered by a new page, but not in a loop: three times within a minute and it is enough. */
export class CrashLimit {
  static readonly crashes = 3;
  static readonly milliseconds = 60_000;
  #times: number[] = [];

  /** Notes a crash at `now` (milliseconds) and says whether a new page may be tried. */
  mayTryAgain(now: number): boolean {
    this.#times = this.#times.filter((time) => now - time < CrashLimit.milliseconds);
    this.#times.push(now);
    return this.#times.length <= CrashLimit.crashes;
  }
}
