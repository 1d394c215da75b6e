import { describe, expect, it } from 'vitest';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import * as pending from 'pauta/pending';

const NOW: Instant = Date.parse('2024-05-13T10:30:00-04:00');
const MINUTE = 60_000;

/** The catalogue's table, row by row: last message, AI, age of the process, resolve, action | answer | answer by L28 alone. */
const catalogue = `
none on within - - | none:no-messages | none
none on within - flagged | attend:seller-action | attend
none on within resolved - | none:no-messages | none
none on within resolved flagged | attend:seller-action | attend
none on over - - | none:no-messages | none
none on over - flagged | attend:seller-action | attend
none on over resolved - | none:no-messages | none
none on over resolved flagged | attend:seller-action | attend
none off within - - | none:no-messages | none
none off within - flagged | attend:seller-action | attend
none off within resolved - | none:no-messages | none
none off within resolved flagged | attend:seller-action | attend
none off over - - | none:no-messages | none
none off over - flagged | attend:seller-action | attend
none off over resolved - | none:no-messages | none
none off over resolved flagged | attend:seller-action | attend
client on within - - | none:ai-process | attend
client on within - flagged | attend:seller-action | attend
client on within resolved - | none:resolved | none
client on within resolved flagged | attend:seller-action | attend
client on over - - | attend:ai-window-exceeded | attend
client on over - flagged | attend:seller-action | attend
client on over resolved - | none:resolved | none
client on over resolved flagged | attend:seller-action | attend
client off within - - | attend:client-unanswered | attend
client off within - flagged | attend:seller-action | attend
client off within resolved - | none:resolved | none
client off within resolved flagged | attend:seller-action | attend
client off over - - | attend:client-unanswered | attend
client off over - flagged | attend:seller-action | attend
client off over resolved - | none:resolved | none
client off over resolved flagged | attend:seller-action | attend
ai on within - - | none:ai-process | attend
ai on within - flagged | attend:seller-action | attend
ai on within resolved - | none:resolved | none
ai on within resolved flagged | attend:seller-action | attend
ai on over - - | attend:ai-window-exceeded | attend
ai on over - flagged | attend:seller-action | attend
ai on over resolved - | none:resolved | none
ai on over resolved flagged | attend:seller-action | attend
ai off within - - | attend:last-by-ai | attend
ai off within - flagged | attend:seller-action | attend
ai off within resolved - | none:resolved | none
ai off within resolved flagged | attend:seller-action | attend
ai off over - - | attend:last-by-ai | attend
ai off over - flagged | attend:seller-action | attend
ai off over resolved - | none:resolved | none
ai off over resolved flagged | attend:seller-action | attend
seller on within - - | none:seller-last | none
seller on within - flagged | attend:seller-action | attend
seller on within resolved - | none:resolved | none
seller on within resolved flagged | attend:seller-action | attend
seller on over - - | none:seller-last | none
seller on over - flagged | attend:seller-action | attend
seller on over resolved - | none:resolved | none
seller on over resolved flagged | attend:seller-action | attend
seller off within - - | none:seller-last | none
seller off within - flagged | attend:seller-action | attend
seller off within resolved - | none:resolved | none
seller off within resolved flagged | attend:seller-action | attend
seller off over - - | none:seller-last | none
seller off over - flagged | attend:seller-action | attend
seller off over resolved - | none:resolved | none
seller off over resolved flagged | attend:seller-action | attend
`;

const rows = catalogue
  .trim()
  .split('\n')
  .map((row) => row.split(' | '));

function factsOf(cells: string): pending.Facts {
  const [lastMessage, ai, age, resolved, flagged] = cells.split(' ') as [pending.Facts['lastMessage'], ...string[]];
  const isOpen = (lastMessage === 'client' || lastMessage === 'ai') && resolved === '-';
  return {
    lastMessage,
    waitingSince: isOpen ? NOW - (age === 'within' ? 5 * MINUTE : 5 * MINUTE + 1) : null,
    aiSince: ai === 'on' ? 0 : null,
    resolved: resolved === 'resolved',
    actionSince: flagged === 'flagged' ? NOW - 1 : null,
  };
}

function answer({ outcome }: pending.PendingDecision): string {
  return `${outcome.action}:${outcome.reason}`;
}

describe('pending, over the whole space of facts', () => {
  const clock = fixedClock(NOW);

  it('has 64 combinations', () => {
    expect(new Set(rows.map(([facts]) => facts)).size).toBe(64);
  });

  it.each(rows)('%s is %s', (cells = '', expected = '', byL28 = '') => {
    const facts = factsOf(cells);
    expect(answer(pending.decide(facts, { clock }))).toBe(expected);
    expect(pending.isPending(facts, { clock })).toBe(expected.startsWith('attend'));
    const literal = pending.policy({ exemptionCovers: 'nothing' });
    expect(pending.decide(facts, { clock, policy: literal }).outcome.action).toBe(byL28);
  });

  it('is the same read and unread, in every combination', () => {
    for (const type of ['opened', 'read', 'unread'] as const) {
      for (const [cells = ''] of rows) {
        const chat: pending.Chat = { ...pending.start(), facts: factsOf(cells) };
        expect(pending.record(chat, { type, id: 'look', at: NOW }).state).toBe(chat);
      }
    }
  });
});

describe('the window of the AI, to the millisecond', () => {
  const client = Date.parse('2024-05-13T10:00:00.000-04:00');
  const facts: pending.Facts = {
    lastMessage: 'ai',
    waitingSince: client,
    aiSince: 0,
    resolved: false,
    lastMessageAt: client + 10_000,
  };

  it.each([
    ['10:00:00.000', 'none:ai-process', 'none'],
    ['10:00:10.000', 'none:ai-process', 'none'],
    ['10:04:59.999', 'none:ai-process', 'none'],
    ['10:05:00.000', 'none:ai-process', 'none'],
    ['10:05:00.001', 'attend:ai-window-exceeded', 'none'],
    ['10:05:10.000', 'attend:ai-window-exceeded', 'none'],
    ['10:05:10.001', 'attend:ai-window-exceeded', 'attend'],
    ['10:10:00.000', 'attend:ai-window-exceeded', 'attend'],
  ])('at %s it is %s; measured from the last message, %s', (time, expected, fromLast) => {
    const clock = fixedClock(Date.parse(`2024-05-13T${time}-04:00`));
    expect(answer(pending.decide(facts, { clock }))).toBe(expected);
    const policy = pending.policy({ measureFrom: 'last-message' });
    expect(pending.decide(facts, { clock, policy }).outcome.action).toBe(fromLast);
  });

  it.each([
    ['2024-04-06T23:58:00-03:00', '2024-04-06T23:02:00-04:00'],
    ['2024-09-07T23:58:00-04:00', '2024-09-08T01:02:00-03:00'],
  ])('counts elapsed time from %s to %s: four minutes', (from, to) => {
    const since = Date.parse(from);
    expect(Date.parse(to) - since).toBe(4 * MINUTE);
    const decision = pending.decide({ ...facts, waitingSince: since }, { clock: fixedClock(Date.parse(to)) });
    expect(answer(decision)).toBe('none:ai-process');
    expect(decision.validUntil).toBe(since + 5 * MINUTE + 1);
  });
});
