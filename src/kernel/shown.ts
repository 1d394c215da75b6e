/** A value as JSON, cut to a readable length; what JSON cannot write is named by its type. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'number' ? String(value) : asJson(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 3)}…` : text;
}

/** So much of a value is shown. */
const SHOWN = 60;

/**
 * As much of a value as is shown of it, for each part takes a letter at least: to write all of what is large, or nested
 * deep, for every problem with it would take the square of its size.
 */
function beginningOf(value: unknown, room: { left: number }): unknown {
  if (room.left-- <= 0) return null;
  if (typeof value === 'string') return value.slice(0, SHOWN);
  if (Array.isArray(value)) return value.slice(0, room.left).map((item) => beginningOf(item, room));
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain || 'toJSON' in value) return value;
  const parts = value as Readonly<Record<string, unknown>>;
  const fields = Object.keys(parts).slice(0, room.left);
  return Object.fromEntries(fields.map((field) => [field.slice(0, SHOWN), beginningOf(parts[field], room)]));
}

/** `JSON.stringify` throws on a bigint, and where `toJSON` does. */
function asJson(value: unknown): string {
  try {
    const json = JSON.stringify(beginningOf(value, { left: SHOWN })) as unknown;
    return typeof json === 'string' ? json : typeof value;
  } catch {
    return typeof value;
  }
}
