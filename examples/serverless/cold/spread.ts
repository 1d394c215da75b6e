/** The middle of a list, and the quarters around it. */
export interface Spread {
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] as number;
  return { p25: at(0.25), p50: at(0.5), p75: at(0.75) };
}
