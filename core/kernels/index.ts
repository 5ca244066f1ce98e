export { readAll } from "./read";
export * from "./lane";
export * from "./columns";
