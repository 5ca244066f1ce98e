// @ts-check
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { hasDisplay } from "./display.mjs";
import { quickstart } from "./quickstart.mjs";
import { root } from "./root.mjs";
import { sandboxObstacle } from "./sandbox.mjs";
import { setUp, withDisplay } from "./set-up.mjs";

const sample = join(root, "renderer", "samples", "city-temperatures.csv");

/** npm runs scripts in the package's folder; INIT_CWD is where the person typed. */
const given = process.argv[2];
const file = given === undefined ? sample : resolve(process.env["INIT_CWD"] ?? process.cwd(), given);

/** @param {string} line */
const log = (line) => console.error(line);

try {
  const runtime = await setUp({ log, tests: false });
  const obstacle = sandboxObstacle();
  const sandbox = obstacle === undefined ? [] : ["--no-sandbox"];
  if (obstacle !== undefined) log(`Start: ${obstacle}, so it is off.`);
  process.exitCode = hasDisplay()
    ? await show(runtime.executable, [...sandbox, root, file])
    : await withDisplay(() => quickstart({ executable: runtime.executable, sandbox, file, log }));
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** The app in its window, until it is closed. @param {string} executable @param {string[]} args @returns {Promise<number>} */
function show(executable, args) {
  return new Promise((done, fail) => {
    const app = spawn(executable, args, { cwd: root, stdio: "inherit" });
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => app.kill(signal));
    app.on("error", fail);
    app.on("exit", (code) => done(code ?? 1));
  });
}
