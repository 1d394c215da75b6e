import fc from 'fast-check';
import { fixedClock } from '../../kernel/clock.js';
import * as messaging from '../../messaging/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { facts } from './facts.js';
import { history } from './history.js';
import { jointLaw } from './joint-law.js';
import { CLOSING_ACTS, isBlank } from './manual.js';
import { ADMINISTRATOR, AGENTS, CLOSING_STEPS, T } from './scene.js';
import { asked, type Subject } from './subject.js';

const name = fc.constantFrom('Académico', 'CCA', ' ', null);

/** How a case is solved and closed, in what order and by whom; and how one without solution is not. */
export function closing(subject: Subject): readonly Law[] {
  const { playsOf } = asked(subject);
  return [
    jointLaw(
      'after the close-out the bot is on, the conversation is open, and it is nobody’s: always all three',
      fc.property(history, (happened) => {
        for (const { before, event, recorded } of playsOf(happened)) {
          const { stage, facts: known } = recorded.state;
          if (stage !== 'CLOSED_OUT') continue;
          demandSame([subject.isBotOn(known), known.agent, known.heldBy], [true, null, null]);
          if (before.stage === stage) continue;
          // From now on what the client writes is for the bot.
          const next: messaging.Event = { ...event, id: 'next', at: event.at + 1, type: 'user-message' };
          demand(subject.isForBot(known, next), 'the next message is not for the bot');
          demandSame(subject.record(recorded.state, next).state.stage, 'BOT', 'the stage after the next message');
        }
      }),
      fc.property(
        fc.shuffledSubarray([...CLOSING_STEPS], { minLength: 3 }),
        fc.constantFrom(...AGENTS),
        (done, agent) => {
          const policy = messaging.policy({ closeOrder: 'any' });
          const { outcome } = subject.closing({ solved: true, agent, actor: agent, done }, { policy });
          demandSame(outcome, { action: 'none', reason: 'complete', bot: 'on', conversation: 'open', agent: null });
        },
      ),
    ),
    jointLaw(
      'the click never comes before the closing reply and the bot',
      fc.property(history, (happened) => {
        let done: readonly string[] = [];
        for (const { event, recorded } of playsOf(happened)) {
          if (recorded.status !== 'applied') continue;
          if (event.type === 'click-close' && happened.policy.closeOrder === 'strict') {
            demandSame(done, ['standard-reply-sent', 'bot-reactivated'], 'what was done before the click');
          }
          const { stage } = recorded.state;
          if (CLOSING_ACTS.includes(event.type)) {
            done = [...done, event.type];
            if (stage === 'CLOSED_OUT') {
              demandSame(done.toSorted(), CLOSING_ACTS.toSorted(), 'what was done before the close-out');
            }
          }
          if (stage !== 'SOLVED') done = [];
        }
      }),
      fc.property(fc.array(fc.constantFrom(...CLOSING_STEPS), { maxLength: 5 }), (done) => {
        const { outcome } = subject.closing({ solved: true, agent: 'a', actor: 'a', done });
        const before = done.slice(0, done.indexOf('click-close'));
        const isEarly = done.includes('click-close') && new Set(before).size < 2;
        if (isEarly) demandSame(outcome, { action: 'refuse', code: 'out-of-order' });
        if (outcome.action === 'click-close') {
          demandSame([...new Set(done)].sort(), ['reactivate-bot', 'standard-reply'], 'what was done before the click');
        }
      }),
    ),
    law(
      'only what its agent solved is closed out, and only by its agent',
      fc.property(history, (happened) => {
        let solvedBy: string | null = null;
        const { closers } = happened.policy;
        for (const { before, event, recorded } of playsOf(happened)) {
          if (recorded.status !== 'applied') continue;
          if (event.type === 'solved' || CLOSING_ACTS.includes(event.type)) {
            const { by } = event as Extract<messaging.Event, { readonly by: string }>;
            const isAdministrator = closers !== 'assigned-agent' && by === ADMINISTRATOR;
            demand(by === before.facts.agent || isAdministrator, `${event.type}: it is not the case of ${by}`);
            if (event.type === 'solved') solvedBy = by;
            demand(solvedBy !== null, `${event.type}: nobody had solved it`);
          }
          const { stage } = recorded.state;
          if (stage === 'CLOSED_OUT' && before.stage !== stage) demand(solvedBy !== null, 'nobody had solved it');
          if (stage !== 'SOLVED') solvedBy = null;
        }
      }),
    ),
    jointLaw(
      'a case without solution is not closed, and its text names the department and the agent',
      fc.property(history, facts, (happened, known) => {
        for (const { before, event, recorded } of playsOf(happened)) {
          if (before.stage !== 'INVESTIGATING' || !CLOSING_ACTS.includes(event.type)) continue;
          const refusal = { status: 'refused', code: 'not-solved', rule: 'messaging/close-when' };
          demandSame(recorded, { state: before, ...refusal }, event.type);
        }
        const { open } = subject.duties({ ...known, course: 'investigating' }, { policy: happened.policy });
        for (const duty of open) {
          demand(duty.action !== 'reactivate-bot' && duty.action !== 'click-close', `a duty is to ${duty.action}`);
          if (duty.action !== 'send-message') continue;
          demandSame(duty.template, 'case-3', 'the message to send');
          demand(![duty.data['department'], duty.data['agent']].some(isBlank), 'the text does not name both');
        }
      }),
      fc.property(name, name, fc.boolean(), (department, agent, isSolved) => {
        const { outcome } = subject.support({ case: 3, department, agent, isSolved });
        if (isBlank(department)) demandSame(outcome, { action: 'need-fact', fact: 'department' });
        else if (isBlank(agent)) demandSame(outcome, { action: 'need-fact', fact: 'agent' });
        else {
          const data = { department, agent };
          demandSame(outcome, { action: 'send-message', template: 'case-3', data });
          const sent = subject.message('case-3', data, { clock: fixedClock(T) }).outcome;
          demand(sent.action === 'send-text', 'the message is not composed');
          demand(sent.text.includes(`${department}`) && sent.text.includes(`${agent}`), `it says: ${sent.text}`);
        }
      }),
    ),
  ];
}
