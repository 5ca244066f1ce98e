/** Once the page's thread has heard whatever else waits. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
