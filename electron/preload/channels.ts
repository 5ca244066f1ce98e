import type { Bridge } from "@argscope/core/contract/bridge.ts";

/** The questions that the page may put to main: every function of the bridge that is answered. */
export type Questions = Omit<Bridge, "onOpenRequest" | "grantFile"> & {
  /** Preload finds the path of a file that the page holds; the page never sees it. */
  grantFile(path: string): ReturnType<Bridge["grantFile"]>;
};
export type Question = keyof Questions;

/** Each question's channel. The question's type in the bridge is the channel's type. */
export const CHANNELS: { readonly [Q in Question]: `argscope:${Q}` } = {
  pickFile: "argscope:pickFile",
  recentFiles: "argscope:recentFiles",
  openRecent: "argscope:openRecent",
  clearRecent: "argscope:clearRecent",
  connectGrant: "argscope:connectGrant",
  handFile: "argscope:handFile",
  pickDestination: "argscope:pickDestination",
  grantFile: "argscope:grantFile",
  fateOf: "argscope:fateOf",
  chooseOriginal: "argscope:chooseOriginal",
  grantWritten: "argscope:grantWritten",
  connectDestination: "argscope:connectDestination",
  availableMemory: "argscope:availableMemory",
  pageReady: "argscope:pageReady",
};

/** What main says unasked: a `Result<Grant>` to open, and a `PortArrival` with its port. */
export const OPEN_REQUEST = "argscope:openRequest";
export const PORT_ARRIVAL = "argscope:portArrival";
