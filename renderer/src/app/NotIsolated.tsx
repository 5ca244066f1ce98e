/** There is no second way to the data: without shared memory the program says so and stops. */
export function NotIsolated() {
  return (
    <p className="failure" role="alert">
      Argscope needs a page of its own with shared memory, and this one has none. The server must send the headers
      Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp.
    </p>
  );
}
