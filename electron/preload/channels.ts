import type { Bridge } from "@argscope/core/contract/bridge.ts";

/** The questions that the page may put to main: every function of the bridge that is answered. */
export type Questions = Omit<Bridge, "onOpenRequest">;
export type Question = keyof Questions;

/** Each question's channel. The question's type in the bridge is the channel's type. */
export const CHANNELS: { readonly [Q in Question]: `argscope:${Q}` } = {
  pickFile: "argscope:pickFile",
  connectGrant: "argscope:connectGrant",
  pickDestination: "argscope:pickDestination",
  connectDestination: "argscope:connectDestination",
  pageReady: "argscope:pageReady",
};

/** What main says unasked: a `Result<Grant>` to open, and a `PortArrival` with its port. */
export const OPEN_REQUEST = "argscope:openRequest";
export const PORT_ARRIVAL = "argscope:portArrival";
