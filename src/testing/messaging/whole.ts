import fc from 'fast-check';
import { fixedClock } from '../../kernel/clock.js';
import * as messaging from '../../messaging/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { facts, instant, intakeFacts } from './facts.js';
import { isBlank } from './manual.js';
import { policy } from './policy.js';
import { NOWHERE, T } from './scene.js';
import type { Subject } from './subject.js';

const NAMES = ['greeting', 'centralPhone', 'agent', 'course', 'año del curso'];

const holes = NAMES.flatMap((name) => [`{${name}}`, `{ ${name}  }`]);
const isHole = (part: string): boolean => part.startsWith('{');
const nameIn = (part: string): string => part.slice(1, -1).trim();

const wording = fc
  .array(fc.constantFrom(...holes, 'hola', ' ', '$&'), { maxLength: 8 })
  .map((rest) => ['Hola', ...rest]);
const fillings = fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom('Ana', ' ', null, '{agent}', '$1'));

const chats = fc.array(fc.tuple(facts, fc.option(intakeFacts, { nil: null })), { maxLength: 6 });
type Chat = readonly [messaging.Facts, messaging.IntakeFacts | null];

/** What `intake` may say of which something is to be done. */
const due: readonly string[] = ['run-automation', 'load-to-crm', 'send-survey', 'not-covered'];

/** How the questions agree with each other, and a message with its placeholders. */
export function whole(subject: Subject): readonly Law[] {
  return [
    law(
      'no message has a hole in it: each placeholder that nothing fills is named',
      fc.property(
        wording,
        fillings,
        policy,
        fc.constantFrom('America/Santiago', NOWHERE),
        (parts, given, { centralPhone }, zone) => {
          const chosen = messaging.policy({ centralPhone, templates: { closing: parts.join('') } });
          const context = { clock: fixedClock(T), policy: chosen, zone };
          const { outcome, validUntil } = subject.message('closing', given, context);
          const own: Readonly<Record<string, string | null>> = {
            greeting: zone === NOWHERE ? null : 'Buenos días',
            centralPhone,
          };
          const valueOf = (name: string): string | null => (isBlank(given[name]) ? own[name] : given[name]) ?? null;
          const missing = NAMES.filter((name) => parts.some((part) => isHole(part) && nameIn(part) === name)).filter(
            (name) => valueOf(name) === null,
          );
          if (missing.length > 0) {
            demand(outcome.action === 'need-placeholders', `${missing.join(', ')} is missing, and it is composed`);
            demandSame(outcome.missing.toSorted(), missing.toSorted(), 'what is missing');
            demandSame(validUntil, null, 'until when something is missing');
          } else {
            const text = parts.map((part) => (isHole(part) ? valueOf(nameIn(part)) : part)).join('');
            demandSame(outcome, { action: 'send-text', template: 'closing', text });
          }
        },
      ),
    ),
    law(
      'the first of the duties is what comes next; where nothing does, there are none',
      fc.property(facts, policy, (known, chosen) => {
        const { outcome, rule } = subject.decide(known, { policy: chosen });
        const { open } = subject.duties(known, { policy: chosen });
        if (outcome.action === 'none') demandSame(open, []);
        else demandSame(open[0], { ...outcome, rule });
      }),
    ),
    law(
      'the agenda says of each conversation what decide and intake say of it',
      fc.property(chats, instant, policy, (all, now, chosen) => {
        const context = { clock: fixedClock(now), policy: chosen };
        const expected = all.flatMap((chat) => {
          const [known, contact] = chat;
          const next = subject.decide(known, context);
          const intake = contact === null ? null : subject.intake(contact, context);
          const isNext = next.outcome.action !== 'none';
          const isDue = intake !== null && due.includes(intake.outcome.action);
          if (!isNext && !isDue) return [];
          return [{ chat, next: isNext ? coreOf(next) : null, intake: isDue ? coreOf(intake) : null }];
        });
        const factsOf = ([known]: Chat): messaging.Facts => known;
        const agenda = subject.agenda<Chat>(all, { ...context, factsOf, intakeOf: ([, contact]) => contact });
        demandSame(agenda.due, expected);
        const alone = expected.filter(({ next }) => next !== null).map((one) => ({ ...one, intake: null }));
        demandSame(subject.agenda<Chat>(all, { ...context, factsOf }), { due: alone, validUntil: null });
      }),
    ),
  ];
}

function coreOf({ outcome, rule }: { readonly outcome: unknown; readonly rule: string }): unknown {
  return { outcome, rule };
}
