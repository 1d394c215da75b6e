import type { Event, Upload } from './model.js';

/** What the guards are asked about: the upload before the event, and the event. */
export type Asked = readonly [upload: Upload, event: Event];

type Condition = (...asked: Asked) => boolean;

/** Whether a file is one of comma separated values, by its name. */
export function isCsv(fileName: string): boolean {
  return /\.csv$/i.test(fileName.trim());
}

const conditions = {
  'not an administrator': (_upload, { by }) => by !== undefined && by !== 'administrator',
  'not a csv file': (_upload, event) => event.type === 'choose-file' && !isCsv(event.fileName),
  'an option without its column': (_upload, event) => event.type === 'map-columns' && !event.complete,
  // What is not a number of rows is no number of rows without fault.
  'bad rows': (_upload, event) => event.type === 'validate' && event.badRows !== 0,
  conflicts: (_upload, event) => event.type === 'validate' && event.conflicts !== 0,
  'an Email account': ({ kind }) => kind === 'email',
} satisfies Record<string, Condition>;

export type Guard = keyof typeof conditions;

/** The conditions that the steps name. */
export const guards: Readonly<Record<Guard, Condition>> = conditions;
