/** What the process ends with. 128 and a signal's number is how shells count a death by that signal. */
export const exitCodes = { fine: 0, usage: 2, refused: 3, interrupted: 130, terminated: 143 } as const;
