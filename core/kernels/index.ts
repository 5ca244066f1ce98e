export { readAll } from "./read";
export * from "./lane";
