/** What makes no sense in what was chosen. */
export interface Fault {
  /** Where, as in `week`, `mon`, 1, `to`. */
  readonly path: readonly (string | number)[];
  /** What stood there, as it would be written; absent: to show it would say nothing. */
  readonly seen?: string;
  readonly expected: string;
}

/** A fault as errors tell it: `week.mon.1.to: saw "9", expected a time from "00:00" to "24:00".` */
export function faultText({ path, seen, expected }: Fault): string {
  const shown = seen === undefined ? '' : `saw ${seen}, `;
  return `${path.join('.')}: ${shown}expected ${expected}.`;
}
