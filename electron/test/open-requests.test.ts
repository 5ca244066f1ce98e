import { expect, test } from "vitest";
import { OpenRequests } from "../main/open-requests.ts";

function page() {
  const delivered: string[] = [];
  return { delivered, deliver: async (path: string) => void delivered.push(path) };
}

test("what was asked before the page is ready is delivered then, in order, once", () => {
  const requests = new OpenRequests();
  requests.ask("a");
  requests.ask("b");
  const first = page();
  requests.pageReady(first.deliver);
  expect(first.delivered).toEqual(["a", "b"]);
  const second = page();
  requests.pageReady(second.deliver);
  expect(second.delivered).toEqual([]);
});

test("what is asked later is delivered at once", () => {
  const requests = new OpenRequests();
  const { delivered, deliver } = page();
  requests.pageReady(deliver);
  requests.ask("a");
  expect(delivered).toEqual(["a"]);
});

test("what is asked between two pages waits for the new one", () => {
  const requests = new OpenRequests();
  const old = page();
  requests.pageReady(old.deliver);
  requests.pageGone();
  requests.ask("a");
  const next = page();
  requests.pageReady(next.deliver);
  expect(old.delivered).toEqual([]);
  expect(next.delivered).toEqual(["a"]);
});
