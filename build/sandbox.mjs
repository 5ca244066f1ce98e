// @ts-check
import { readFileSync } from "node:fs";

/** Kernel settings that, with this value, keep an ordinary user's Chromium from making its sandbox. Ubuntu 24.04 has the first. */
const forbidding = [
  ["/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1"],
  ["/proc/sys/kernel/unprivileged_userns_clone", "0"],
  ["/proc/sys/user/max_user_namespaces", "0"],
];

/** Why Chromium's sandbox cannot work here; undefined where it can. */
export function sandboxObstacle() {
  if (process.platform !== "linux") return undefined;
  if (process.getuid?.() === 0) return "Chromium's sandbox does not work for root";
  const setting = forbidding.find(([path, value]) => read(path) === value)?.[0];
  return setting === undefined ? undefined : `this system forbids Chromium's sandbox to unpacked programs (${setting})`;
}

/** @param {string | undefined} path */
function read(path = "") {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return undefined; // this kernel has no such setting
  }
}
