/**
 * A value as one text, the same for the same value in every engine. Fields stand as they were written, for their order
 * is part of an answer; `undefined` is apart from a field that is absent, and -0 from 0. A function is known by its
 * place alone.
 *
 * @throws TypeError for what is no plain data: nothing is passed over in silence.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'object':
      return value === null ? 'null' : structured(value);
    case 'function':
      return 'ƒ';
    default:
      return String(value);
  }
}

/** By loops and not by `map` and `join`: most of a run would go into those. */
function structured(value: object): string {
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${canonical(item)},`;
    return `[${text}]`;
  }
  const made: unknown = Object.getPrototypeOf(value);
  if (made !== Object.prototype && made !== null) throw new TypeError('Only plain data can be compared.');
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(fields)) text += `${name}:${canonical(fields[name])},`;
  return `{${text}}`;
}
