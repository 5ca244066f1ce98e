import { Destinations } from "./destinations.ts";
import { Grants } from "./grants.ts";

/** What one loaded page may read and write. When the page goes everything it held goes with it. */
export class PageFiles {
  readonly grants = new Grants();
  readonly destinations = new Destinations();

  async end(): Promise<void> {
    await Promise.all([this.grants.endAll(), this.destinations.abortAll()]);
  }
}
