import { fileURLToPath } from 'node:url';

/** A Wednesday at ten in Santiago: AI windows are about to end, terms ended last night, and others end today. */
export const sampleAt = Date.parse('2026-05-13T10:00:00-04:00');

/** The account that clients write to. */
export const sampleAccount = 'wa-repuestos';

export const sampleFolder = fileURLToPath(new URL('../data/', import.meta.url));
