// What we use of the compiler. Its own declarations also declare AssemblyScript's globals, which then hide Node's (`console`).
interface Files {
  readFile(name: string): string | null;
  writeFile(name: string, contents: string | Uint8Array): void;
  listFiles(): string[];
}

declare const compiler: {
  main(args: readonly string[], files: Files): Promise<{ error: Error | null; stderr: { toString(): string } }>;
};
export default compiler;
