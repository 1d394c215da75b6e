/** A word as people write it: letter case, accents and the spaces around it do not count. */
export function folded(text: string): string {
  return text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
