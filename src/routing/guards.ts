import type { Actor, Event, Upload } from './model.js';

/** What the guards are asked about: the upload before the event, and the event. */
export type Asked = readonly [upload: Upload, event: Event];

type Condition = (...asked: Asked) => boolean;

/** Whether it is an administrator who does something (L14); absent: it is. */
export function isAdministrator({ by = 'administrator' }: { readonly by?: Actor }): boolean {
  return by === 'administrator';
}

/** Whether a file is one of comma separated values, by its name. */
export function isCsv(fileName: string): boolean {
  return /\.csv$/i.test(fileName.trim());
}

const conditions = {
  'not an administrator': (_upload, event) => !isAdministrator(event),
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
