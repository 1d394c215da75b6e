import fc from 'fast-check';
import { demand, demandSame, law, type Law } from '../law.js';
import { facts, instant, policy } from './arbitraries.js';
import { isOver } from './days.js';
import { asked, type Subject } from './subject.js';

/** Which case it is, and what each does. */
export function cases(subject: Subject): readonly Law[] {
  const { outcomeAt, caseOf } = asked(subject);
  return [
    law(
      'every combination has exactly one of the eight cases or a named gap',
      fc.property(facts, instant, policy, (known, now, chosen) => {
        const outcome = outcomeAt(known, now, chosen);
        if (outcome.action === 'not-covered') demand(/^RQ-\d+$/.test(outcome.question), 'the gap has no question');
        else demand([1, 2, 3, 4, 5, 6, 7, 8].includes(outcome.case), `there is no case ${outcome.case}`);
      }),
    ),
    law(
      '6, 7 and 8 escalate and forbid a further requirement, and nothing else does',
      fc.property(facts, instant, (known, now) => {
        const outcome = outcomeAt(known, now);
        const escalates = outcome.action !== 'not-covered' && outcome.case >= 6;
        demandSame(outcome.action === 'escalate-supervisor', escalates, 'whether it escalates');
        demandSame('noNewRequirement' in outcome, escalates, 'whether it forbids a further requirement');
        demand(!(escalates && 'subject' in outcome), 'it escalates, and names a subject to file under');
      }),
    ),
    law(
      '1, 2 and 5 neither create nor suggest a ticket',
      fc.property(facts, instant, (known, now) => {
        const outcome = outcomeAt(known, now);
        if (outcome.action === 'not-covered' || ![1, 2, 5].includes(outcome.case)) return;
        const tells = ['tell-max-date', 'read-answer', 'tell-insistence-max-date'].includes(outcome.action);
        demand(tells && !('subject' in outcome), `case ${outcome.case} does more than tell`);
      }),
    ),
    law(
      'with an insistence it is never 1 to 4, and without one never 5 to 8',
      fc.property(facts, instant, (known, now) => {
        const number = caseOf(known, now);
        if (typeof number === 'number') demandSame(number >= 5, (known.insistences ?? []).length > 0, `case ${number}`);
      }),
    ),
    law(
      'it is 7 exactly where some insistence is unanswered and out of its own term',
      fc.property(facts, instant, (known, now) => {
        const overdue = (known.insistences ?? []).some((ticket) => !ticket.answered && isOver(ticket.deadline, now));
        demandSame(caseOf(known, now) === 7, overdue && known.initial !== null, 'whether it is 7');
      }),
    ),
  ];
}
