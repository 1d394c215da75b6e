import { describe, expect, it } from 'vitest';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import * as messaging from 'pauta/messaging';
import { deepFreeze } from './deep-freeze.js';

const HOUR = 3_600_000;
const TEN = Date.parse('2024-05-13T10:00:00-04:00');
const T4 = TEN + HOUR;
const TAG = { tag: 'admision y ventas' };

type Sketch = readonly [type: messaging.LoadingEvent['type'], at: Instant, rest?: object];

function load(events: readonly Sketch[], from = messaging.newContact('ana')): messaging.LoadingRecorded {
  let last: messaging.LoadingRecorded = { state: from, status: 'applied' };
  events.forEach(([type, at, rest]) => {
    const event = { id: `${type} ${at}`, at, contact: 'ana', type, ...rest } as messaging.LoadingEvent;
    last = messaging.recordLoading(deepFreeze(last.state), deepFreeze(event));
  });
  return last;
}

const ended = (at: Instant, hasWelcomeEvents = true): Sketch => ['conversation-ended', at, { hasWelcomeEvents }];
const nothing: messaging.IntakeFacts = {
  contact: 'ana',
  hasWelcomeEvents: false,
  endedAt: null,
  wroteAgainAt: null,
  taggedByHandAt: null,
  isKnown: false,
  uploadFlag: null,
  failedAt: null,
  taggedAt: null,
  askedAt: null,
  answeredAt: null,
  surveySentAt: null,
  surveyAnsweredAt: null,
  loadedAt: null,
};

describe('the facts of a contact', () => {
  it('are none at the beginning', () => {
    expect(messaging.newContact('ana')).toEqual({
      ...{ version: 1, stage: 'IDLE', facts: nothing, wroteAt: [], seen: [] },
    });
  });

  const waiting = { hasWelcomeEvents: true, endedAt: TEN };
  it.each<[string, readonly Sketch[], messaging.LoadingStage, Partial<messaging.IntakeFacts>]>([
    ['a message before any end', [['user-message', TEN]], 'IDLE', {}],
    ['an end with welcome events', [ended(TEN)], 'WAITING', waiting],
    ['an end without', [ended(TEN, false)], 'IDLE', { endedAt: TEN }],
    ['a message after it', [ended(TEN), ['user-message', TEN + 1]], 'IDLE', { ...waiting, wroteAgainAt: TEN + 1 }],
    ['the automation’s tag', [ended(TEN), ['tag-added', T4]], 'TAGGED', { ...waiting, taggedAt: T4 }],
    ['the tag by hand', [['tag-added-by-hand', TEN, TAG]], 'TAGGED', { taggedByHandAt: TEN }],
    [
      'the question',
      [
        ['tag-added-by-hand', TEN, TAG],
        ['contact-requested', TEN + 1],
      ],
      'ASKED',
      { taggedByHandAt: TEN, askedAt: TEN + 1 },
    ],
    [
      'the data',
      [
        ['tag-added-by-hand', TEN, TAG],
        ['contact-requested', TEN + 1],
        ['data-given', TEN + 2],
      ],
      'LOADED',
      { taggedByHandAt: TEN, askedAt: TEN + 1, answeredAt: TEN + 2 },
    ],
    ['the field', [['upload-flag-set', TEN, { value: 'no' }]], 'IDLE', { uploadFlag: 'no' }],
    ['the contact known', [['contact-known', TEN]], 'IDLE', { isKnown: true }],
    [
      'the failure, and the survey',
      [ended(TEN), ['automation-failed', T4], ['survey-sent', T4 + 1]],
      'FAILED',
      { ...waiting, failedAt: T4, surveySentAt: T4 + 1 },
    ],
  ])('are those that each event tells: %s', (_, events, stage, facts) => {
    const { status, state } = load(events);
    expect([status, state.stage]).toEqual(['applied', stage]);
    expect(state.facts).toEqual({ ...nothing, ...facts });
  });
});

describe('the wait of a contact', () => {
  it('is over only where there were welcome events', () => {
    const plain = load([ended(TEN, false)]).state;
    for (const type of ['tag-added', 'automation-failed'] as const) {
      expect(load([[type, T4]], plain)).toMatchObject({ status: 'refused', code: 'no-trigger', state: plain });
    }
  });

  it('does not begin where neither of two ends at one instant had welcome events', () => {
    const { state } = load([ended(TEN, false), ['conversation-ended', TEN, { id: 'other', hasWelcomeEvents: false }]]);
    expect(state).toMatchObject({ stage: 'IDLE', facts: { hasWelcomeEvents: false, endedAt: TEN } });
  });

  it('is interrupted by a message that was heard of before the end, whatever was heard between', () => {
    const known = load([
      ['user-message', TEN + 1],
      ['contact-known', TEN + 2],
    ]);
    expect(known.state.wroteAt).toEqual([TEN + 1]);
    const { state } = load([ended(TEN)], known.state);
    expect([state.stage, state.facts.wroteAgainAt]).toEqual(['IDLE', TEN + 1]);
  });

  it('is not interrupted by a message of the instant of the end', () => {
    const facts = { contact: 'ana', hasWelcomeEvents: true, endedAt: TEN, wroteAgainAt: TEN };
    const asked = messaging.intake(facts, { clock: fixedClock(TEN + 1) });
    expect([asked.outcome, asked.situation.resumed]).toEqual([{ action: 'wait', until: T4 }, 'no']);
    expect(messaging.intake(facts, { clock: fixedClock(T4) }).outcome.action).toBe('run-automation');
  });

  it.each([-2 * HOUR, -1, 0])('may begin at %i milliseconds from 1970', (at) => {
    // Of a contact whose conversation has not ended no message is before the end.
    expect(load([['user-message', at]])).toMatchObject({ status: 'applied', state: { wroteAt: [at] } });
    const { status, state } = load([ended(at)]);
    expect([status, state.stage]).toEqual(['applied', 'WAITING']);
    expect(messaging.intake(state.facts, { clock: fixedClock(at + 1) }).outcome).toEqual({
      ...{ action: 'wait', until: at + HOUR },
    });
    expect(load([['user-message', at + 1]], state)).toMatchObject({ status: 'applied', state: { stage: 'IDLE' } });
  });
});
