import type { PortArrival } from "@argscope/core/contract/bridge.ts";
import type { WebContents } from "electron";
import { MessageChannelMain } from "electron";
import { PORT_ARRIVAL } from "../../preload/channels.ts";
import type { Port } from "../files/port.ts";

/** Connects one end of a new channel to a file and hands the other to the page. If connecting fails nothing is handed over. */
export async function handPort(page: WebContents, arrival: PortArrival, connect: (port: Port) => Promise<void>): Promise<null> {
  const { port1, port2 } = new MessageChannelMain();
  try {
    await connect(port1);
  } catch (error) {
    port1.close();
    throw error;
  }
  page.postMessage(PORT_ARRIVAL, arrival, [port2]);
  return null;
}
