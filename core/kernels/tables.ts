export { cutSample } from "./csv/cut";
export { countByte } from "./csv/count";
export { gatherText } from "./csv/gather";
export { mergePlan } from "./csv/merge";
export { scanCsv } from "./csv/scan";
export { layTargets } from "./csv/targets";
export { wholeToSigned, wholeToUnsigned } from "./whole";
