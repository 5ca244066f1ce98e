/** Whether a typed line is data as a file holds it, a row of a table or a JSON object; else it is an array or an expression. */
export function isFileText(text: string): boolean {
  return text.includes("{") || (/\d/u.test(text) && !/[[(]/u.test(text));
}

/** Whether a text has several lines: a field of one line would run them together, and their numbers with them. */
export function hasLines(text: string): boolean {
  return /[\r\n]/u.test(text.trim());
}
