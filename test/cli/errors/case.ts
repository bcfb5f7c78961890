/** Arguments that cannot be used, divided by blanks, and the line that says so. */
export type ErrorCase = readonly [what: string, args: string, message: string];
