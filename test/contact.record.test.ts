import { describe, expect, it } from 'vitest';
import type { Instant } from '../src/kernel/clock.js';
import * as contact from 'pauta/contact';

const MOVE = 'move-1';
const HOUR = 3_600_000;
const place = { moveDate: '2024-05-15', zone: 'America/Santiago' } as const;
/** Two days before the move, and the first instant of the day before it. */
const TWO = Date.parse('2024-05-13T10:00:00-04:00');
const EVE = Date.parse('2024-05-14T00:00:00-04:00');

type Type = contact.Event['type'];

function tell(
  state: contact.Contact,
  type: Type,
  at: Instant,
  rest: object = {},
  policy = contact.defaultPolicy,
): contact.ContactRecorded {
  const event = { id: `${state.seen.length} ${type}`, at, move: MOVE, type, ...rest } as contact.Event;
  return contact.record(state, event, { policy });
}

type Sketch = readonly [type: Type, at: Instant, rest?: object];

/** A contact to which events have happened, in the order in which they were heard of. */
function after(sketches: readonly Sketch[], from = contact.start({ move: MOVE, ...place })): contact.Contact {
  return sketches.reduce((state, sketch) => tell(state, ...sketch).state, from);
}

/** A stored contact of which no more is known than is said here. */
function stored(stage: contact.Stage, facts: Partial<contact.Facts> = {}): contact.Contact {
  return { version: 1, move: MOVE, stage, facts: { ...place, ...facts }, seen: [] };
}

const offer = { alternative: 1, mp: 'a', date: '2024-05-18' } as const;
const other = { alternative: 1, mp: 'b', date: '2024-05-19' } as const;
const dates = { date: '2024-05-20', from: '2024-05-19', to: '2024-05-22' };
const says = (stance: contact.Stance, rest: object = {}): object => ({ stance, ...rest });

const asked: readonly Sketch[] = [
  ['mail-sent', TWO, { offered: { alternative: 2 } }],
  ['client-reply', TWO + 1],
];
const offered: readonly Sketch[] = [
  ['mail-sent', TWO, { offered: offer }],
  ['client-reply', TWO + 1],
];
const accepted: readonly Sketch[] = [...offered, ['client-answered', TWO + 2, says('accepts')]];
const awaiting: readonly Sketch[] = [...asked, ['client-answered', TWO + 2, says('flexible')], ['ack-sent', TWO + 3]];
const searching: readonly Sketch[] = [...asked, ['client-answered', TWO + 2, says('flexible', { dates })]];
const restarted: readonly Sketch[] = [
  ...searching,
  ['ack-sent', TWO + 3],
  ['system-updated', TWO + 4],
  ['broadcast-restarted', TWO + 5],
];
const found: readonly Sketch[] = [...restarted, ['mp-found', TWO + 6, { mp: 'b' }]];

describe('a contact begins', () => {
  it('with no event seen, in the zone of its service, by the machine that bears the name of the system', () => {
    const begun = contact.start({ move: MOVE, ...place });
    expect(begun).toMatchObject({ version: 1, move: MOVE, stage: 'DUE', facts: place });
    expect(begun.seen).toEqual([]);
    expect(contact.flow.name).toBe('contact');
  });
});

describe('an event, where nothing of its kind is known yet', () => {
  it.each<[Sketch, Partial<contact.Facts>]>([
    [['mail-sent', TWO, { offered: offer }], { helpMailsAt: [TWO], offered: offer, answer: null }],
    [['mail-bounced', TWO], { mailBouncedAt: TWO }],
    [['call-answered', TWO], { calls: [{ at: TWO, answered: true }] }],
    [['call-unanswered', TWO], { calls: [{ at: TWO, answered: false }] }],
    [['client-reply', TWO], { clientRepliesAt: [TWO] }],
    [['reply-read', TWO], { readAt: TWO }],
    [['mp-available', TWO, { mp: 'a', date: '2024-05-18' }], { availability: [{ mp: 'a', date: '2024-05-18' }] }],
  ])('is all that is known then: %o', (sketch, facts) => {
    const recorded = tell(stored('DUE'), ...sketch);
    expect(recorded.status).toBe('applied');
    expect(recorded.state.facts).toEqual({ ...place, ...facts });
  });

  it('is the first record of a call', () => {
    const owing = stored('DIALOGUE', { calls: [{ at: TWO, answered: true }] });
    expect(tell(owing, 'record-mail-sent', TWO).state.facts.otherMailsAt).toEqual([TWO]);
  });

  it('needs no answer, and no offer, to go on from', () => {
    const again = tell(stored('RE_SEARCH'), 'client-answered', TWO, says('flexible', { dates }));
    expect(again).toMatchObject({ status: 'applied', state: { stage: 'RE_SEARCH', facts: { answer: { dates } } } });
    for (const answer of [undefined, null, { stance: 'flexible', refund: false, dates: null, at: TWO } as const]) {
      const facts = answer === undefined ? {} : { answer };
      const { state } = tell(stored('RE_SEARCH', facts), 'system-updated', TWO);
      expect(state.facts).toMatchObject({ moveDate: place.moveDate, systemUpdatedAt: TWO });
    }
    const ready = stored('DATE_ACCEPTED', { chatNoteAt: TWO, dateChangedAt: TWO });
    expect(tell(ready, 'mp-assigned', TWO, { mp: 'a' })).toMatchObject({ state: { stage: 'ASSIGNED' } });
  });
});

describe('what is heard of out of order, or is of one instant', () => {
  it('leaves the last reading of a message the last', () => {
    const read = after([
      ['reply-read', TWO + 1],
      ['reply-read', TWO],
    ]);
    expect(read.facts.readAt).toBe(TWO + 1);
  });

  it('is a mail too many where a help mail was out by then, and none where all were sent later or came back', () => {
    const mailed = after([['mail-sent', TWO]]);
    expect(tell(mailed, 'mail-sent', TWO + 1)).toMatchObject({ status: 'no-effect', code: 'duplicate' });
    expect(tell(mailed, 'mail-sent', TWO)).toMatchObject({ status: 'no-effect', code: 'duplicate' });
    expect(tell(mailed, 'mail-sent', TWO - 1)).toMatchObject({ status: 'applied', state: { stage: 'MAIL_SENT' } });
    const twice = after([['mail-sent', TWO + 2]], mailed);
    expect(tell(twice, 'mail-sent', TWO + 1)).toMatchObject({ status: 'no-effect', code: 'duplicate' });
    expect(tell(after([['mail-bounced', TWO]], mailed), 'mail-sent', TWO + 1).status).toBe('applied');
  });

  it('is a mail whose offer stands no more, where the client has answered at that instant or later', () => {
    const unclear = after([...asked, ['client-answered', TWO + 2 * HOUR, says('not-flexible')]]);
    for (const at of [TWO + HOUR, TWO + 2 * HOUR]) {
      const { facts } = tell(unclear, 'mail-sent', at, { offered: offer }).state;
      expect(facts).toMatchObject({ offered: { alternative: 2 }, answer: { stance: 'not-flexible' } });
    }
    const anew = tell(unclear, 'mail-sent', TWO + 2 * HOUR + 1, { offered: offer }).state.facts;
    expect([anew.offered, anew.answer]).toEqual([offer, null]);
  });

  it('offers what the mail heard of last does, of two that were sent at one instant', () => {
    const mails = after([
      ['mail-sent', TWO, { offered: offer }],
      ['mail-sent', TWO, { offered: other }],
    ]);
    expect(mails.facts.offered).toEqual(other);
  });

  it('lets the statement heard of last win, and the change of the date, of two of one instant', () => {
    const twice = after([...accepted, ['client-answered', TWO + 2, says('rejects', { refund: true })]]);
    expect(twice.stage).toBe('REFUNDING');
    const changed = after([
      ['move-date-changed', TWO, { date: '2024-05-25' }],
      ['move-date-changed', TWO, { date: '2024-05-26' }],
    ]);
    expect(changed.facts.moveDate).toBe('2024-05-26');
  });
});

describe('a date that movers name', () => {
  it('is known once for each mover and each date', () => {
    const named = (mp: string, date: string): Sketch => ['mp-available', TWO, { mp, date }];
    const { facts } = after([
      named('a', '2024-05-18'),
      named('b', '2024-05-18'),
      named('a', '2024-05-19'),
      named('b', '2024-05-18'),
    ]);
    expect(facts.availability).toEqual([
      { mp: 'a', date: '2024-05-18' },
      { mp: 'b', date: '2024-05-18' },
      { mp: 'a', date: '2024-05-19' },
    ]);
  });
});

describe('a contact that begins anew for another date (CO-30)', () => {
  const change: Sketch = ['move-date-changed', TWO, { date: '2024-05-25' }];
  const mail = (at: Instant): Sketch => ['mail-sent', at, { offered: offer }];

  it('keeps the offer of a mail that was sent since, be it at that very instant and not the only one', () => {
    expect(after([mail(TWO), change]).facts.offered).toEqual(offer);
    expect(after([mail(TWO - 1), mail(TWO + 1), change]).facts.offered).toEqual(offer);
    expect(after([mail(TWO - 1), change]).facts.offered).toBeNull();
  });

  it('forgets what was offered in a call, for no mail says it', () => {
    const called = after([
      ['call-answered', TWO - 3],
      ['client-answered', TWO - 2, says('flexible')],
    ]);
    expect(called.facts.offered).toEqual({ alternative: 2 });
    expect(after([change], called).facts.offered).toBeNull();
  });

  it('is written to at the instant of the change, and answered at it', () => {
    const { facts, stage } = after([mail(TWO)], after([change]));
    expect([stage, facts.offered]).toEqual(['MAIL_SENT', offer]);
    const spoken = after([['client-reply', TWO + 1]], after([mail(TWO)], after([change])));
    expect(tell(spoken, 'client-answered', TWO, says('accepts')).state.stage).toBe('DATE_ACCEPTED');
    expect(tell(spoken, 'client-answered', TWO - 1, says('accepts')).status).toBe('late');
  });

  it('is due still, though a mail of before the change is heard of after a call in vain', () => {
    const begun = stored('DUE', { since: EVE, calls: [{ at: EVE, answered: false }] });
    expect(tell(begun, 'mail-sent', EVE - 1).state.stage).toBe('DUE');
  });
});

describe('calls in vain and mails, the day before the move', () => {
  const call = (at: Instant): Sketch => ['call-unanswered', at];
  const mail = (at: Instant): Sketch => ['mail-sent', at];

  it.each<[string, readonly Sketch[], contact.Stage]>([
    ['a mail of an earlier day is no mail after the call', [mail(TWO), call(EVE)], 'CALLED_UNANSWERED'],
    ['a mail after the call', [call(EVE), mail(EVE + 1)], 'MAIL_SENT'],
    ['a mail at the instant of the call', [call(EVE), mail(EVE)], 'MAIL_SENT'],
    ['a mail after the call, heard of before it', [mail(EVE + 1), call(EVE)], 'MAIL_SENT'],
    ['a mail between two calls', [call(EVE), mail(EVE + 1), call(EVE + 2)], 'CALLED_UNANSWERED'],
    ['a mail between two calls, heard of last', [call(EVE), call(EVE + 2), mail(EVE + 1)], 'CALLED_UNANSWERED'],
    ['a mail, where the only call was on an earlier day', [call(EVE - 1), mail(EVE)], 'DUE'],
  ])('%s', (_, sketches, stage) => {
    expect(after(sketches).stage).toBe(stage);
  });
});

describe('what the client says', () => {
  it('is about dates, where nothing was offered and the client says whether there are any', () => {
    const availability = [{ mp: 'a', date: '2024-05-18' }];
    const called = after([['call-answered', TWO]], contact.start({ move: MOVE, ...place, availability }));
    for (const stance of ['flexible', 'not-flexible'] as const) {
      expect(tell(called, 'client-answered', TWO + 1, says(stance)).state.facts.offered).toEqual({ alternative: 2 });
    }
    for (const stance of ['accepts', 'rejects'] as const) {
      expect(tell(called, 'client-answered', TWO + 1, says(stance)).state.facts.offered).toEqual(offer);
    }
  });

  it('and leaves open goes back to the talk, by the rule of what was offered', () => {
    expect(tell(after(offered), 'client-answered', TWO + 2, says('rejects'))).toMatchObject({
      status: 'applied',
      state: { stage: 'DIALOGUE' },
      rule: 'contact/alt1-reject-refund',
    });
    expect(tell(after(asked), 'client-answered', TWO + 2, says('not-flexible'))).toMatchObject({
      status: 'applied',
      state: { stage: 'DIALOGUE' },
      rule: 'contact/alt2-not-flexible-refund',
    });
  });

  it('is about the dates of their own, once these are looked for', () => {
    const searched = tell(after(offered), 'client-answered', TWO + 2, says('rejects', { dates })).state;
    expect(searched).toMatchObject({ stage: 'RE_SEARCH', facts: { offered: { alternative: 2 } } });
    expect(tell(searched, 'client-answered', TWO + 3, says('accepts')).code).toBe('wrong-alternative');
  });

  it('with other dates than before begins the search anew, and without dates ends it', () => {
    const state = after(searching);
    const moved = { ...dates, date: '2024-05-21' };
    expect(tell(state, 'client-answered', TWO + 3, says('flexible', { dates: moved })).status).toBe('applied');
    expect(tell(state, 'client-answered', TWO + 3, says('flexible'))).toMatchObject({
      status: 'applied',
      state: { stage: 'AWAIT_DATES' },
    });
  });

  it('is acknowledged once while a team is looked for, and anew when it comes to that again', () => {
    const ackAfter = (stance: contact.Stance, rest: object = {}): unknown =>
      tell(after(awaiting), 'client-answered', TWO + 4, says(stance, rest)).state.facts.ackSentAt;
    expect(ackAfter('flexible')).toBe(TWO + 3);
    expect(ackAfter('flexible', { dates })).toBe(TWO + 3);
    expect(ackAfter('not-flexible')).toBeNull();
    expect(ackAfter('not-flexible', { refund: true })).toBeNull();
  });
});

describe('a step that was taken', () => {
  const noted: readonly Sketch[] = [...accepted, ['chat-note-written', TWO + 3]];
  const refunding: readonly Sketch[] = [...asked, ['client-answered', TWO + 2, says('not-flexible', { refund: true })]];
  const failed: readonly Sketch[] = [...restarted, ['mp-not-found', TWO + 6]];

  it.each<[Type, readonly Sketch[], object?]>([
    ['chat-note-written', accepted],
    ['date-changed', noted],
    ['ack-sent', searching],
    ['system-updated', searching],
    ['broadcast-restarted', restarted.slice(0, -1)],
    ['mp-found', restarted, { mp: 'b' }],
    ['mp-assigned', found, { mp: 'b' }],
    ['mp-not-found', restarted],
    ['not-found-mail-sent', failed],
    ['refund-mail-sent', refunding],
  ])('has no effect when it is taken again: %s', (type, before, rest) => {
    const once = tell(after(before), type, TWO + 10, rest);
    expect(once).toMatchObject({ status: 'applied' });
    expect(tell(once.state, type, TWO + 11, rest)).toMatchObject({ status: 'no-effect', code: 'duplicate' });
  });

  it('is another with another mover', () => {
    expect(tell(after(found), 'mp-found', TWO + 10, { mp: 'c' })).toMatchObject({
      status: 'applied',
      state: { facts: { foundMp: 'c' } },
    });
    const assigned = after([...found, ['mp-assigned', TWO + 7, { mp: 'b' }]]);
    expect(tell(assigned, 'mp-assigned', TWO + 10, { mp: 'c' })).toMatchObject({
      status: 'applied',
      state: { stage: 'RE_SEARCH', facts: { foundMp: 'c', mpAssignedAt: TWO + 10 } },
    });
  });

  it('names the mover who was found, and none where it was the one offered', () => {
    const changed: readonly Sketch[] = [...noted, ['date-changed', TWO + 4]];
    expect(tell(after(changed), 'mp-assigned', TWO + 5, { mp: 'a' }).state).toMatchObject({
      stage: 'ASSIGNED',
      facts: { foundMp: null, mpAssignedAt: TWO + 5 },
    });
    const told: readonly Sketch[] = [...found, ['found-mail-sent', TWO + 7]];
    expect(tell(after(told), 'mp-assigned', TWO + 8, { mp: 'b' }).state).toMatchObject({
      stage: 'ASSIGNED',
      facts: { foundMp: 'b', mpAssignedAt: TWO + 8 },
    });
  });

  it('is not told by the news of another search', () => {
    const stale = stored('RE_SEARCH', { course: 'new-search', newsSentAt: TWO });
    expect(tell(stale, 'mp-assigned', TWO + 1, { mp: 'b' }).state).toMatchObject({
      stage: 'RE_SEARCH',
      facts: { course: 'mp-found', foundMp: 'b', newsSentAt: null },
    });
  });
});

describe('a condition of the machine', () => {
  it('that asks what an event says does not hold of an event that says no such thing', () => {
    const policy = contact.defaultPolicy;
    const { facts } = stored('DATE_ACCEPTED', { offered: offer, foundMp: 'b', mpAssignedAt: TWO });
    const state = { ...stored('DATE_ACCEPTED'), facts };
    const holdsOf = (name: keyof typeof contact.flow.guards, event: contact.Event): boolean =>
      contact.flow.guards[name](state, event, policy, facts);
    const common = { id: 'a', at: TWO, move: MOVE };
    expect(holdsOf('a date was offered', { ...common, type: 'client-answered', stance: 'rejects' })).toBe(true);
    expect(holdsOf('a date was offered', { ...common, type: 'cancel' })).toBe(false);
    expect(holdsOf('another mover', { ...common, type: 'mp-assigned', mp: 'b' })).toBe(true);
    expect(holdsOf('another mover', { ...common, type: 'mp-found', mp: 'b' })).toBe(false);
    expect(holdsOf('found already', { ...common, type: 'mp-found', mp: 'b' })).toBe(true);
    expect(holdsOf('found already', { ...common, type: 'mp-assigned', mp: 'b' })).toBe(false);
    expect(holdsOf('assigned already', { ...common, type: 'mp-assigned', mp: 'b' })).toBe(true);
    expect(holdsOf('assigned already', { ...common, type: 'mp-found', mp: 'b' })).toBe(false);
  });
});
