import { AccessError, ValueError } from "@argscope/core/errors.ts";
import { expect, test } from "vitest";
import { asAccessError } from "../../main/files/access.ts";

const refusal = (code: string) => Object.assign(new Error(`${code}: /home/somebody/a.csv`), { code });

test.each([
  ["ENOENT", "read", "“a.csv” was not found."],
  ["ENOENT", "written", "The folder of “a.csv” was not found."],
  ["EISDIR", "read", "“a.csv” is a folder, not a file."],
  ["EACCES", "read", "“a.csv” cannot be read: permission is missing."],
  ["EPERM", "written", "“a.csv” cannot be written: permission is missing."],
  ["EROFS", "written", "“a.csv” cannot be written: the disk is read-only."],
  ["ENOSPC", "written", "“a.csv” cannot be written: the disk is full."],
  ["EDQUOT", "written", "“a.csv” cannot be written: the disk is full."],
  ["EBUSY", "written", "“a.csv” cannot be written: another program holds it."],
  ["ENAMETOOLONG", "written", "“a.csv” cannot be written: its name is too long."],
  ["EMFILE", "read", "“a.csv” cannot be read: too many files are open."],
  ["EIO", "read", "“a.csv” cannot be read (EIO)."],
] as const)("%s of a file being %s is one sentence without the path", (code, deed, sentence) => {
  const error = asAccessError(refusal(code), "/home/somebody/a.csv", deed);
  expect(error).toBeInstanceOf(AccessError);
  expect(error).toHaveProperty("message", sentence);
});

test("what is not the file system's refusal stays what it is", () => {
  for (const error of [new ValueError("no"), new TypeError("defect"), "text"]) {
    expect(asAccessError(error, "/home/somebody/a.csv", "read")).toBe(error);
  }
});
