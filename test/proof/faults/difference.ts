/**
 * As JSON, every object's fields in the order of their names: the door may give them another than `record` did.
 * `replaced`: what stands for a part.
 */
export function canonical(value: unknown, replaced: (field: string, part: unknown) => unknown): string {
  return JSON.stringify(value, (field, whole: unknown) => {
    const part = replaced(field, whole);
    return typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  });
}

/** Where two values differ, in words; `null`: nowhere. */
export function difference(one: unknown, other: unknown, path = ''): string | null {
  if (Object.is(one, other)) return null;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return `${path || 'all'}: ${JSON.stringify(one)} became ${JSON.stringify(other)}`;
  }
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  const parts = [...fields].flatMap((field) => {
    const part = difference(
      (one as Readonly<Record<string, unknown>>)[field],
      (other as Readonly<Record<string, unknown>>)[field],
      path === '' ? field : `${path}.${field}`,
    );
    return part === null ? [] : [part];
  });
  return parts.length === 0 ? null : parts.slice(0, 6).join('; ');
}

/** What is in only one of two lists, in words; `null`: nothing. */
export function listDifference(some: readonly string[], others: readonly string[]): string | null {
  const missing = some.filter((one) => !others.includes(one));
  const added = others.filter((one) => !some.includes(one));
  if (missing.length === 0 && added.length === 0 && some.length === others.length) return null;
  return `${missing.join('; ') || 'nothing'} became ${added.join('; ') || 'nothing'}`;
}
