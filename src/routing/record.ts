import { flow } from './machine.js';
import type { Event, Stage, Upload, UploadRecorded } from './model.js';

/** An upload of which nothing is done yet. */
export function start(): Upload {
  return { version: 1, stage: 'IDLE', account: null, kind: null, fileName: null, seen: [] };
}

/**
 * Keeps a step of an upload, or says by which rule it cannot be taken: the account first, then the file, its columns, its
 * validation, the upload, the look at what was loaded. It orders the steps; the file itself is validated by
 * `pauta/routing/csv`, and applied by `load`.
 *
 * Refused: `not-admin`, `no-account`, `no-file`, `not-csv`, `column-mapping`, `not-mapped`, `not-validated`,
 * `not-mended` (refused once, it has to be mended first), `not-loaded`, `already-loaded`, and `undated` for an instant
 * that is not a number. Without effect: `duplicate`. A refused event leaves the state as it was.
 *
 * Source: direct-assignment L14, L20–29.
 */
export function record(upload: Upload, event: Event): UploadRecorded {
  if (!Number.isFinite(event.at)) return { state: upload, status: 'refused', code: 'undated' };
  if (upload.seen.includes(event.id)) return { state: upload, status: 'duplicate' };
  const step = flow.step(upload.stage, event.type, upload, event);
  const { rule } = step;
  if ('refuse' in step) return { state: upload, status: 'refused', code: step.refuse, rule };
  if ('ignore' in step) return { state: upload, status: 'no-effect', code: step.ignore, rule };
  const { to: stage } = step as { readonly to: Stage }; // every other step leads somewhere
  return { state: { ...learnt(upload, event), stage, seen: [...upload.seen, event.id] }, status: 'applied', rule };
}

/** What each event says of the upload. */
function learnt(upload: Upload, event: Event): Upload {
  switch (event.type) {
    case 'select-account':
      return { ...upload, account: event.account, kind: event.kind, fileName: null };
    case 'choose-file':
      return { ...upload, fileName: event.fileName };
    case 'cancel':
      return { ...upload, account: null, kind: null, fileName: null };
    case 'map-columns':
    case 'validate':
    case 'upload':
    case 'view':
      return upload;
  }
}
