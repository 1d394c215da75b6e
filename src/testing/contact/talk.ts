import fc from 'fast-check';
import { fixedClock } from '../../kernel/clock.js';
import * as contact from '../../contact/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { policy as anyPolicy, scene } from './facts.js';
import { history } from './histories.js';
import { at, dateNear, dayBefore, instantNear } from './place.js';
import { outcomeAt, takenOf, type Subject } from './subject.js';

const writtenDown = (subject: Subject): Law =>
  law(
    'an answered call is written down before anything else is due, and before the end is the end',
    fc.property(scene, anyPolicy, ({ facts, now }, policy) => {
      const mails = [...(facts.helpMailsAt ?? []), ...(facts.otherMailsAt ?? [])].filter((mail) => mail <= now);
      const calls = (facts.calls ?? []).filter((call) => call.answered && call.at <= now);
      const isOwed = calls.some((call) => mails.every((mail) => mail < call.at));
      const { action } = outcomeAt(subject, facts, now, policy);
      demandSame(action === 'send-call-record-mail', isOwed, `whether a record is owed, where ${action} is due`);
    }),
  );

const helpMail = (subject: Subject): Law =>
  law(
    'the help mail is from the sender, to exactly the client, with the MC in blind copy and nobody in copy',
    fc.property(fc.string(), fc.string(), fc.string(), (move, client, mcAddress) => {
      const { outcome } = subject.helpMail({ move, client }, { policy: contact.policy({ mcAddress }) });
      const template = `Ayúdame a ayudarte mudanza ${move}`;
      const mail = { from: 'Sofía', to: [client], cc: [], bcc: [mcAddress], template };
      demandSame(outcome, { action: 'send-mail', mail });
    }),
  );

const paragraph = (subject: Subject): Law => {
  const drawn = at((place) =>
    fc.record({
      now: instantNear(place),
      dates: fc.option(fc.array(dateNear(place), { maxLength: 3 }), { nil: null }),
    }),
  );
  return law(
    'one of the two paragraphs is kept: the first exactly where a date is known',
    fc.property(drawn, ([place, { now, dates }]) => {
      const availability = dates === null ? null : dates.map((date, index) => ({ mp: `${index}`, date }));
      const known = (dates ?? []).filter(
        (date) => date !== place.moveDate && now < dayBefore({ ...place, moveDate: date }, -1),
      );
      const { outcome } = subject.alternative({ ...place, availability }, { clock: fixedClock(now) });
      demandSame(outcome.paragraph, known.length > 0 ? 1 : 2, 'the paragraph');
      if (outcome.action === 'alternative-1') demand(known.includes(outcome.date), `${outcome.date} is not known`);
      const due = outcomeAt(subject, { ...place, availability }, now);
      if (due.action === 'send-help-mail') demandSame(due.paragraph, outcome.paragraph, 'the paragraph that is due');
    }),
  );
};

const refund = (subject: Subject): Law =>
  law(
    'a refund is made only when it was asked for, and reversed only after the template',
    fc.property(history, (drawn) => {
      let [isAsked, isSent] = [false, false];
      for (const { event, recorded } of takenOf(subject, drawn)) {
        if (event.type === 'client-answered') [isAsked, isSent] = [event.refund === true, false];
        if (event.type === 'move-date-changed') [isAsked, isSent] = [false, false];
        if (event.type === 'refund-mail-sent') isSent = true;
        const { stage, facts } = recorded.state;
        const { action } = outcomeAt(subject, facts, drawn.end, drawn.policy);
        const isUnderWay = action === 'send-refund-template' || stage === 'REFUNDING';
        const isReversed = action === 'apply-reverso' || stage === 'REFUNDED';
        demand(isAsked || !(isUnderWay || isReversed), 'a refund that nobody asked for');
        demand(isSent || !isReversed, 'reversed before the template');
      }
    }),
  );

const acceptedDate = (subject: Subject): Law =>
  law(
    'an accepted date is entered only after the note in the chat, and the mover assigned only after the date',
    fc.property(history, (drawn) => {
      let done: string[] = [];
      for (const { before, event } of takenOf(subject, drawn)) {
        if (event.type === 'client-answered' || event.type === 'move-date-changed') done = [];
        if (event.type === 'date-changed') demandSame(done, ['chat-note-written'], 'what was done before the date');
        if (event.type === 'mp-assigned' && before.stage === 'DATE_ACCEPTED') {
          demandSame(done, ['chat-note-written', 'date-changed'], 'what was done before the mover was assigned');
          const agreed = { alternative: 1, mp: event.mp, date: before.facts.moveDate };
          demandSame(before.facts.offered, agreed, 'what the client had accepted');
        }
        if (event.type === 'chat-note-written' || event.type === 'date-changed') done.push(event.type);
      }
    }),
  );

/** What is said to the client, and what the client's answer leads to. */
export function talk(subject: Subject): readonly Law[] {
  return [writtenDown, helpMail, paragraph, refund, acceptedDate].map((lawOf) => lawOf(subject));
}
