/**
 * What was chosen among options. A field that is `undefined` was not: callers write it where the compiler lets them, and
 * it must not hide the default.
 */
export function chosen<Choices extends object>(choices: Choices): Choices {
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined)) as Choices;
}
