/** As many bytes of a name as PostgreSQL keeps; it cuts off the rest without an error. */
const LONGEST_NAME = 63;

/**
 * A name as SQL writes it, in double quotes, so that nothing in it can end it.
 *
 * @throws RangeError for a name that no database takes as it is: empty, with a NUL in it, or too long.
 */
export function identifier(name: string): string {
  const isWhole = name !== '' && !name.includes('\0') && bytesOf(name) <= LONGEST_NAME;
  if (isWhole) return `"${name.replaceAll('"', '""')}"`;
  throw new RangeError(`expected a name of 1 to ${LONGEST_NAME} bytes; saw ${JSON.stringify(name)}.`);
}

/** In UTF-8, whose longer forms begin at these code points. */
const FORMS = [0, 0x80, 0x800, 0x10000];

function bytesOf(name: string): number {
  return Array.from(name, (character) => {
    const code = character.codePointAt(0) as number;
    return FORMS.filter((first) => code >= first).length;
  }).reduce((sum, bytes) => sum + bytes, 0);
}

/** One of our own codes, or the name of a zone, as SQL writes a text. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
