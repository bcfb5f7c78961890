/**
 * Makes a slow question keep up with somebody who changes his mind: while one is being answered, only the newest of the others
 * waits, and those before it are forgotten.
 * @param act never rejects
 */
export function latest<Value>(act: (value: Value) => Promise<void>): (value: Value) => void {
  let busy = false;
  let waiting: { readonly value: Value } | null = null;
  return value => {
    waiting = { value };
    if (!busy) void work();
  };

  async function work(): Promise<void> {
    busy = true;
    while (waiting) {
      const { value } = waiting;
      waiting = null;
      await act(value);
    }
    busy = false;
  }
}
