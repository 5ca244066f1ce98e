import { workerData } from "node:worker_threads";
import { work } from "./engine/work.ts";

await work(workerData);
