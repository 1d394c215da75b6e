const MINUTE = 60_000;

/** What the clocks on the walls of a zone show, minute by minute. */
export interface Wall {
  readonly zone: string;
  readonly from: number;
  /** For each minute from then on, the minutes from 1970-01-01 00:00 to the date and time that are shown. */
  readonly shown: Int32Array;
}

/** As the runtime's own calendar shows them: asked for each minute, and for no offset. */
export function wallOf(zone: string, from: number, until: number): Wall {
  // Swedes write dates as ISO 8601 does: 2024-09-08 01:00.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const shown = Int32Array.from({ length: (until - from) / MINUTE }, (_, minute) => {
    const text = format.format(from + minute * MINUTE);
    const part = (start: number, end: number): number => Number(text.slice(start, end));
    return Date.UTC(part(0, 4), part(5, 7) - 1, part(8, 10), part(11, 13), part(14, 16)) / MINUTE;
  });
  return { zone, from, shown };
}
