import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import * as requirement from '../../requirement/index.js';
import { demandSame, law, type Law } from '../law.js';
import { civilDate, instant, policy } from './arbitraries.js';
import { boundsOf } from './days.js';
import { asked, type Subject } from './subject.js';

const DAY = 86_400_000;

/** A maximum date that is known. */
const known = fc.oneof(civilDate, instant);

/** The first instant out of a term in Santiago, where the maximum date itself is in term or is not. */
function overFrom(deadline: requirement.Deadline, deadlineInclusive: boolean): Instant {
  if (typeof deadline === 'number') return deadlineInclusive ? deadline + 1 : deadline;
  const [start, next] = boundsOf(deadline);
  return deadlineInclusive ? next : start;
}

/** A day on which no clock is changed, in zones whose distance from Greenwich is written by hand. */
const elsewhere = fc.record({
  zone: fc.constantFrom(
    ['America/Santiago', '-04:00'] as const,
    ['America/Bogota', '-05:00'] as const,
    ['Atlantic/Azores', '+00:00'] as const,
  ),
  date: fc.constantFrom('2024-05-12', '2024-05-13'),
});

/** A requirement, or the insistence on one that was answered, of which no answer has come. */
function unanswered(deadline: requirement.Deadline, isInsistence: boolean): requirement.Facts {
  const ticket = { answered: false, deadline } as const;
  if (!isInsistence) return { product: 'bulk', initial: ticket };
  return {
    product: 'bulk',
    initial: { answered: true, deadline: null },
    insistences: [{ kind: 'disagreement', ...ticket }],
  };
}

/** What a company chooses is what counts. */
export function choices(subject: Subject): readonly Law[] {
  const { outcomeAt, caseOf } = asked(subject);
  const { start, record, typify, channel } = subject;
  /** Demands that the case is another from an instant on, and not one millisecond before it. */
  const demandTurn = (deadline: requirement.Deadline, isInsistence: boolean, from: Instant, by: requirement.Policy) => {
    const facts = unanswered(deadline, isInsistence);
    demandSame(caseOf(facts, from - 1, by), isInsistence ? 5 : 1, 'the case in the last millisecond of the term');
    demandSame(caseOf(facts, from, by), isInsistence ? 7 : 3, 'the case in the first one after it');
  };
  return [
    law(
      'the maximum date itself is in term, or is not, as the company chooses: to the millisecond',
      fc.property(known, fc.boolean(), fc.boolean(), (deadline, isInsistence, deadlineInclusive) => {
        const from = overFrom(deadline, deadlineInclusive);
        demandTurn(deadline, isInsistence, from, requirement.policy({ deadlineInclusive }));
      }),
    ),
    law(
      'the maximum date is a day of the zone that the company names',
      fc.property(elsewhere, fc.boolean(), fc.boolean(), ({ zone, date }, isInsistence, deadlineInclusive) => {
        const [name, offset] = zone;
        const from = Date.parse(`${date}T00:00${offset}`) + (deadlineInclusive ? DAY : 0);
        demandTurn(date, isInsistence, from, requirement.policy({ zone: name, deadlineInclusive }));
      }),
    ),
    law(
      'an insistence on a requirement is taken from the first instant out of its term, as the company reads it',
      fc.property(known, fc.boolean(), (deadline, deadlineInclusive) => {
        const context = { policy: requirement.policy({ deadlineInclusive }) };
        const from = overFrom(deadline, deadlineInclusive);
        const opened = record(start('bulk'), { type: 'initial-created', id: 'open', at: 0, deadline }, context).state;
        const statusAt = (at: Instant): string =>
          record(opened, { type: 'insistence-created', id: 'insist', at, kind: 'late-answer', deadline: null }, context)
            .status;
        demandSame(statusAt(from - 1), 'refused', 'in the last millisecond of the term');
        demandSame(statusAt(from), 'applied', 'in the first one after it');
      }),
    ),
    law(
      'a complaint of a late answer counts as an insistence, or does not, as the company chooses',
      fc.property(
        civilDate,
        fc.boolean(),
        fc.constantFrom<requirement.InsistenceKind>('late-answer', 'disagreement'),
        fc.constantFrom('both', 'disagreement'),
        (deadline, answered, kind, insistenceKinds) => {
          const facts: requirement.Facts = {
            product: 'bulk',
            initial: { answered, deadline },
            insistences: [{ kind, answered: false, deadline }],
          };
          const counts = insistenceKinds === 'both' || kind === 'disagreement';
          const [, over] = boundsOf(deadline);
          const number = caseOf(facts, over, requirement.policy({ insistenceKinds }));
          demandSame(number, counts ? 7 : 'insistence-kind-not-covered', 'the case');
        },
      ),
    ),
    law(
      'in 3 and 4 who files for meter customers is as the company chooses; for all others the contact centre files',
      fc.property(
        fc.constantFrom<requirement.Product>('meter', 'bottled', 'bulk'),
        fc.constantFrom('client', 'contact-centre'),
        fc.boolean(),
        civilDate,
        (product, meterFiling, answered, deadline) => {
          const facts: requirement.Facts = { product, initial: { answered, deadline }, client: 'dissatisfied' };
          const [, over] = boundsOf(deadline);
          const what = answered
            ? ({ case: 4, subject: 'disagreement' } as const)
            : ({ case: 3, subject: 'late-answer' } as const);
          demandSame(
            outcomeAt(facts, over, requirement.policy({ meterFiling })),
            product === 'meter' && meterFiling === 'client'
              ? { action: 'tell-client-to-file', contactCentreMayCreate: true, ...what }
              : { action: 'create-ticket', ...what },
          );
        },
      ),
    ),
    law(
      'a collections ticket says what the company chooses, and for a contact in person names the channel that it chooses',
      fc.property(policy, (chosen) => {
        const { collections, inPersonAs } = chosen;
        const ticket = { subject: 'Gestión de cobranza', channel: 'Presencial' };
        demandSame(typify(ticket, { policy: chosen }).outcome, {
          action: 'typify',
          ticket: { ...collections, channel: inPersonAs },
        });
        demandSame(channel('Presencial', { policy: chosen }).outcome, {
          action: 'record-channel',
          channel: inPersonAs,
        });
      }),
    ),
  ];
}
