import fc from 'fast-check';
import { fixedClock } from '../../kernel/clock.js';
import { addressOf } from '../../kernel/table.js';
import * as requirement from '../../requirement/index.js';
import { demandSame, law, type Law } from '../law.js';
import { deadline, event, facts, insistence, instant, policy, stance, state } from './arbitraries.js';
import { asked, type Case, type Subject } from './subject.js';

/** The rule of each case, and the one that leaves each gap open. */
const ruleOf: Readonly<Record<Case, requirement.RuleId>> = {
  1: 'requirement/case-1',
  2: 'requirement/case-2',
  3: 'requirement/case-3',
  4: 'requirement/case-4',
  5: 'requirement/case-5',
  6: 'requirement/case-6',
  7: 'requirement/case-7',
  8: 'requirement/case-8',
  'no-initial-requirement': 'requirement/check-trigger',
  'deadline-unknown': 'requirement/check-1-max-date',
  'product-unknown': 'requirement/medidor-vs-envasado-granel',
  'nothing-to-do': 'requirement/check-trigger',
  'both-open-insistence-in-term': 'requirement/case-5',
  'insistence-answer-unknown-to-client': 'requirement/case-8',
  'insistence-kind-not-covered': 'requirement/check-3-insistence',
};

/** The case where everything is answered, by what the client makes of the last answer: without insistence, and with. */
const answeredTo: Readonly<Record<requirement.Stance, readonly [alone: Case, insisted: Case]>> = {
  unaware: [2, 'insistence-answer-unknown-to-client'],
  dissatisfied: [4, 8],
  satisfied: ['nothing-to-do', 'nothing-to-do'],
};

/** What becomes of an event, by the machine of the room. */
function fateOf(held: requirement.Requirement, one: requirement.Event, chosen: requirement.Policy): object {
  if (held.seen.includes(one.id)) return { status: 'duplicate', stage: held.stage };
  const step = requirement.flow.step(held.stage, one.type, held.facts, one, chosen);
  const { rule } = step;
  if ('refuse' in step) return { status: 'refused', code: step.refuse, rule, stage: held.stage };
  if ('ignore' in step) return { status: 'no-effect', code: step.ignore, rule, stage: held.stage };
  return { status: 'late' in step ? 'late' : 'applied', rule, stage: 'to' in step ? step.to : held.stage };
}

/** By which rule it is what it is. */
export function reasons(subject: Subject): readonly Law[] {
  const { caseOf } = asked(subject);
  const { decide, record, typify, channel } = subject;
  return [
    law(
      'where all is answered the case is what the client makes of the answer; nothing said, they do not know of it',
      fc.property(
        deadline,
        fc.array(insistence, { maxLength: 2 }),
        fc.option(stance, { nil: undefined }),
        instant,
        (term, tickets, client, now) => {
          const insistences = tickets.map((ticket) => ({ ...ticket, answered: true }));
          const initial = { answered: true, deadline: term };
          const known = { product: null, initial, insistences, ...(client && { client }) };
          const [alone, insisted] = answeredTo[client ?? 'unaware'];
          demandSame(caseOf(known, now), insistences.length === 0 ? alone : insisted, 'the case');
        },
      ),
    ),
    law(
      'each case is decided by its own rule, each gap by the one that leaves it open: that of the situation seen',
      fc.property(facts, instant, policy, (known, now, chosen) => {
        const { outcome, rule, situation } = decide(known, { clock: fixedClock(now), policy: chosen });
        demandSame(rule, ruleOf[outcome.action === 'not-covered' ? outcome.gap : outcome.case], 'the rule');
        const { then, rule: answering } = requirement.table.row(addressOf(requirement.table, situation));
        const isUnknown = then.action === 'file' && situation.product === 'unknown';
        demandSame(rule, isUnknown ? ruleOf['product-unknown'] : answering, 'the rule of the situation');
      }),
    ),
    law(
      'each ticket, and each channel, is answered by the rule of the situation seen',
      fc.property(
        fc.oneof(fc.constantFrom('', ...Object.values(requirement.subjects))),
        fc.constantFrom('Llamada telefónica', 'Presencial', 'Formulario web'),
        (title, by) => {
          const ticket = typify({ subject: title, channel: by });
          const { typifyTable, channelTable } = requirement;
          const { rule } = typifyTable.row(addressOf(typifyTable, ticket.situation));
          demandSame(ticket.rule, rule, 'the rule of the ticket');
          const way = channel(by);
          demandSame(
            way.rule,
            channelTable.row(addressOf(channelTable, way.situation)).rule,
            'the rule of the channel',
          );
        },
      ),
    ),
    law(
      'an event is taken, refused or ignored as the machine has it: the stage, the code and the rule',
      fc.property(state, event, policy, (held, one, chosen) => {
        const { status, code, rule, state: next } = record(held, one, { policy: chosen });
        demandSame({ status, code, rule, stage: next.stage }, fateOf(held, one, chosen));
        const { status: undated, code: why } = record(held, { ...one, at: Number.NaN }, { policy: chosen });
        demandSame([undated, why], ['refused', 'undated'], 'an event without an instant');
      }),
    ),
  ];
}
