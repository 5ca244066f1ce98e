// @ts-check
import { writeFileSync } from "node:fs";

/**
 * A reporter for Playwright that writes one tally for each project.
 * @import { Reporter } from "@playwright/test/reporter"
 * @implements {Reporter}
 */
class TallyReporter {
  /** @type {import("@playwright/test/reporter").Suite | undefined} */
  #all;
  #errors = 0;

  /** @param {import("@playwright/test/reporter").FullConfig} _config @param {import("@playwright/test/reporter").Suite} all */
  onBegin(_config, all) {
    this.#all = all;
  }

  /** An error that belongs to no test: a file that does not load, say. */
  onError() {
    this.#errors++;
  }

  onEnd() {
    const tallies = (this.#all?.suites ?? []).map((project) => {
      /** @type {import("./tally.mjs").Tally} */
      const tally = { runner: project.title, passed: 0, failed: 0, skipped: [] };
      for (const test of project.allTests()) {
        const outcome = test.outcome();
        const last = test.results.at(-1)?.status;
        if (outcome === "expected") tally.passed++;
        // Only tests that measure are tried again: a burst of the machine's other work doubles a task's processor time.
        else if (outcome === "flaky" && last !== "skipped") {
          tally.passed++;
          console.log(`measured again: ${test.parent.title} › ${test.title} (${test.results.length} times)`);
        } else if (last === "skipped") {
          const reason = test.annotations.find(({ type }) => type === "skip" || type === "fixme")?.description;
          tally.skipped.push({ test: `${test.parent.title} › ${test.title}`, reason: reason ?? "no reason given" });
        } else tally.failed++;
      }
      return tally;
    });
    if (this.#errors > 0) tallies.push({ runner: "e2e", passed: 0, failed: this.#errors, skipped: [] });
    writeFileSync(/** @type {string} */ (process.env["ARGSCOPE_TALLY"]), JSON.stringify(tallies));
  }
}

export default TallyReporter;
