import { describe, expect, it } from 'vitest';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import * as contact from 'pauta/contact';

const MOVE = 'move-1';
const HOUR = 3_600_000;
const place = { moveDate: '2024-05-15', zone: 'America/Santiago' } as const;
/** Five days before the move, and two; the first instant of the day before it, and of its own. */
const FIVE = Date.parse('2024-05-10T10:00:00-04:00');
const TWO = Date.parse('2024-05-13T10:00:00-04:00');
const EVE = Date.parse('2024-05-14T00:00:00-04:00');
const TODAY = Date.parse('2024-05-15T00:00:00-04:00');

function decideAt(
  now: Instant,
  facts: Partial<contact.Facts> = {},
  policy = contact.defaultPolicy,
): contact.ContactDecision {
  return contact.decide({ ...place, ...facts }, { clock: fixedClock(now), policy });
}

describe('deciding', () => {
  it('takes Date for a clock, and needs no more than the one fact that is always there', () => {
    expect(contact.decide({ moveDate: null }, { clock: Date })).toEqual({
      outcome: { action: 'need-fact', fact: 'move-date' },
      rule: 'contact/tomorrow-call',
      situation: {
        ...{ record: 'none', state: 'asking', heard: 'no' },
        ...{ reply: 'no', days: 'date-unknown', call: 'none', mail: 'none' },
      },
      validUntil: null,
    });
  });

  it('sends the mail with five days to go, and says until when that holds', () => {
    expect(decideAt(FIVE)).toEqual({
      outcome: { action: 'send-help-mail', template: 'help', paragraph: 2, date: null, mp: null },
      rule: 'contact/over-3-days-mail',
      situation: {
        ...{ record: 'none', state: 'asking', heard: 'no' },
        ...{ reply: 'no', days: 'over-three', call: 'none', mail: 'none' },
      },
      // The mail of three days is that of another rule.
      validUntil: Date.parse('2024-05-12T00:00:00-04:00'),
    });
  });

  it('names in the mail the date that is offered, and stops when that date has passed', () => {
    const availability = [{ mp: 'a', date: '2024-05-13' }];
    expect(decideAt(TWO, { availability })).toMatchObject({
      outcome: { action: 'send-help-mail', paragraph: 1, date: '2024-05-13', mp: 'a' },
      validUntil: EVE,
    });
  });

  it.each<[string, Partial<contact.Facts>, contact.NeedFact['fact']]>([
    ['a date that does not exist', { moveDate: '2026-02-30' }, 'move-date'],
    ['a text that is no date', { moveDate: 'mañana' }, 'move-date'],
    ['no date', { moveDate: null }, 'move-date'],
    ['a zone that does not exist', { zone: 'America/Santiagoo' }, 'zone'],
    ['no zone', { zone: '' }, 'zone'],
  ])('asks for the fact where there is %s, unless the client has written', (_, facts, fact) => {
    expect(decideAt(TWO, facts).outcome).toEqual({ action: 'need-fact', fact });
    const heard = { ...facts, helpMailsAt: [TWO - 1], clientRepliesAt: [TWO] };
    expect(decideAt(TWO, heard).outcome).toEqual({ action: 'handle-reply' });
  });

  it('suggests a call where the mail came back, and does not wait for an answer to it', () => {
    const gap = {
      action: 'not-covered',
      gap: 'mail-not-delivered',
      question: 'CO-12',
      nearest: { action: 'call-now' },
    };
    const bounced = { helpMailsAt: [TWO], mailBouncedAt: TWO + 1 };
    expect(decideAt(TWO, bounced)).toMatchObject({ outcome: { action: 'wait' }, validUntil: TWO + 1 });
    expect(decideAt(TWO + 1, bounced)).toMatchObject({ outcome: gap, validUntil: EVE });
    expect(decideAt(EVE, bounced).outcome).toEqual({ action: 'call-now' });
    const again = { ...bounced, helpMailsAt: [TWO, TWO + HOUR] };
    expect(decideAt(TWO + HOUR, again).outcome).toEqual({ action: 'wait', until: TWO + 6 * HOUR });
    expect(decideAt(TWO, { helpMailsAt: [TWO], mailBouncedAt: TWO }).outcome).toEqual(gap);
    const called = { calls: [{ at: EVE, answered: false }], helpMailsAt: [EVE + 1], mailBouncedAt: EVE + 2 };
    expect(decideAt(EVE + 2, called)).toMatchObject({ outcome: gap, rule: 'contact/tomorrow-unanswered-mail' });
    const reached = { ...called, helpMailsAt: [EVE + 1, EVE + 3] };
    expect(decideAt(EVE + 3, reached)).toMatchObject({
      outcome: { action: 'await-reply' },
      situation: { mail: 'none', call: 'followed' },
    });
  });

  it('owes the record of a call though all else is over, or the contact began anew', () => {
    const calls = [{ at: TWO, answered: true }];
    for (const course of ['assigned', 'refunded', 'cancelled'] as const) {
      expect(decideAt(TWO, { calls, course }).outcome).toEqual({ action: 'send-call-record-mail' });
      expect(decideAt(TWO, { calls, course, otherMailsAt: [TWO] }).outcome).toEqual({ action: 'none', reason: course });
    }
    expect(decideAt(EVE, { calls, since: TWO + 1 }).outcome).toEqual({ action: 'send-call-record-mail' });
    expect(decideAt(EVE, { calls, since: TWO + 1, otherMailsAt: [TWO] }).outcome).toEqual({ action: 'call-now' });
  });

  it('lets what is dated ahead count from its instant on', () => {
    const facts = { helpMailsAt: [TWO], calls: [{ at: TWO + 2 * HOUR, answered: true }] };
    expect(decideAt(TWO, facts)).toMatchObject({ outcome: { action: 'wait' }, validUntil: TWO + 2 * HOUR });
    expect(decideAt(TWO - 1, facts)).toMatchObject({ outcome: { action: 'send-help-mail' }, validUntil: TWO });
  });

  it('says all that the mail offers, and until when, though a nearer day changes nothing', () => {
    const availability = [{ mp: 'a', date: '2024-05-20' }];
    expect(decideAt(TWO, { moveDate: '2024-06-15', availability })).toMatchObject({
      outcome: { action: 'send-help-mail', template: 'help', paragraph: 1, date: '2024-05-20', mp: 'a' },
      validUntil: Date.parse('2024-05-21T00:00:00-04:00'),
    });
    const past = Date.parse('1969-12-20T10:00:00Z');
    expect(contact.decide({ moveDate: '1970-01-20', zone: 'UTC' }, { clock: fixedClock(past) }).validUntil).toBe(
      Date.parse('1970-01-17T00:00:00Z'),
    );
  });

  it('owes the record until a mail is out at the call or after it; one that is dated ahead is not out', () => {
    const calls = [{ at: TWO, answered: true }];
    const record = { action: 'send-call-record-mail' };
    expect(decideAt(TWO + 1, { calls }).outcome).toEqual(record);
    expect(decideAt(TWO + 1, { calls, otherMailsAt: [TWO - 1] }).outcome).toEqual(record);
    expect(decideAt(TWO + 1, { calls, otherMailsAt: [TWO] }).outcome).toEqual({ action: 'handle-reply' });
    expect(decideAt(TWO + 1, { calls, otherMailsAt: [TWO + HOUR] })).toMatchObject({
      outcome: record,
      validUntil: TWO + HOUR,
    });
  });

  it('waits no longer than until the day before the move begins, by the rule of that day (CO-10)', () => {
    expect(decideAt(EVE - HOUR, { helpMailsAt: [EVE - 2 * HOUR] })).toMatchObject({
      outcome: { action: 'wait', until: EVE },
      rule: 'contact/tomorrow-call',
      situation: { days: 'under-three', mail: 'eve' },
      validUntil: EVE,
    });
  });

  it('counts what is of the instant at which the contact began anew, and no older call in vain', () => {
    const since = EVE + HOUR;
    const called = (at: Instant): contact.ContactDecision =>
      decideAt(EVE + 2 * HOUR, { since, calls: [{ at, answered: false }] });
    expect(called(since).outcome).toMatchObject({ action: 'send-help-mail' });
    expect(called(since - 1)).toMatchObject({ outcome: { action: 'call-now' }, situation: { call: 'none' } });
  });

  it.each<[string, Partial<contact.Facts>, contact.Seen['heard']]>([
    ['nobody', { helpMailsAt: [TWO] }, 'no'],
    ['a message', { helpMailsAt: [TWO], clientRepliesAt: [TWO + 1] }, 'reply'],
    ['a call', { calls: [{ at: TWO, answered: true }], otherMailsAt: [TWO] }, 'call'],
    [
      'a call, and a message before it',
      {
        helpMailsAt: [TWO],
        clientRepliesAt: [TWO + 1],
        calls: [{ at: TWO + 2, answered: true }],
        otherMailsAt: [TWO + 2],
      },
      'reply',
    ],
  ])('says whom it has heard: %s', (_, facts, heard) => {
    expect(decideAt(TWO + HOUR, facts).situation.heard).toBe(heard);
  });

  it.each<[string, readonly Instant[], readonly Instant[], string]>([
    ['nothing more', [0], [], 'not-flexible-without-refund'],
    ['a message at that very instant', [0, 10], [], 'not-flexible-without-refund'],
    ['a message', [0, 11], [], 'handle-reply'],
    ['a message, named before an older one', [11, 0], [], 'handle-reply'],
    ['a call at that very instant', [], [10], 'not-flexible-without-refund'],
    ['a call', [], [11], 'handle-reply'],
    ['a call, named before an older one', [], [11, 1], 'handle-reply'],
    ['a message, though no call', [11], [1], 'handle-reply'],
    ['a call, though no message', [1], [11], 'handle-reply'],
    ['neither message nor call', [1], [1], 'not-flexible-without-refund'],
  ])('weighs an answer that is unclear until the client is heard after it: %s', (_, replies, calls, due) => {
    const { outcome } = decideAt(TWO + HOUR, {
      helpMailsAt: [TWO],
      clientRepliesAt: replies.map((minutes) => TWO + minutes * 60_000),
      calls: calls.map((minutes) => ({ at: TWO + minutes * 60_000, answered: true })),
      otherMailsAt: [TWO + 20 * 60_000],
      offered: { alternative: 2 },
      answer: { stance: 'not-flexible', refund: false, dates: null, at: TWO + 10 * 60_000 },
    });
    expect(outcome.action === 'not-covered' ? outcome.gap : outcome.action).toBe(due);
  });

  it.each<[string, Partial<contact.Facts>, contact.Outcome['action']]>([
    ['a message of the very instant of the answer', { clientRepliesAt: [TWO] }, 'write-chat-note'],
    ['a message after it', { clientRepliesAt: [TWO + 1] }, 'handle-reply'],
    ['a message that somebody has read', { clientRepliesAt: [TWO + 1], readAt: TWO + 1 }, 'write-chat-note'],
    ['a call in vain', { calls: [{ at: TWO + 1, answered: false }] }, 'write-chat-note'],
    ['a call', { calls: [{ at: TWO + 1, answered: true }], otherMailsAt: [TWO + 1] }, 'handle-reply'],
  ])('acts on an answer until something new is said: %s', (_, facts, action) => {
    const answer = { stance: 'accepts', refund: false, dates: null, at: TWO } as const;
    const known = { course: 'date-accepted', helpMailsAt: [TWO - 1], answer, ...facts } as const;
    expect(decideAt(TWO + HOUR, known).outcome.action).toBe(action);
  });
});

describe('the other readings', () => {
  it('exactly three days can have the long wait (CO-1)', () => {
    const long = contact.policy({ exactlyThreeDays: 'long' });
    const three = Date.parse('2024-05-12T10:00:00-04:00');
    expect(decideAt(three).rule).toBe('contact/under-3-days-mail');
    expect(decideAt(three, {}, long).rule).toBe('contact/over-3-days-mail');
    const facts = { helpMailsAt: [three] };
    expect(decideAt(three, facts).outcome).toEqual({ action: 'wait', until: three + 5 * HOUR });
    expect(decideAt(three, facts, long).outcome).toEqual({ action: 'wait', until: three + 24 * HOUR });
  });

  it('a move of today can be left to a person, called or not (CO-3)', () => {
    const open = contact.policy({ today: 'not-covered' });
    const gap = { action: 'not-covered', gap: 'move-is-today', question: 'CO-3', nearest: { action: 'call-now' } };
    expect(decideAt(TODAY).outcome).toEqual({ action: 'call-now' });
    expect(decideAt(TODAY - 1, {}, open)).toMatchObject({ outcome: { action: 'call-now' }, validUntil: TODAY });
    expect(decideAt(TODAY, {}, open).outcome).toEqual(gap);
    expect(decideAt(TODAY, { calls: [{ at: TODAY, answered: false }] }, open).outcome).toEqual(gap);
  });

  it('a wait can run on into the day before the move; once it is over that day is as any other (CO-10)', () => {
    const patient = contact.policy({ tomorrowOverride: false });
    const facts = { helpMailsAt: [EVE - HOUR] };
    expect(decideAt(EVE, facts).outcome).toEqual({ action: 'call-now' });
    expect(decideAt(EVE, facts, patient)).toMatchObject({
      outcome: { action: 'wait', until: EVE + 4 * HOUR },
      situation: { days: 'under-three' },
    });
    expect(decideAt(EVE + 4 * HOUR, facts, patient).outcome).toEqual({ action: 'call-now' });
    const called = { ...facts, calls: [{ at: EVE + 4 * HOUR, answered: false }] };
    expect(decideAt(EVE + 5 * HOUR, called, patient).outcome).toMatchObject({ action: 'send-help-mail' });
    const hasty = { ...facts, calls: [{ at: EVE + HOUR, answered: false }] };
    expect(decideAt(EVE + HOUR, hasty, patient).outcome).toMatchObject({ action: 'send-help-mail' });
  });

  it('a wait that runs on is that of the mail, and a call on the day before the move ends it (CO-10)', () => {
    const patient = contact.policy({ tomorrowOverride: false });
    const mailed = EVE - 2 * HOUR;
    const calledAt = (...calls: readonly Instant[]): contact.ContactDecision =>
      decideAt(EVE + 2, { helpMailsAt: [mailed], calls: calls.map((at) => ({ at, answered: false })) }, patient);
    expect(calledAt(mailed + 1)).toMatchObject({
      outcome: { action: 'wait', until: mailed + 5 * HOUR },
      situation: { days: 'under-three', call: 'unanswered', mail: 'short' },
    });
    expect(calledAt(EVE).outcome).toMatchObject({ action: 'send-help-mail' });
    expect(calledAt(mailed + 1, EVE + 1).outcome).toMatchObject({ action: 'send-help-mail' });
  });

  it.each<[number, contact.PolicyChoices, contact.Seen['days'], contact.Seen['mail']]>([
    [2, {}, 'under-three', 'short'],
    [3, {}, 'exactly-three', 'short'],
    [3, { exactlyThreeDays: 'long' }, 'over-three', 'long'],
    [4, {}, 'over-three', 'long'],
  ])('a wait of days counts the %i days that it began with', (days, choices, seen, mail) => {
    const wait = { days: 5 };
    const patient = contact.policy({ tomorrowOverride: false, shortWait: wait, longWait: wait, ...choices });
    const mailed = TODAY - days * 24 * HOUR;
    expect(decideAt(EVE, { helpMailsAt: [mailed] }, patient)).toMatchObject({
      outcome: { action: 'wait', until: mailed + 5 * 24 * HOUR },
      situation: { days: seen, mail },
    });
  });

  it('waits are in the units of the choice, and no wait is negative', () => {
    expect(contact.policy({ shortWait: { hours: 1, minutes: 30 }, longWait: { days: 1 } })).toEqual({
      ...contact.defaultPolicy,
      shortWait: 1.5 * HOUR,
      longWait: 24 * HOUR,
    });
    expect(contact.policy()).toEqual(contact.defaultPolicy);
    expect(() => contact.policy({ shortWait: { hours: -1 } })).toThrow(RangeError);
    expect(() => contact.policy({ shortWait: { hours: -1 } })).toThrow('shortWait');
    expect(() => contact.policy({ longWait: { hours: Number.NaN } })).toThrow('longWait');
  });
});

describe('the alternative', () => {
  const at = (availability: readonly contact.Availability[] | null, now = TWO): contact.AlternativeDecision =>
    contact.alternative({ ...place, availability }, { clock: fixedClock(now) });

  it.each<[string, readonly string[], string | null]>([
    ['the nearest', ['2024-05-25', '2024-05-18', '2024-05-19'], '2024-05-18'],
    ['of two equally near the earlier', ['2024-05-17', '2024-05-13'], '2024-05-13'],
    ['of two equally near the earlier, whichever is named first', ['2024-05-13', '2024-05-17'], '2024-05-13'],
    ['not the date of the move itself', ['2024-05-15', '2024-05-20'], '2024-05-20'],
    ['not a date that has passed', ['2024-05-12', '2024-05-30'], '2024-05-30'],
    ['no text that is no date', ['2024-02-30', ''], null],
    ['the nearest, though it is later than the move', ['2024-05-13', '2024-05-16'], '2024-05-16'],
    ['the nearest, whichever is named first', ['2024-05-16', '2024-05-13'], '2024-05-16'],
  ])('offers %s (CO-17)', (_, dates, offered) => {
    const { outcome } = at(dates.map((date, index) => ({ mp: `${index}`, date })));
    const expected =
      offered === null
        ? { action: 'alternative-2', paragraph: 2 }
        : { action: 'alternative-1', paragraph: 1, date: offered, mp: `${dates.indexOf(offered)}` };
    expect(outcome).toEqual(expected);
  });

  it('holds until the date offered has passed', () => {
    const availability = [{ mp: 'a', date: '2024-05-14' }];
    expect(at(availability)).toMatchObject({ situation: { team: 'yes' }, validUntil: TODAY });
    expect(at(availability, TODAY)).toMatchObject({ situation: { team: 'no' }, validUntil: null });
    expect(at(null)).toMatchObject({ situation: { team: 'unknown' }, validUntil: null });
    const farther = [
      { mp: 'a', date: '2024-05-13' },
      { mp: 'b', date: '2024-05-16' },
    ];
    expect(at(farther)).toMatchObject({ outcome: { mp: 'b' }, validUntil: Date.parse('2024-05-17T00:00:00-04:00') });
  });

  it('is that of the mover who was named first, where two have the same date', () => {
    const both = ['a', 'b'].map((mp) => ({ mp, date: '2024-05-18' }));
    expect(at(both).outcome).toMatchObject({ mp: 'a' });
    expect(at(both.toReversed()).outcome).toMatchObject({ mp: 'b' });
  });
});

describe('mails and notes', () => {
  it('have their texts filled in as they are, whatever they hold', () => {
    const policy = contact.policy({ mcAddress: 'mc@example.com', chatNote: '{date}, {date}' });
    const odd = "$& $1 $' {id} {date}";
    expect(contact.helpMail({ move: odd, client: 'c@example.com' }, { policy })).toEqual({
      outcome: {
        action: 'send-mail',
        mail: {
          ...{ from: 'Sofía', to: ['c@example.com'], cc: [], bcc: ['mc@example.com'] },
          template: `Ayúdame a ayudarte mudanza ${odd}`,
        },
      },
      rule: 'contact/bcc-mc',
      situation: { mail: 'help', mc: 'known' },
      validUntil: null,
    });
    expect(contact.chatNote(odd, { policy })).toEqual({
      outcome: {
        ...{ action: 'write-chat-note', template: 'chat-note-new-date' },
        ...{ newDate: odd, text: `${odd}, ${odd}` },
      },
      rule: 'contact/alt1-accept-chat-text',
      situation: { note: 'new-date' },
      validUntil: null,
    });
    expect(contact.chatNote('18 de mayo').outcome.text).toContain('18 de mayo');
  });

  it('cannot be composed without the MC, but for that of the refund (CO-28)', () => {
    const addressed = { move: '48213', client: 'c@example.com' };
    expect(contact.helpMail(addressed).outcome).toEqual({ action: 'need-fact', fact: 'mc-address' });
    for (const policy of [contact.defaultPolicy, contact.policy({ mcAddress: 'mc@example.com' })]) {
      expect(contact.refundMail(addressed, { policy })).toMatchObject({
        outcome: { action: 'send-mail', mail: { cc: [], bcc: [], template: 'gestionando devolución 48213' } },
        rule: 'contact/refund-template',
      });
    }
    expect(contact.refundMail(addressed).outcome).toMatchObject({ mail: { from: 'Sofía', to: ['c@example.com'] } });
  });
});

/** An event, an hour after the one before unless its instant is given. */
type Sketch = readonly [type: contact.Event['type'], rest?: object];
interface Played {
  readonly last: contact.ContactRecorded;
  readonly due: string;
}

function eventsOf(begin: Instant, sketches: readonly Sketch[]): readonly contact.Event[] {
  return sketches.map(
    ([type, rest], index) => ({ id: `${index}`, at: begin + index * HOUR, move: MOVE, type, ...rest }) as contact.Event,
  );
}

function playFrom(begin: Instant, ...sketches: readonly Sketch[]): Played {
  const availability = [{ mp: 'a', date: '2024-05-18' }];
  let last: contact.ContactRecorded = {
    state: contact.start({ move: MOVE, ...place, availability }),
    status: 'applied',
  };
  const events = eventsOf(begin, sketches);
  for (const event of events) last = contact.record(last.state, event);
  const { outcome } = contact.decide(last.state.facts, { clock: fixedClock(Math.max(...events.map(({ at }) => at))) });
  return { last, due: outcome.action === 'not-covered' ? outcome.gap : outcome.action };
}

const says = (stance: contact.Stance, rest: object = {}): Sketch => ['client-answered', { stance, ...rest }];
const dates = { date: '2024-05-20', from: '2024-05-19', to: '2024-05-22' };
const asked: Sketch = ['mail-sent', { offered: { alternative: 2 } }];
const offered: readonly Sketch[] = [['mail-sent'], ['client-reply']];
const accepted: readonly Sketch[] = [...offered, says('accepts')];
const noted: readonly Sketch[] = [...accepted, ['chat-note-written']];
const changed: readonly Sketch[] = [...noted, ['date-changed']];
const heard: readonly Sketch[] = [asked, ['client-reply']];
const flexible: readonly Sketch[] = [...heard, says('flexible'), ['ack-sent']];
const searching: readonly Sketch[] = [...heard, says('flexible', { dates })];
const updated: readonly Sketch[] = [...searching, ['ack-sent'], ['system-updated']];
const found: readonly Sketch[] = [...updated, ['broadcast-restarted'], ['mp-found', { mp: 'b' }]];
const failed: readonly Sketch[] = [...updated, ['broadcast-restarted'], ['mp-not-found']];
const refunding: readonly Sketch[] = [...heard, says('not-flexible', { refund: true })];
const refunded: readonly Sketch[] = [...refunding, ['refund-mail-sent'], ['reverso-applied']];

describe('the machine', () => {
  it.each<[string, readonly Sketch[], contact.Stage, string, string?]>([
    ['written to', [['mail-sent']], 'MAIL_SENT', 'wait'],
    ['written to twice', [['mail-sent'], ['mail-sent']], 'MAIL_SENT', 'wait', 'duplicate'],
    ['called too early', [['call-unanswered']], 'DUE', 'send-help-mail'],
    ['a message about nothing', [['client-reply']], 'DUE', 'send-help-mail'],
    ['called, and answered', [['call-answered']], 'DIALOGUE', 'send-call-record-mail'],
    ['called, and written down', [['call-answered'], ['record-mail-sent']], 'DIALOGUE', 'handle-reply'],
    [
      'written down twice',
      [['call-answered'], ['record-mail-sent'], ['record-mail-sent']],
      'DIALOGUE',
      'handle-reply',
      'duplicate',
    ],
    [
      'two calls, one mail after both',
      [['call-answered'], ['call-answered'], ['record-mail-sent']],
      'DIALOGUE',
      'handle-reply',
    ],
    [
      'two calls, one mail between',
      [['call-answered'], ['call-answered', { at: TWO + 3 * HOUR }], ['record-mail-sent']],
      'DIALOGUE',
      'send-call-record-mail',
    ],
    ['an answer of a client who was not heard', [['mail-sent'], says('accepts')], 'MAIL_SENT', 'wait', 'no-reply'],
    ['a mail that came back', [['mail-sent'], ['mail-bounced']], 'MAIL_SENT', 'mail-not-delivered'],
    ['accepted', accepted, 'DATE_ACCEPTED', 'write-chat-note'],
    ['accepted twice', [...accepted, says('accepts')], 'DATE_ACCEPTED', 'write-chat-note', 'duplicate'],
    [
      'the date before the note',
      [...accepted, ['date-changed']],
      'DATE_ACCEPTED',
      'write-chat-note',
      'chat-note-first',
    ],
    [
      'the mover before the date',
      [...noted, ['mp-assigned', { mp: 'a' }]],
      'DATE_ACCEPTED',
      'change-date',
      'date-first',
    ],
    ['another mover', [...changed, ['mp-assigned', { mp: 'b' }]], 'DATE_ACCEPTED', 'assign-available-mp', 'wrong-mp'],
    ['that very mover', [...changed, ['mp-assigned', { mp: 'a' }]], 'ASSIGNED', 'none'],
    [
      'flexible about a date that was offered',
      [...offered, says('flexible')],
      'DIALOGUE',
      'handle-reply',
      'wrong-alternative',
    ],
    ['accepts what was not offered', [...heard, says('accepts')], 'DIALOGUE', 'handle-reply', 'wrong-alternative'],
    ['other dates than the one offered', [...offered, says('rejects', { dates })], 'RE_SEARCH', 'send-search-ack'],
    [
      'flexible, with other dates than the one offered',
      [...offered, says('flexible', { dates })],
      'RE_SEARCH',
      'send-search-ack',
    ],
    [
      'flexible, with other dates, and a refund',
      [...offered, says('flexible', { dates, refund: true })],
      'DIALOGUE',
      'contradictory',
    ],
    ['rejected, and nothing asked for', [...offered, says('rejects')], 'DIALOGUE', 'rejects-without-refund'],
    [
      'rejected, and asked for a refund',
      [...offered, says('rejects', { refund: true })],
      'REFUNDING',
      'send-refund-template',
    ],
    [
      'not flexible, and nothing asked for',
      [...heard, says('not-flexible')],
      'DIALOGUE',
      'not-flexible-without-refund',
    ],
    ['flexible', flexible, 'AWAIT_DATES', 'await-dates'],
    ['flexible, said again: told once', [...flexible, says('flexible')], 'AWAIT_DATES', 'await-dates'],
    [
      'flexible, and now with dates: told once',
      [...flexible, says('flexible', { dates })],
      'RE_SEARCH',
      'update-dates',
    ],
    ['a message while dates are awaited', [...flexible, ['client-reply']], 'AWAIT_DATES', 'handle-reply'],
    [
      'the broadcast before the system',
      [...searching, ['broadcast-restarted']],
      'RE_SEARCH',
      'send-search-ack',
      'update-first',
    ],
    ['the system', updated, 'RE_SEARCH', 'restart-broadcast'],
    ['the news of nobody', [...updated, ['found-mail-sent']], 'RE_SEARCH', 'restart-broadcast', 'nobody-found'],
    [
      'the bad news too early',
      [...updated, ['not-found-mail-sent']],
      'RE_SEARCH',
      'restart-broadcast',
      'search-not-failed',
    ],
    ['the broadcast', [...updated, ['broadcast-restarted']], 'RE_SEARCH', 'await-search'],
    ['found', found, 'RE_SEARCH', 'send-found-mail'],
    ['found, and told', [...found, ['found-mail-sent']], 'RE_SEARCH', 'assign-mp'],
    ['found, told and assigned', [...found, ['found-mail-sent'], ['mp-assigned', { mp: 'b' }]], 'ASSIGNED', 'none'],
    ['found, assigned and told', [...found, ['mp-assigned', { mp: 'b' }], ['found-mail-sent']], 'ASSIGNED', 'none'],
    ['not found', failed, 'REFUND_OFFERED', 'send-not-found-mail'],
    ['not found, and told', [...failed, ['not-found-mail-sent']], 'REFUND_OFFERED', 'await-answer'],
    [
      'not found, and the client writes',
      [...failed, ['not-found-mail-sent'], ['client-reply']],
      'REFUND_OFFERED',
      'handle-reply',
    ],
    [
      'the offered refund taken',
      [...failed, says('not-flexible', { refund: true })],
      'REFUNDING',
      'send-refund-template',
    ],
    ['not found, and then found after all', [...failed, ['mp-found', { mp: 'b' }]], 'RE_SEARCH', 'send-found-mail'],
    [
      'the reversal before the template',
      [...refunding, ['reverso-applied']],
      'REFUNDING',
      'send-refund-template',
      'template-first',
    ],
    ['the template', [...refunding, ['refund-mail-sent']], 'REFUNDING', 'apply-reverso'],
    ['refunded', refunded, 'REFUNDED', 'none'],
    [
      'dates instead of the refund',
      [...refunding, ['refund-mail-sent'], says('flexible', { dates })],
      'RE_SEARCH',
      'send-search-ack',
    ],
    ['accepted when it was too late', [...refunded, says('flexible', { dates })], 'REFUNDED', 'none'],
    ['a refund that nobody asked for', [...heard, ['refund-mail-sent']], 'DIALOGUE', 'handle-reply', 'no-refund-asked'],
    ['a note of no acceptance', [...heard, ['chat-note-written']], 'DIALOGUE', 'handle-reply', 'no-date-accepted'],
    ['an acknowledgement of nothing', [...heard, ['ack-sent']], 'DIALOGUE', 'handle-reply', 'not-flexible'],
    ['a search that was not begun', [...heard, ['system-updated']], 'DIALOGUE', 'handle-reply', 'not-searching'],
    ['given up', [...heard, ['cancel']], 'CANCELLED', 'none'],
    ['given up, with a call to be written down', [['call-answered'], ['cancel']], 'CANCELLED', 'send-call-record-mail'],
    ['given up, and written down', [['call-answered'], ['cancel'], ['record-mail-sent']], 'CANCELLED', 'none'],
    ['assigned elsewhere', [...heard, ['assigned-elsewhere', { mp: 'c' }]], 'ASSIGNED', 'none'],
    ['mailed when it was over', [...heard, ['cancel'], ['ack-sent']], 'CANCELLED', 'none', 'closed'],
    ['on another date', [...accepted, ['move-date-changed', { date: '2024-06-15' }]], 'DUE', 'send-help-mail'],
  ])('%s', (_, sketches, stage, due, code) => {
    const played = playFrom(TWO, ...sketches);
    expect(played.last.state.stage).toBe(stage);
    expect(played.due).toBe(due);
    expect(played.last.code).toBe(code);
    expect(contact.rules).toHaveProperty([played.last.rule ?? '']);
  });

  it('calls first on the day before the move, and mails once for each call in vain (CO-16)', () => {
    expect(playFrom(EVE, ['mail-sent'])).toMatchObject({ due: 'call-now', last: { state: { stage: 'DUE' } } });
    expect(playFrom(EVE, ['call-unanswered'])).toMatchObject({
      due: 'send-help-mail',
      last: { state: { stage: 'CALLED_UNANSWERED' } },
    });
    const mailed: readonly Sketch[] = [['mail-sent', { at: TWO }], ['call-unanswered'], ['mail-sent']];
    expect(playFrom(EVE, ...mailed)).toMatchObject({ due: 'await-reply', last: { state: { stage: 'MAIL_SENT' } } });
    expect(playFrom(EVE, ...mailed, ['call-unanswered'])).toMatchObject({ due: 'send-help-mail' });
  });

  it('does not mind a reply in time that is heard of after the call', () => {
    const late: readonly Sketch[] = [
      ['mail-sent'],
      ['call-answered', { at: TWO + 6 * HOUR }],
      ['client-reply', { at: TWO + 4 * HOUR }],
    ];
    expect(playFrom(TWO, ...late)).toMatchObject({ due: 'send-call-record-mail', last: { status: 'applied' } });
    expect(playFrom(TWO, ...late, ['record-mail-sent', { at: TWO + 7 * HOUR }]).due).toBe('handle-reply');
  });

  it('offers what the last mail offers, in whatever order the mails are heard of', () => {
    const first: Sketch = ['mail-sent', { at: EVE + HOUR, offered: { alternative: 1, mp: 'a', date: '2024-05-18' } }];
    const second: Sketch = [
      'mail-sent',
      { at: EVE + 3 * HOUR, offered: { alternative: 1, mp: 'b', date: '2024-05-19' } },
    ];
    for (const mails of [
      [first, second],
      [second, first],
    ]) {
      const { last } = playFrom(
        EVE,
        ...mails,
        ['client-reply', { at: EVE + 4 * HOUR }],
        says('accepts', { at: EVE + 5 * HOUR }),
      );
      expect(decideAt(EVE + 5 * HOUR, last.state.facts).outcome).toEqual({
        action: 'write-chat-note',
        date: '2024-05-19',
        mp: 'b',
      });
    }
  });

  it('takes an answer to a new offer for the new offer, and forgets the unclear one before it', () => {
    const { due, last } = playFrom(TWO, ...heard, says('not-flexible', { dates }), ['mail-sent']);
    expect(due).toBe('handle-reply');
    expect(last.state.facts).toMatchObject({ answer: null, offered: { alternative: 1, mp: 'a' } });
  });

  it('lets the last statement win, in the order in which they were made', () => {
    const late = says('accepts', { at: TWO + 90 * 60_000 });
    expect(playFrom(TWO, ...offered, says('rejects', { refund: true }), late).last).toMatchObject({
      status: 'late',
      state: { stage: 'REFUNDING' },
    });
    expect(playFrom(TWO, ...offered, says('rejects', { refund: true }), says('accepts')).last.state.stage).toBe(
      'DATE_ACCEPTED',
    );
  });

  it('begins anew for another date, with what was done since the change, and no older change undoes a newer', () => {
    const change: Sketch = ['move-date-changed', { at: TWO, date: '2024-05-25' }];
    const { last, due } = playFrom(TWO, ['mail-sent', { at: TWO + 1 }], ['client-reply', { at: TWO + 2 }], change);
    expect([last.state.stage, due]).toEqual(['DIALOGUE', 'handle-reply']);
    expect(last.state.facts.offered).toMatchObject({ mp: 'a' });
    expect(playFrom(TWO, ['mail-sent', { at: TWO + 1 }], change)).toMatchObject({ due: 'wait' });
    expect(playFrom(TWO, ['mail-sent', { at: TWO - 1 }], change).last.state).toMatchObject({
      stage: 'DUE',
      facts: { offered: null, moveDate: '2024-05-25' },
    });
    const older: Sketch = ['move-date-changed', { at: TWO - 1, date: '2024-05-20' }];
    const { status, state } = playFrom(TWO, change, older).last;
    expect([status, state.facts.moveDate, state.facts.since]).toEqual(['late', '2024-05-25', TWO]);
    const stale = playFrom(TWO, change, ['mail-sent', { at: TWO - 1 }]).last;
    expect(stale.state).toMatchObject({ stage: 'DUE', facts: { offered: null } });
    const spoken: readonly Sketch[] = [change, ['mail-sent'], ['client-reply']];
    expect(playFrom(TWO, ...spoken, says('accepts', { at: TWO - 1 })).last.status).toBe('late');
  });

  it('moves the date of the move where it was changed, and keeps the dates and the mover in what is due', () => {
    expect(playFrom(TWO, ...changed).last.state.facts.moveDate).toBe('2024-05-18');
    expect(playFrom(TWO, ...updated).last.state.facts.moveDate).toBe('2024-05-20');
    const dueAfter = (sketches: readonly Sketch[]): contact.Outcome =>
      decideAt(TWO + 9 * HOUR, playFrom(TWO, ...sketches).last.state.facts).outcome;
    expect(dueAfter(noted)).toEqual({ action: 'change-date', date: '2024-05-18', mp: 'a' });
    expect(dueAfter(searching)).toEqual({ action: 'send-search-ack', dates });
    expect(dueAfter([...found, ['found-mail-sent']])).toEqual({ action: 'assign-mp', mp: 'b' });
    expect(decideAt(TWO, { course: 'date-accepted' }).outcome).toEqual({
      action: 'write-chat-note',
      date: null,
      mp: null,
    });
    expect(decideAt(TWO, { course: 'new-search' }).outcome).toEqual({ action: 'send-search-ack', dates: null });
    expect(decideAt(TWO, { course: 'mp-found' }).outcome).toEqual({ action: 'send-found-mail', mp: null });
  });

  it('takes an event once, none of another move, and none without an instant', () => {
    const { state } = playFrom(TWO, ['mail-sent']).last;
    const event = { type: 'client-reply', id: '0', at: TWO, move: MOVE } as const;
    expect(contact.record(state, event)).toEqual({ state, status: 'duplicate' });
    const other = contact.record(state, { ...event, id: 'x', move: 'another' });
    expect(other).toEqual({ state, status: 'refused', code: 'other-move' });
    const undated = contact.record(state, { ...event, id: 'x', at: Number.NaN });
    expect(undated).toEqual({ state, status: 'refused', code: 'undated' });
  });

  it('takes the zone of the policy where the move has none, and facts of which only some were ever told', () => {
    const state = contact.start({ move: MOVE, moveDate: '2024-05-15' });
    expect(state.facts).not.toHaveProperty('zone');
    // In Auckland the fourteenth has begun, and a mail of that day has no wait.
    const mail = { type: 'mail-sent', id: 'a', at: TWO + 3 * HOUR, move: MOVE } as const;
    const policy = contact.policy({ zone: 'Pacific/Auckland' });
    expect(contact.record(state, mail).state.stage).toBe('MAIL_SENT');
    expect(contact.record(state, mail, { policy }).state.stage).toBe('DUE');
    const bare: contact.Contact = { version: 1, move: MOVE, stage: 'DUE', facts: { moveDate: '2024-05-15' }, seen: [] };
    const events = eventsOf(TWO, [
      ['mail-sent'],
      ['call-answered'],
      ['client-reply'],
      ['record-mail-sent'],
      ['mail-bounced'],
    ]);
    for (const event of events)
      expect(contact.record(bare, event).status).toBe(event.type === 'record-mail-sent' ? 'no-effect' : 'applied');
    const change = { id: 'b', at: TWO, move: MOVE, type: 'move-date-changed', date: '2024-05-20' } as const;
    expect(contact.record(bare, change).state.facts).toMatchObject({ since: TWO, moveDate: '2024-05-20' });
    const mailed: contact.Contact = { ...bare, facts: { ...bare.facts, helpMailsAt: [TWO + 1] } };
    expect(contact.record(mailed, change).state.facts.offered).toBeNull();
    const noted: contact.Contact = { ...bare, stage: 'DATE_ACCEPTED', facts: { ...bare.facts, chatNoteAt: TWO } };
    const entered = { id: 'c', at: TWO, move: MOVE, type: 'date-changed' } as const;
    expect(contact.record(noted, entered).state.facts).toMatchObject({ moveDate: '2024-05-15', dateChangedAt: TWO });
  });
});

/** A contact to which events have happened, a minute apart. */
function played(
  begin: Instant,
  sketches: readonly Sketch[],
  from = contact.start({ move: MOVE, ...place }),
): contact.Contact {
  return eventsOf(begin, sketches).reduce((state, event, index) => {
    const at = begin + index * 60_000;
    return contact.record(state, { ...event, id: `${at} ${event.type}`, at }).state;
  }, from);
}

describe('what the client says after their answer', () => {
  /** A contact whose client has accepted the date of a mover. */
  const accepted = played(TWO, [
    ['mail-sent', { offered: { alternative: 1, mp: 'a', date: '2024-05-18' } }],
    ['client-reply'],
    ['client-answered', { stance: 'accepts' }],
  ]);

  it.each<[string, Sketch]>([
    ['a message', ['client-reply']],
    ['a call', ['call-answered']],
  ])('is read before anything else is done: %s', (_, told) => {
    const talk = played(TWO + HOUR, [told, ['record-mail-sent']], accepted);
    const later = fixedClock(TWO + 2 * HOUR);
    expect(contact.decide(talk.facts, { clock: later }).outcome).toEqual({ action: 'handle-reply' });
    const read = played(TWO + 2 * HOUR, [['reply-read']], talk);
    expect(contact.decide(read.facts, { clock: later }).outcome).toMatchObject({ action: 'write-chat-note' });
    expect(contact.decide({ ...talk.facts, readAt: TWO + 3 * HOUR }, { clock: later })).toMatchObject({
      outcome: { action: 'handle-reply' },
      validUntil: TWO + 3 * HOUR,
    });
  });

  it('begins no search anew when it is the same dates again, and does when it is others, or other days beside them', () => {
    const dates = { date: '2024-05-20', from: '2024-05-19', to: '2024-05-21' };
    const searching = played(TWO, [
      ['mail-sent'],
      ['client-reply'],
      ['client-answered', { stance: 'flexible', dates }],
      ['ack-sent'],
    ]);
    const said = (given: object): contact.ContactRecorded =>
      contact.record(searching, {
        ...({ id: 'again', at: TWO + HOUR, move: MOVE, type: 'client-answered', stance: 'flexible' } as const),
        ...given,
      });
    expect(said({ dates })).toMatchObject({ status: 'no-effect', code: 'duplicate' });
    for (const other of [{ date: '2024-05-20' }, { ...dates, from: '2024-05-20' }, { ...dates, to: '2024-05-22' }]) {
      expect(said({ dates: other }).state.facts).toMatchObject({ answer: { dates: other }, ackSentAt: null });
    }
    expect(said({ dates, refund: true, stance: 'not-flexible' }).state.stage).toBe('REFUNDING');
    expect(said({ dates, stance: 'not-flexible' }).state.stage).toBe('DIALOGUE');
  });
});

describe('the date that is offered', () => {
  it('is the earliest, where that of the move is not known', () => {
    const availability = ['2024-05-20', '2024-05-16', '2024-05-18'].map((date) => ({ mp: 'a', date }));
    const { outcome } = contact.alternative({ moveDate: null, availability }, { clock: fixedClock(TWO) });
    expect(outcome).toMatchObject({ action: 'alternative-1', date: '2024-05-16' });
  });

  it('is not what a client speaks of who was asked for dates on the telephone, before any mail', () => {
    const availability = [{ mp: 'a', date: '2024-05-18' }];
    const called = played(
      EVE,
      [['call-answered'], ['record-mail-sent']],
      contact.start({ move: MOVE, ...place, availability }),
    );
    expect(played(EVE + HOUR, [['client-answered', { stance: 'flexible' }]], called).stage).toBe('AWAIT_DATES');
    expect(played(EVE + HOUR, [['client-answered', { stance: 'accepts' }]], called).stage).toBe('DATE_ACCEPTED');
  });
});

describe('a date that a mover names while the client is waited for', () => {
  it('is offered in the mail, once', () => {
    const due = contact.start({ move: MOVE, ...place });
    const named = played(TWO, [['mp-available', { mp: 'a', date: '2024-05-18' }]], due);
    expect(decideAt(TWO + 1, named.facts).outcome).toMatchObject({ paragraph: 1, date: '2024-05-18', mp: 'a' });
    const again = played(TWO + 1, [['mp-available', { mp: 'a', date: '2024-05-18' }]], named);
    expect(again.facts.availability).toEqual([{ mp: 'a', date: '2024-05-18' }]);
  });
});

describe('a mail too many', () => {
  it('is kept: what it answers may be heard of later', () => {
    const mailed = played(TWO, [['mail-sent', { offered: { alternative: 2 } }]]);
    const offer = { alternative: 1, mp: 'a', date: '2024-05-18' } as const;
    const again = contact.record(mailed, {
      ...({ id: 'again', at: EVE + 3 * HOUR, move: MOVE, type: 'mail-sent' } as const),
      offered: offer,
    });
    expect(again).toMatchObject({ status: 'no-effect', code: 'duplicate' });
    // The client holds the last mail in hand, and the wait is that of the first.
    expect(again.state.facts.offered).toEqual(offer);
    expect(decideAt(TWO + HOUR, again.state.facts).validUntil).toBe(TWO + 5 * HOUR);
    const called = played(EVE + 2 * HOUR, [['call-unanswered']], again.state);
    expect(called.stage).toBe('MAIL_SENT');
    expect(decideAt(EVE + 4 * HOUR, called.facts).outcome).toEqual({ action: 'await-reply' });
  });
});
