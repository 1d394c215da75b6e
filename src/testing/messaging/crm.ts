import fc from 'fast-check';
import { endOfWait } from '../../kernel/wait.js';
import * as messaging from '../../messaging/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { endsAndMessages, messages } from './delivery.js';
import { loadingDraw } from './draw.js';
import { instant, intakeFacts } from './facts.js';
import { loadingHistory } from './history.js';
import { Host, obedience } from './host.js';
import { jointLaw } from './joint-law.js';
import { loadingEventOf } from './loading-event.js';
import { distanceOf, dueAt, wordOf } from './manual.js';
import { policy } from './policy.js';
import { DAY, HOUR, T } from './scene.js';
import { asked, type Subject } from './subject.js';

const questions: readonly string[] = ['run-automation', 'await-data', 'send-survey', 'await-survey'];

const turns = fc.array(fc.tuple(loadingDraw, obedience, fc.option(policy, { nil: null })), {
  maxLength: 25,
  size: 'max',
});

/** What brings a contact into the CRM, and when. */
export function crm(subject: Subject): readonly Law[] {
  const { intakeAt, loadingPlaysOf, runLoading } = asked(subject);
  const distanceAt = (...question: Parameters<typeof intakeAt>): number => distanceOf(intakeAt(...question).outcome);
  return [
    law(
      'a contact is loaded at most once, whatever triggers it, however often and under however many policies, by a host that does what intake asks and is never refused',
      fc.property(policy, turns, (first, drawn) => {
        const host = new Host(subject, first);
        drawn.forEach(([draw, obeys, another], index) => {
          host.policy = another ?? host.policy;
          host.now += Math.max(0, draw.after);
          const late = { ...draw, after: Math.min(0, draw.after) };
          const heard = loadingEventOf(host.state, late, `e${index}`, host.now);
          // The host alone says that it loaded.
          if (heard.type !== 'loaded') host.hear(heard);
          if (obeys !== 'no') host.obey(obeys);
        });
        demand(host.keys.size <= 1, `the keys ${[...host.keys].join(', ')}`);
        demand(host.loads <= 1, `it was loaded ${host.loads} times`);
        host.obey('yes');
        if (host.loads === 0) return;
        for (const later of [0, 1, HOUR, 400 * DAY]) {
          const { outcome, validUntil } = intakeAt(host.state.facts, host.now + later, host.policy);
          const expected = { outcome: { action: 'none', reason: 'already-loaded' }, validUntil: null };
          demandSame({ outcome, validUntil }, expected, `${later} ms after the load`);
        }
        for (const type of messaging.loadingFlow.events) {
          const draw = { type, choice: 1, after: 0, isYes: true };
          const again = loadingEventOf(host.state, draw, 'again', host.now);
          const { state, status } = subject.recordLoading(host.state, again, { policy: host.policy });
          demandSame([status, state], ['no-effect', { ...host.state, seen: state.seen }], `${type} after the load`);
        }
      }),
    ),
    jointLaw(
      'no tag sets itself before an hour after the end, and none at all without welcome events',
      fc.property(intakeFacts, instant, policy, (facts, now, chosen) => {
        const { outcome } = intakeAt(facts, now, chosen);
        if (outcome.action !== 'run-automation' || !outcome.steps.includes('add-tag')) return;
        demand(facts.hasWelcomeEvents === true, 'there were no welcome events');
        demand(facts.endedAt != null && now >= endOfWait(facts.endedAt, chosen.crmDelay), 'the hour is not over');
      }),
      fc.property(loadingHistory, (happened) => {
        for (const { before, event, recorded } of loadingPlaysOf(happened)) {
          if (event.type !== 'tag-added' || recorded.status !== 'applied') continue;
          const { hasWelcomeEvents, endedAt } = before.facts;
          demand(hasWelcomeEvents === true, 'there were no welcome events');
          demand(endedAt != null && event.at >= endOfWait(endedAt, happened.policy.crmDelay), 'the hour was not over');
        }
      }),
    ),
    law(
      'the automation begins exactly when the delay that was chosen is over',
      fc.property(instant, fc.integer({ min: 1, max: 2 * DAY }), fc.boolean(), (endedAt, crmDelay, isKnown) => {
        const chosen = messaging.policy({ crmDelay: { seconds: crmDelay / 1_000 } });
        const facts: messaging.IntakeFacts = { contact: 'c', hasWelcomeEvents: true, endedAt, isKnown };
        const until = endedAt + crmDelay;
        for (const now of [endedAt, until - 1]) {
          const { outcome, rule, validUntil } = intakeAt(facts, now, chosen);
          const expected = [{ action: 'wait', until }, 'messaging/crm-auto-after-1h', until];
          demandSame([outcome, rule, validUntil], expected, `${until - now} ms before`);
        }
        const { outcome, rule } = intakeAt(facts, until, chosen);
        demand(outcome.action === 'run-automation', `what is due is ${wordOf(outcome)}`);
        demandSame(outcome.steps, ['add-tag', 'ask-contact', 'load-to-crm'], 'the steps');
        demandSame([outcome.tag, rule], [chosen.crmTag, 'messaging/crm-auto-after-1h'], 'the tag, and the rule');
      }),
      200,
    ),
    jointLaw(
      'who is known through WhatsApp, and flagged, is never asked for contact data',
      fc.property(
        intakeFacts,
        instant,
        policy,
        fc.constantFrom('si', 'SI', ' sí '),
        (facts, now, chosen, uploadFlag) => {
          const { outcome } = intakeAt({ ...facts, isKnown: true, uploadFlag }, now, chosen);
          demandSame(wordOf(outcome), facts.loadedAt == null ? 'load-to-crm' : 'already-loaded');
        },
      ),
      fc.property(loadingHistory, ({ policy: chosen, events, end }) => {
        for (const { recorded } of loadingPlaysOf({ policy: chosen, events })) {
          const { stage, facts } = recorded.state;
          if (facts.isKnown !== true || facts.uploadFlag?.startsWith('no') !== false) continue;
          demand(stage === 'LOADED' || stage === 'FAILED', `the stage is ${stage}`);
          const { action } = intakeAt(facts, end, chosen).outcome;
          demand(!questions.includes(action), `what comes next is ${action}`);
        }
      }),
    ),
    law(
      'a tag set by hand never delays the load',
      fc.property(intakeFacts, instant, instant, instant, policy, (facts, taggedByHandAt, now, later, chosen) => {
        const { taggedByHandAt: _, ...untagged } = facts;
        for (const probe of [now, later, later + HOUR, later + DAY]) {
          const tagged = distanceAt({ ...facts, taggedByHandAt }, probe, chosen);
          demand(tagged <= distanceAt(untagged, probe, chosen), `at ${probe} the tag makes the way longer`);
        }
      }),
    ),
    jointLaw(
      'writing again within the hour never brings the load nearer',
      fc.property(intakeFacts, instant, instant, policy, (facts, wroteAgainAt, now, chosen) => {
        const { wroteAgainAt: _, ...silent } = facts;
        for (const probe of [now, now + HOUR, now + DAY]) {
          const heard = distanceAt({ ...silent, wroteAgainAt }, probe, chosen);
          demand(heard >= distanceAt(silent, probe, chosen), `at ${probe} the message makes the way shorter`);
        }
      }),
      fc.property(endsAndMessages, messages, policy, fc.nat({ max: 2 * DAY }), (events, more, chosen, later) => {
        const added = more.map(({ id, at, contact, type }) => ({ id: `more ${id}`, at, contact, type }));
        const without = distanceAt(runLoading(events, chosen).facts, T + later, chosen);
        const heard = distanceAt(runLoading([...events, ...added], chosen).facts, T + later, chosen);
        demand(heard >= without, `the messages make the way shorter: ${heard}, and ${without} without them`);
      }),
    ),
    law(
      'a contact’s way into the CRM is asked by intake only for what its stage still lacks',
      fc.property(loadingHistory, fc.nat({ max: 2 * DAY }), ({ policy: chosen, events, end }, later) => {
        for (const { recorded } of loadingPlaysOf({ policy: chosen, events })) {
          const { stage, facts } = recorded.state;
          const word = wordOf(intakeAt(facts, end + later, chosen).outcome);
          demand(dueAt[stage].includes(word), `at ${stage} intake says ${word}`);
        }
      }),
    ),
  ];
}
