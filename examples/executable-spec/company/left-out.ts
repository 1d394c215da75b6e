/**
 * The rules that our cases do not exercise, and why. A rule that is neither here nor in a case is a gap; one that is here
 * and in a case, too, is no longer left out. Both fail.
 */
export const leftOut: Readonly<Record<string, string>> = {
  'pending/quotes-zero': 'Quotes are made by another team, with figures of its own.',
  'pending/zero-means-served': 'It needs the count of quotes, too.',
  'pending/resolve-via-menu': 'Our chat has the button only.',
};
