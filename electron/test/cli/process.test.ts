import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { builtProgram } from "./program.ts";

const { file, folder, run, write } = builtProgram();
const posix = process.platform !== "win32";

const longRows = 400_000;

beforeAll(() => {
  const lines = Array.from({ length: longRows }, (_, k) => `${k % 977},${(k * 31) % 1013},${k % 3}`);
  write("long.csv", `a,b,c\n${lines.join("\n")}\n`);
});

function start(...args: string[]) {
  const child = spawn(process.execPath, [file, ...args], { cwd: folder });
  let err = "";
  child.stderr.on("data", (bytes: Buffer) => {
    err += bytes.toString();
  });
  child.stdin.on("error", () => undefined);
  return { child, ended: once(child, "close").then(([code, signal]) => ({ code, signal, err })) };
}

describe.skipIf(!posix)("a cancelled run", () => {
  it("ends with 130 on SIGINT, 143 on SIGTERM, and leaves no file behind", async () => {
    for (const [signal, code] of [
      ["SIGINT", 130],
      ["SIGTERM", 143],
    ] as const) {
      // Its input never ends: it cannot be done before the signal comes.
      const { child, ended } = start("convert", "-", "--out", "never.csv");
      child.stdin.write("a,b\n1,2\n");
      while (!readdirSync(folder).some((name) => name.endsWith(".part"))) await wait(20);
      await wait(300);
      child.kill(signal);
      expect(await ended).toEqual({ code, signal: null, err: "argscope: Cancelled.\n" });
      expect(readdirSync(folder).filter((name) => name.endsWith(".part") || name === "never.csv")).toEqual([]);
    }
  });

  it("ends also where the system holds it: a pipe that nobody writes to", async ({ skip }) => {
    if (spawnSync("mkfifo", [join(folder, "pipe")]).status !== 0) skip("there is no mkfifo");
    const { child, ended } = start("info", "pipe");
    await wait(700);
    child.kill("SIGINT");
    await wait(300);
    child.kill("SIGINT");
    const { code, signal } = await ended;
    // By the signal itself, which a shell tells as 130, unless the first one came before the system held it.
    expect([130, "SIGINT"]).toContain(code ?? signal);
  });

  it("reads a pipe by its name", async ({ skip }) => {
    if (spawnSync("mkfifo", [join(folder, "filled")]).status !== 0) skip("there is no mkfifo");
    const { ended, child } = start("argmin", "filled", "--axis", "0");
    let out = "";
    child.stdout.on("data", (bytes: Buffer) => {
      out += bytes.toString();
    });
    // Opening waits for the reader: another process does it.
    spawn("sh", ["-c", `printf 'a,b\\n3,1\\n2,5\\n' > '${join(folder, "filled")}'`]);
    expect(await ended).toMatchObject({ code: 0, err: "" });
    expect(out).toBe("[1 0]\n");
  });
});

describe("a reader that goes", () => {
  it("ends the program quietly", async () => {
    const { child, ended } = start("convert", "long.csv");
    const [first] = (await once(child.stdout, "data")) as [Buffer];
    expect(first.toString()).toMatch(/^a,b,c\r\n0,0,0\r\n/);
    child.stdout.destroy();
    expect(await ended).toEqual({ code: 0, signal: null, err: "" });
  });
});

describe("a large answer", () => {
  it("streams, with all of its lanes", async () => {
    const { code, text, err } = await run(["argmax", "long.csv", "--axis", "1", "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const answer = JSON.parse(text);
    expect(answer).toMatchObject({ result_shape: [longRows], nan_lanes: 0 });
    // Its cells are 348, 849 and 0.
    const row = 123_450;
    expect([answer.indices[row], answer.values[row], answer.labels[row]]).toEqual([1, 849, "b"]);
    expect(answer.tie_counts.length).toBe(longRows);
    const csv = await run(["argmax", "long.csv", "--axis", "1", "--format", "csv"]);
    expect(csv.text.split("\r\n")).toHaveLength(longRows + 2);
    expect(csv.text.split("\r\n")[row + 1]).toBe(`${row},1,b,849`);
  });

  it("waits for a slow reader instead of holding the text", async () => {
    const { child, ended } = start("convert", "long.csv");
    let length = 0;
    let ends = 0;
    for await (const bytes of child.stdout as AsyncIterable<Buffer>) {
      if (length === 0) await wait(300);
      length += bytes.length;
      ends += bytes.toString("latin1").split("\n").length - 1;
    }
    expect(await ended).toMatchObject({ code: 0, err: "" });
    expect(ends).toBe(longRows + 1);
  });
});

const python = spawnSync("python3", ["-c", "import pty"]).status === 0;
if (!python) console.warn("Skipped: there is no python3 with pty, so nothing is shown to a terminal.");

describe.skipIf(!python || !posix)("at a terminal", () => {
  // Runs the program with a terminal for standard output and error, and prints all that it showed and its exit code.
  const script = [
    "import os, pty, sys",
    "pid, terminal = pty.fork()",
    "if pid == 0: os.execvp(sys.argv[1], sys.argv[1:])",
    "shown = b''",
    "while True:",
    "    try: some = os.read(terminal, 65536)",
    "    except OSError: break",
    "    if not some: break",
    "    shown += some",
    "print(repr(shown), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))",
  ].join("\n");
  const atTerminal = (...args: string[]) =>
    spawnSync("python3", ["-c", script, process.execPath, file, ...args], { cwd: folder, encoding: "utf8" }).stdout;

  it("shows progress on standard error, and takes it away", () => {
    write("slow.sh", "printf 'a\\n1\\n'; sleep 4; printf '2\\n'");
    const shown = spawnSync("python3", ["-c", script, "sh", "-c", `sh slow.sh | '${process.execPath}' '${file}' argmin -`], {
      cwd: folder,
      encoding: "utf8",
    }).stdout;
    expect(shown).toContain("argscope: reading …".replace("…", "\\xe2\\x80\\xa6"));
    expect(shown).toMatch(/\\r\\x1b\[K0\\r\\n' 0\n$/);
  });

  it("shows no binary file", () => {
    write("t.csv", "a\n1\n2\n");
    expect(atTerminal("argmin", "t.csv", "--format", "npy")).toBe(
      "b'argscope: An .npy file is nothing for a terminal: name a file with --out.\\r\\n' 2\n",
    );
  });
});

describe.skipIf(!existsSync("/dev/full"))("a full disk", () => {
  it("is a refusal", () => {
    write("t.csv", "a\n1\n2\n");
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [file, "convert", "t.csv"], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", full, "pipe"],
    });
    closeSync(full);
    expect({ status, stderr }).toEqual({ status: 3, stderr: "argscope: AccessError: Standard output cannot be written.\n" });
  });
});
