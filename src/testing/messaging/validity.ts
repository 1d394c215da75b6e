import fc from 'fast-check';
import { fixedClock, type Instant } from '../../kernel/clock.js';
import { endOfWait } from '../../kernel/wait.js';
import * as messaging from '../../messaging/index.js';
import { demandSame, law, type Law } from '../law.js';
import { demandValidity } from '../validity.js';
import { facts, instant, intakeFacts } from './facts.js';
import { loadingHistory, history } from './history.js';
import { jointLaw } from './joint-law.js';
import { hourIn, place } from './place.js';
import { greetings, policy } from './policy.js';
import { DAY, MINUTE, TEMPLATES } from './scene.js';
import { asked, type Subject } from './subject.js';

type Promised = ReturnType<Parameters<typeof demandValidity>[0]>;

const chats = fc.array(fc.tuple(facts, fc.option(intakeFacts, { nil: null })), { maxLength: 3 });
const shifts = fc.integer({ min: -1_000 * DAY, max: 1_000 * DAY });
const someData = fc.record(
  { greeting: fc.constantFrom('Hola', ' ', null), agent: fc.constantFrom('Ana', null) },
  { requiredKeys: [] },
);

/** Until when answers hold, and what time does to them. */
export function validity(subject: Subject): readonly Law[] {
  const { intakeAt, loadingPlaysOf, playsOf } = asked(subject);
  return [
    law(
      'validUntil of intake: the same answer at every instant before it, another one at it',
      fc.property(intakeFacts, instant, policy, (contact, now, chosen) => {
        const turns = instantsOf(contact).flatMap((one) => [one, endOfWait(one, chosen.crmDelay)]);
        demandUntil((at) => intakeAt(contact, at, chosen), now, turns);
      }),
    ),
    law(
      'validUntil of the agenda: the same agenda at every instant before it, another one at it',
      fc.property(chats, instant, policy, (all, now, chosen) => {
        const agendaAt = (at: Instant): Promised => {
          const { due, validUntil } = subject.agenda(all, {
            ...{ clock: fixedClock(at), policy: chosen },
            ...{ factsOf: ([known]) => known, intakeOf: ([, contact]) => contact },
          });
          return { outcome: due, rule: 'the rules of all that is due', validUntil };
        };
        const contacts = all.flatMap(([, contact]) => (contact === null ? [] : [contact]));
        const turns = contacts.flatMap(instantsOf).flatMap((one) => [one, endOfWait(one, chosen.crmDelay)]);
        demandUntil(agendaAt, now, turns);
      }),
    ),
    law(
      'validUntil of a greeting: the same greeting until then, another one at it, whatever the clocks do',
      fc.property(place, greetings, fc.boolean(), ({ zone, now }, chosen, isOwn) => {
        const context = {
          policy: messaging.policy({ greetings: chosen, zone: isOwn ? 'America/Caracas' : zone }),
          ...(isOwn ? { zone } : {}),
        };
        const at = (probe: Instant): messaging.GreetingDecision =>
          subject.greeting({ clock: fixedClock(probe), ...context });
        demandUntil(at, now, quartersFrom(now));
        const hour = hourIn({ zone, now });
        const { morning, afternoon, night } = chosen;
        const isDay = hour >= morning.from && hour < night.from;
        const part = isDay ? (hour < afternoon.from ? 'morning' : 'afternoon') : 'night';
        demandSame(at(now).outcome, { action: 'greet', part, text: chosen[part].text }, `at ${hour} hours`);
      }),
    ),
    law(
      'validUntil of a message: the same text until then, another one at it',
      fc.property(
        place,
        greetings,
        fc.constantFrom(...TEMPLATES),
        someData,
        ({ zone, now }, chosen, template, given) => {
          const context = { policy: messaging.policy({ greetings: chosen, centralPhone: '0800-000' }), zone };
          const at = (probe: Instant): messaging.MessageDecision =>
            subject.message(template, given, { clock: fixedClock(probe), ...context });
          demandUntil(at, now, quartersFrom(now));
        },
      ),
    ),
    law(
      'what is dated ahead counts from its instant on, and not before',
      fc.property(intakeFacts, instant, policy, (contact, now, chosen) => {
        // But for a load: nobody is to be loaded twice.
        const isAhead = ([field, value]: readonly [string, unknown]): boolean =>
          typeof value === 'number' && value > now && field !== 'loadedAt';
        const happened = Object.entries(contact).filter((fact) => !isAhead(fact));
        const known = Object.fromEntries(happened) as unknown as messaging.IntakeFacts;
        demandSame(coreOf(intakeAt(contact, now, chosen)), coreOf(intakeAt(known, now, chosen)));
      }),
    ),
    jointLaw(
      'moving everything in time changes nothing but the instants',
      fc.property(intakeFacts, instant, policy, shifts, (contact, now, chosen, shift) => {
        const there = intakeAt(moved(contact, shift), now + shift, chosen);
        demandSame(there, moved(intakeAt(contact, now, chosen), shift));
      }),
      fc.property(facts, policy, shifts, (known, chosen, shift) => {
        const context = { policy: chosen };
        demandSame(subject.decide(moved(known, shift), context), subject.decide(known, context));
        demandSame(subject.duties(moved(known, shift), context), subject.duties(known, context));
      }),
      fc.property(history, loadingHistory, shifts, (chat, way, shift) => {
        demandSame(playsOf({ ...chat, events: moved(chat.events, shift) }), moved(playsOf(chat), shift));
        const there = loadingPlaysOf({ ...way, events: moved(way.events, shift) });
        demandSame(there, moved(loadingPlaysOf(way), shift));
      }),
    ),
  ];
}

/** Demands what `validUntil` promises at the instants, too, at which something turns, and one millisecond before. */
function demandUntil(decideAt: (at: Instant) => Promised, now: Instant, turns: readonly Instant[]): void {
  const horizon = 3 * DAY;
  demandValidity(decideAt, now, horizon);
  const decision = decideAt(now);
  const end = decision.validUntil ?? now + horizon;
  for (const at of turns.flatMap((turn) => [turn - 1, turn])) {
    if (at >= now && at < end) demandSame(coreOf(decideAt(at)), coreOf(decision), `the answer of ${now}, at ${at}`);
  }
}

function coreOf({ outcome, rule }: Promised): unknown {
  return { outcome, rule };
}

/** Every instant that facts name. */
function instantsOf(known: object): readonly Instant[] {
  return Object.values(known).filter((one): one is Instant => typeof one === 'number');
}

/** The quarters of an hour of the next three days. */
function quartersFrom(now: Instant): readonly Instant[] {
  const first = Math.ceil(now / (15 * MINUTE));
  return Array.from({ length: 3 * 96 }, (_, index) => (first + index) * 15 * MINUTE);
}

/** Everything that holds an instant, at another time. */
function moved<Value>(value: Value, by: number): Value {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) => (typeof part === 'number' && key !== 'version' ? part + by : part)),
  ) as Value;
}
