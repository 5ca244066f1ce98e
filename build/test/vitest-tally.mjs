// @ts-check
import { writeFileSync } from "node:fs";

/**
 * A reporter for vitest that writes what our tally needs. Vitest's own JSON leaves out why a test was skipped.
 * @import { Reporter } from "vitest/reporters"
 * @implements {Reporter}
 */
class TallyReporter {
  /**
   * @param {ReadonlyArray<import("vitest/node").TestModule>} modules
   * @param {ReadonlyArray<import("vitest/node").SerializedError>} errors
   */
  onTestRunEnd(modules, errors) {
    let passed = 0;
    let failed = errors.length;
    /** @type {import("./tally.mjs").Tally["skipped"]} */
    const skipped = [];
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      const broken = [module, ...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length;
      failed += broken;
      for (const test of tests) {
        const result = test.result();
        if (result.state === "passed") passed++;
        else if (result.state === "skipped") skipped.push({ test: test.fullName, reason: result.note ?? "no reason given" });
        else failed++;
      }
    }
    writeFileSync(
      /** @type {string} */ (process.env["ARGSCOPE_TALLY"]),
      JSON.stringify([{ runner: "unit", passed, failed, skipped }]),
    );
  }
}

export default TallyReporter;
