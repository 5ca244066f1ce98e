import { mkdir, symlink, writeFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { serve } from "../../main/page/serve.ts";
import { temporaryFolder } from "../files/folder.ts";

const folder = temporaryFolder();
const index = `<!doctype html><meta name="style-nonce" content="__NONCE__"><style nonce="__NONCE__"></style>`;
let get: (path: string, method?: string) => Promise<Response>;

beforeEach(async () => {
  await mkdir(folder.path("page/assets"), { recursive: true });
  await writeFile(folder.path("page/index.html"), index);
  await writeFile(folder.path("page/assets/page.js"), "'__NONCE__'");
  await writeFile(folder.path("secret.txt"), "secret");
  await mkdir(folder.path("page-two"));
  await writeFile(folder.path("page-two/secret.txt"), "secret");
  const answer = serve(folder.path("page"));
  get = (path, method = "GET") => answer({ url: `app://argscope${path}`, method });
});

describe("the page's folder", () => {
  test("answers / with index.html, whatever the query", async () => {
    for (const path of ["/", "/?crashed=oom", "/index.html"]) {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    }
  });

  test.each([
    ["page.js", "text/javascript; charset=utf-8"],
    ["page.css", "text/css; charset=utf-8"],
    ["kernels.wasm", "application/wasm"],
    ["font.woff2", "font/woff2"],
    ["icon.svg", "image/svg+xml"],
    ["facts.json", "application/json; charset=utf-8"],
    ["sample.CSV", "text/csv; charset=utf-8"],
    ["thing", "application/octet-stream"],
  ])("serves %s as %s, byte for byte", async (name, type) => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    await writeFile(folder.path(`page/${name}`), bytes);
    const response = await get(`/${name}`);
    expect(response.headers.get("Content-Type")).toBe(type);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  test("serves names with blanks and accents", async () => {
    await writeFile(folder.path("page/Zürich 1.csv"), "x");
    expect(await (await get(`/${encodeURIComponent("Zürich 1.csv")}`)).text()).toBe("x");
  });

  test.each([
    "/missing.js",
    "/assets",
    "/assets/",
    "/index.html/x",
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/..%2Fpage-two%2Fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "/%2fetc%2fpasswd",
    "//etc/passwd",
    "/index.html%00.js",
    "/%E0%A4%A",
  ])("has nothing at %s", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe("Not found");
  });

  test("is not served under another name", async () => {
    const answer = serve(folder.path("page"));
    expect((await answer({ url: "app://other/index.html", method: "GET" })).status).toBe(404);
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS"])("takes no %s", async (method) => {
    expect((await get("/", method)).status).toBe(405);
  });

  test("answers HEAD with the headers alone", async () => {
    const response = await get("/", "HEAD");
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toBe("");
  });

  test.skipIf(process.platform === "win32")("does not hide a failing disk behind “not found”", async () => {
    await symlink("loop.js", folder.path("page/loop.js"));
    await expect(get("/loop.js")).rejects.toHaveProperty("code", "ELOOP");
  });
});

describe("the policy", () => {
  const policyOf = async (path: string) =>
    new Map(
      ((await get(path)).headers.get("Content-Security-Policy") ?? "").split("; ").map((directive): [string, string] => {
        const [name = "", ...sources] = directive.split(" ");
        return [name, sources.join(" ")];
      }),
    );

  test("allows nothing that is not named", async () => {
    expect(Object.fromEntries(await policyOf("/assets/page.js"))).toEqual({
      "default-src": "'none'",
      "script-src": "'self' 'wasm-unsafe-eval'",
      "style-src": "'self'",
      "img-src": "'self' data:",
      "font-src": "'self'",
      "connect-src": "'self'",
      "worker-src": "'self'",
      "base-uri": "'none'",
      "form-action": "'none'",
      "frame-ancestors": "'none'",
    });
  });

  test("of a page names the nonce that stands in its text, at every place", async () => {
    const response = await get("/");
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get("Content-Security-Policy") ?? "")?.[1] ?? "";
    expect(Buffer.from(nonce, "base64")).toHaveLength(16);
    expect(await response.text()).toBe(index.replaceAll("__NONCE__", nonce));
  });

  test("has a new nonce for every load", async () => {
    const nonces = new Set(await Promise.all(Array.from({ length: 20 }, async () => (await policyOf("/")).get("style-src"))));
    expect(nonces.size).toBe(20);
  });

  test("leaves a script's text alone", async () => {
    expect(await (await get("/assets/page.js")).text()).toBe("'__NONCE__'");
  });

  test.each([["/"], ["/assets/page.js"], ["/missing.js"]])("isolates %s", async (path) => {
    const { headers } = await get(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    });
  });
});
