/**
 * Whether there is something in a text or list. For the doors: a bound of zod's own asks for the `length` of whatever else is
 * there, too, and compares it, which may throw.
 */
export function isFilled({ length }: { readonly length: number }): boolean {
  return length > 0;
}
