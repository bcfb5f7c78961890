/**
 * Gives a hot loop a fresh copy of its own for each policy class. One loop shared by many classes runs at half speed or
 * less, because the compiler sees as many shapes at its call sites; a copy sees one. The function is made again from its
 * source text, so it may refer to nothing outside its own body: everything it needs comes in as an argument.
 */
export function specialize<Loop extends (...args: never[]) => unknown>(loop: Loop): (shape: object) => Loop {
  const copies = new Map<unknown, Loop>();
  return shape => {
    const key = shape.constructor;
    let copy = copies.get(key);
    if (!copy) {
      // The trailing comment makes each text unique: engines share compiled code between equal texts.
      copy = new Function(`return (${loop.toString()}) // ${copies.size}`)() as Loop;
      copies.set(key, copy);
    }
    return copy;
  };
}
