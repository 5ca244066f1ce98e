// @ts-check
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { extractFile, listPackage } from "@electron/asar";
import { beforeAll, describe, expect, test } from "vitest";
import { readFuses } from "./fuses.mjs";
import { packageApplication } from "./package.mjs";
import { root } from "./root.mjs";
import { filesUnder } from "./stamp.mjs";

/** Packs the real application: seconds when something has changed, next to nothing otherwise. @type {string} */
let release;
/** @type {string | null} */
let twin;
beforeAll(async () => {
  ({ release, twin } = await packageApplication({ log: console.log }));
});

const skip = process.platform === "darwin";

describe.skipIf(skip)("the fuses of the release", () => {
  test("are these, byte by byte", () => {
    const states = Array.from(readFuses(release), ([name, { state }]) => [name, state]);
    expect(Object.fromEntries(states)).toMatchObject({
      runAsNode: "off",
      cookieEncryption: "on",
      nodeOptions: "off",
      nodeCliInspect: "off",
      asarIntegrity: process.platform === "win32" ? "on" : "off",
      onlyLoadAppFromAsar: "on",
      fileProtocolPrivileges: "off",
    });
  });
});

describe.skipIf(skip)("the twin for tests", () => {
  test("differs from the release in the fuse that lets Playwright in, and in no other byte", () => {
    if (twin === null) throw new Error("There is no twin.");
    const folders = [dirname(release), dirname(twin)];
    const [names, twinNames] = folders.map((folder) => filesUnder(folder).map((file) => relative(folder, file)));
    expect(twinNames).toEqual(names);
    const differing = (names ?? []).filter((name) => {
      const [ours, theirs] = folders.map((folder) => readFileSync(join(folder, name)));
      return ours === undefined || theirs === undefined || !ours.equals(theirs);
    });
    expect(differing).toEqual([relative(dirname(release), release)]);

    const [ours, theirs] = [readFileSync(release), readFileSync(twin)];
    const { position } = readFuses(release).get("nodeCliInspect") ?? { position: -1 };
    expect(String.fromCharCode(ours[position] ?? 0, theirs[position] ?? 0)).toBe("01");
    theirs[position] = ours[position] ?? 0;
    expect(ours.equals(theirs)).toBe(true);
  });
});

describe("the package", () => {
  const archive = () => {
    const resources = skip ? join(dirname(release), "../Resources") : join(dirname(release), "resources");
    return { resources, path: join(resources, "app.asar") };
  };

  test("holds the built program and nothing else, no node_modules and no source", () => {
    const parts = new Set(
      listPackage(archive().path, { isPack: false }).map((name) => name.split(/[\\/]/).slice(1, 3).join("/")),
    );
    expect([...parts].sort()).toEqual(["LICENSE", "out", "out/main", "out/page", "out/preload", "package.json"]);
  });

  test("holds every file of out/main, out/preload and out/page, byte for byte", () => {
    const files = ["out/main", "out/preload", "out/page"].flatMap((folder) => filesUnder(join(root, folder)));
    const differing = files.filter((file) => {
      return !extractFile(archive().path, relative(root, file)).equals(readFileSync(file));
    });
    expect(differing).toEqual([]);
    expect(files.length).toBeGreaterThan(3);
  });

  test("brings Electron's own default app no more, and the licences still", () => {
    const { resources } = archive();
    expect(readdirSync(resources).filter((name) => /^(default_app|app$)/.test(name))).toEqual([]);
    if (!skip)
      expect(readdirSync(dirname(release))).toEqual(expect.arrayContaining(["LICENSE.electron.txt", "LICENSES.chromium.html"]));
  });

  test("asks for nothing to be installed", () => {
    const about = JSON.parse(extractFile(archive().path, "package.json").toString("utf8"));
    expect(about).toMatchObject({ name: "argscope", main: "out/main/main.js", desktopName: "argscope.desktop" });
    for (const key of ["dependencies", "devDependencies", "scripts"]) expect(about).not.toHaveProperty(key);
  });

  test.skipIf(process.platform === "win32")("can be started", () => {
    expect(statSync(release).mode & 0o111).toBe(0o111);
  });
});
