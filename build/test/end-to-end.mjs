// @ts-check
import { packageApplication } from "../package.mjs";
import { programPath } from "../program.mjs";
import { withDisplay } from "../set-up.mjs";
import { runEndToEnd } from "./runners.mjs";

/** What the usual packages and installers call a Chromium. */
const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The end-to-end tests in every room that this system has a program for; a room without one is skipped, and said.
 *
 * @param {string} electron the program
 * @param {(line: string) => void} log
 * @returns {Promise<import("./tally.mjs").Tally[]>}
 */
export async function endToEnd(electron, log) {
  const { twin } = await packageApplication({ log });
  const browser = process.env["ARGSCOPE_CHROMIUM"] || browsers.map(programPath).find((path) => path !== undefined);
  const rooms = [
    { project: "electron", variable: "ARGSCOPE_ELECTRON", program: electron },
    { project: "packaged", variable: "ARGSCOPE_PACKAGED", program: twin ?? "" },
    { project: "browser", variable: "ARGSCOPE_CHROMIUM", program: browser ?? "" },
  ];
  const ran = await withDisplay(() => runEndToEnd(rooms.filter(({ program }) => program !== "")));
  const closed = rooms.filter(({ program }) => program === "");
  return [
    ...ran,
    ...closed.map(({ project, variable }) => {
      const reason = `this system has no program for it, and none is named in ${variable}`;
      return { runner: project, passed: 0, failed: 0, skipped: [{ test: "all of them", reason }] };
    }),
  ];
}
