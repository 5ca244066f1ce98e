// @ts-check
import { spawn } from "node:child_process";

/** Whether windows can be shown: always, except on a Linux without a session of X or Wayland. */
export function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

/**
 * Starts an X server that draws into memory, on a number that it finds free itself, and makes it the display of this
 * process and its children. It ends with this process at the latest. (`xvfb-run` is not used: it overwrites an environment variable
 * named ARGS, and leaves the server behind when it is killed.)
 *
 * @returns {Promise<() => void>} ends it
 * @throws {Error} Xvfb is missing or says why it cannot start
 */
export function virtualDisplay() {
  return new Promise((resolve, reject) => {
    const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1440x900x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "pipe", "pipe"],
    });
    const end = () => {
      process.off("exit", end);
      server.kill();
    };
    process.on("exit", end);
    let complaint = "";
    server.stderr?.setEncoding("utf8").on("data", (text) => {
      complaint += text;
    });
    server.on("error", (error) => reject(new Error(`No virtual display: ${error.message}.`)));
    server.on("exit", () => reject(new Error(`No virtual display: Xvfb ended. ${complaint.trim()}`)));
    let number = "";
    server.stdio[3]?.on("data", (bytes) => {
      number += bytes;
      if (!number.endsWith("\n")) return;
      process.env["DISPLAY"] = `:${number.trim()}`;
      // A Node process that has nothing else to do may end while the server runs.
      server.unref();
      for (const stream of server.stdio) if (stream && "unref" in stream && typeof stream.unref === "function") stream.unref();
      resolve(end);
    });
  });
}
