import fc from 'fast-check';
import type { Step } from '../../kernel/machine.js';
import * as routing from '../../routing/index.js';
import { demandSame, law, type Law } from '../law.js';
import { configuration, configurationEvent, event, state } from './arbitraries.js';
import type { Subject } from './subject.js';

/** What the record says of an event, and the stage that it leads to. */
interface Fate {
  readonly status: string;
  readonly code?: string;
  readonly rule?: string;
  readonly stage: string;
}

interface Held {
  readonly stage: string;
  readonly seen: readonly string[];
}

/** What becomes of an event, by the step that the machine of the room has for it. */
function fateOf({ stage, seen }: Held, id: string, step: Step<string, string, string, string>): Fate {
  if (seen.includes(id)) return { status: 'duplicate', stage };
  const { rule } = step;
  if ('refuse' in step) return { status: 'refused', code: step.refuse, rule, stage };
  if ('ignore' in step) return { status: 'no-effect', code: step.ignore, rule, stage };
  return { status: 'applied', rule, stage: (step as { readonly to: string }).to };
}

function told({ status, code, rule, state: next }: routing.UploadRecorded | routing.ConfigurationRecorded): object {
  return { status, code, rule, stage: next.stage };
}

/** What becomes of each event of an upload and of a configuration, and by which rule. */
export function machines({ record, configure }: Subject): readonly Law[] {
  return [
    law(
      'a step of an upload is taken, refused or ignored as the machine has it: the stage, the code and the rule',
      fc.property(state, event, (upload, one) => {
        const step = routing.flow.step(upload.stage, one.type, upload, one);
        demandSame(told(record(upload, one)), fateOf(upload, one.id, step));
        const undated = { status: 'refused', code: 'undated', stage: upload.stage };
        demandSame(told(record(upload, { ...one, at: Number.NaN })), undated, 'a step without an instant');
      }),
    ),
    law(
      'a change of a configuration is taken, refused or ignored as the machine has it: the stage, the code and the rule',
      fc.property(configuration, configurationEvent, (user, one) => {
        const step = routing.configurationFlow.step(user.stage, one.type, user.shown, one);
        demandSame(told(configure(user, one)), fateOf(user, one.id, step));
        const undated = { status: 'refused', code: 'undated', stage: user.stage };
        demandSame(told(configure(user, { ...one, at: Number.NaN })), undated, 'a change without an instant');
      }),
    ),
  ];
}
