import { explain } from 'pauta/render';
import type { Course } from './course.js';
import { localText } from './times.js';
import type { State } from './url.js';

/** A stretch of the timeline as it is drawn. */
export interface Bar {
  readonly from: number;
  readonly until: number | null;
  readonly what: string;
  /** Its colour and pattern: the same for the same sentence. */
  readonly look: number;
  /** Its letter, so that nothing is told by colour alone. */
  readonly letter: string;
  /** All of it in words. */
  readonly label: string;
}

const LOOKS = 6;

/** The timeline as it is drawn, in the language and the zone of a page. */
export function barsOf({ stretches }: Course, { lang, zone }: Pick<State, 'lang' | 'zone'>): readonly Bar[] {
  const told = stretches.map(({ decision }) => explain(decision, { lang, zone }).what);
  const different = [...new Set(told)];
  return stretches.map(({ from, until }, index) => {
    const what = told[index] ?? '';
    const kind = different.indexOf(what);
    const reach = until === null ? '…' : localText(until, zone).replace('T', ' ');
    return {
      from,
      until,
      what,
      look: kind % LOOKS,
      letter: String.fromCharCode(65 + (kind % 26)),
      label: `${localText(from, zone).replace('T', ' ')} → ${reach}: ${what}`,
    };
  });
}
