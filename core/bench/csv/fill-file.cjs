// @ts-check
const { readSync } = require("node:fs");

/**
 * Fills `target` with a file's bytes from `start` on. CommonJS, because a thread starts sooner so.
 *
 * @param {number} file its descriptor @param {Uint8Array} target @param {number} start
 */
module.exports = function fillFile(file, target, start) {
  for (let at = 0; at < target.length; ) {
    const count = readSync(file, target, at, target.length - at, start + at);
    if (count === 0) throw new Error(`The file ended at byte ${start + at}.`);
    at += count;
  }
};
