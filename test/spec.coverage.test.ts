import { describe, expect, it } from 'vitest';
import { contact, ladder, messaging, pending, requirement, routing } from 'pauta';
import { ask, cases, check, checkPolicy, coverage, decisionsOf, givenSchema, type Case } from 'pauta/spec';
import { systems } from 'pauta/catalogue';
import { deepFreeze } from './deep-freeze.js';

const base = { zone: 'America/Santiago', now: '2024-05-13T10:06:00-04:00' } as const;
const attended = {
  ...base,
  system: 'pending',
  decision: 'is-pending',
  given: { messages: [{ by: 'client', at: '2024-05-13T10:00:00-04:00' }], aiActive: true },
} as const;
const attendedCase: Case = {
  ...attended,
  id: 'pending-901',
  name: 'six minutes with the AI',
  expected: 'The window of five minutes is over.',
  outcome: 'pending:ai-window-exceeded',
  rule: 'pending/ai-window-exceeded',
  determined: 'manual',
};

/** What is looked at of a JSON Schema. */
interface Shape {
  readonly type?: string;
  readonly oneOf?: readonly { readonly type: string }[];
}

describe('asking', () => {
  it('answers with outcome, rules and the decision itself', () => {
    const asking = ask(attended);
    expect(asking).toMatchObject({ ok: true, answer: { outcome: 'pending:ai-window-exceeded' } });
    if (!asking.ok) return;
    expect(asking.answer.fired[0]).toBe('pending/ai-window-exceeded');
    expect(asking.answer.decisions).toMatchObject([
      { outcome: { action: 'attend', waitingSince: Date.parse('2024-05-13T10:00:00-04:00') }, validUntil: null },
    ]);
  });

  it('tells what a machine was told, and what became of it', () => {
    const asking = ask({
      ...base,
      system: 'ladder',
      decision: 'transition',
      given: { state: 'SEARCHING', event: 'lists-sent' },
    });
    expect(asking).toMatchObject({
      ok: true,
      answer: {
        recorded: {
          machine: 'ladder',
          stage: 'SEARCHING',
          event: 'lists-sent',
          to: 'SEARCHING',
          became: { status: 'refused', code: 'step-skipped' },
        },
      },
    });
  });

  it('asks under the policy of a company, and above it under that of the case', () => {
    const company = { pending: pending.policy({ aiWindow: { minutes: 10 } }) };
    const outcome = (asked: object): unknown => {
      const asking = ask(asked, company);
      return asking.ok ? asking.answer.outcome : asking.problems;
    };
    expect(outcome(attended)).toBe('not-pending:ai-process');
    expect(outcome({ ...attended, policy: { aiWindow: { minutes: 5 } } })).toBe('pending:ai-window-exceeded');
    expect(outcome({ ...attended, policy: { exemptionCovers: 'nothing' } })).toBe('pending:client-unanswered');
    expect(outcome({ ...attended, given: { ...attended.given, windowMinutes: 5 } })).toBe('pending:ai-window-exceeded');
    expect(outcome({ ...attended, policy: { aiWindow: { minutes: -5 }, window: 3 } })).toEqual([
      expect.objectContaining({ path: 'policy.aiWindow.minutes', seen: '-5' }),
      expect.objectContaining({ path: 'policy.window', expected: 'no such field' }),
    ]);
  });

  it('names whatever is wrong, and throws at nothing', () => {
    const pathsOf = (asked: unknown): unknown => {
      const asking = ask(asked);
      return asking.ok ? [] : asking.problems.map(({ path }) => path);
    };
    expect(pathsOf(null)).toEqual(['']);
    expect(pathsOf({ ...attended, system: 'payroll' })).toEqual(['system']);
    expect(pathsOf({ ...attended, decision: 'constructor' })).toEqual(['decision']);
    expect(pathsOf({ ...attended, now: 'tomorrow', zone: 'Mars/Base' })).toEqual(['now', 'zone']);
    expect(pathsOf({ ...attended, given: { messages: 'none', aiActive: 1 } })).toEqual([
      'given.messages',
      'given.aiActive',
    ]);
  });

  it('names all at once, of the envelope, the policy and the facts', () => {
    const wrong = {
      ...attendedCase,
      now: 'noon',
      rule: 'pending/nobody',
      policy: { colour: 1 },
      given: { messages: 1 },
    };
    expect(check(wrong).problems.map(({ path }) => path)).toEqual([
      'now',
      'policy.colour',
      'given.messages',
      'given.aiActive',
      'rule',
    ]);
    expect(check({ ...wrong, system: 'payroll', id: 7 }).problems.map(({ path }) => path)).toEqual([
      'now',
      'id',
      'system',
      'rule',
    ]);
    expect(check({ ...attendedCase, policy: [], given: null }).problems.map(({ path }) => path)).toEqual([
      'given',
      'policy',
    ]);
    expect(check({ ...attendedCase, system: 3, decision: 4 }).problems.map(({ path }) => path)).toEqual([
      'system',
      'decision',
    ]);
    expect(check({ ...attendedCase, decision: 4 }).problems.map(({ path }) => path)).toEqual(['decision']);
  });

  it('reads neither what is nested too deep, nor what holds itself, nor a field that readers drop', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 3_000; level++) deep = [deep];
    const round: Record<string, unknown> = {};
    round['self'] = round;
    const hidden = JSON.parse('{ "__proto__": { "aiWindow": 3 } }') as object;
    for (const [field, value, path] of [
      ['given', { messages: deep }, /^given\.messages(\[0\]){98}$/],
      ['outcome', deep, /^outcome/],
      ['given', { messages: [], aiActive: round }, /^given\.aiActive\.self$/],
      ['policy', hidden, /^policy\.__proto__$/],
      ['outcome', hidden, /^outcome\.__proto__$/],
    ] as const) {
      const { pass, problems } = check({ ...attendedCase, [field]: value });
      expect(pass).toBe(false);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.path).toMatch(path);
    }
  });

  it('is not fooled or held up by what stands in the place of a system', () => {
    for (const system of ['(', '(a+)+b', '.*', 'constructor']) {
      const { pass, problems } = check({ ...attendedCase, system, id: 'a'.repeat(60) });
      expect(pass).toBe(false);
      expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['id', 'system']));
    }
  });

  it('keeps, of a field with parts, the parts of the company that a case does not choose', () => {
    const company = messaging.policy({ templates: { closing: 'Hasta pronto' } });
    const closing = {
      ...base,
      system: 'messaging',
      decision: 'message',
      given: { template: 'closing' },
      policy: { templates: { 'case-3': '{department}, {agent}' } },
    };
    expect(ask(closing, { messaging: company })).toMatchObject({ answer: { outcome: { text: 'Hasta pronto' } } });
    const chosen = { ...closing, policy: { templates: { closing: 'Adiós' } } };
    expect(ask(chosen, { messaging: company })).toMatchObject({ answer: { outcome: { text: 'Adiós' } } });
  });

  it('tells what may be asked, and what may be given, of every system', () => {
    expect(decisionsOf('pending')).toEqual(['is-pending', 'goal', 'decide', 'transition']);
    for (const system of systems) {
      for (const decision of decisionsOf(system)) {
        // A question about one of two machines takes one of two shapes.
        const { type = 'object', oneOf = [{ type: 'object' }] } = givenSchema(system, decision) as Shape;
        expect(
          [type, ...oneOf.map((one) => one.type)].every((each) => each === 'object'),
          decision,
        ).toBe(true);
      }
    }
    expect(givenSchema('pending', 'goal')).toMatchObject({ required: ['pending', 'toQuote'] });
    expect(givenSchema('pending', 'constructor')).toBeNull();
  });
});

describe('coverage', () => {
  it('names what a set of cases exercises, and what it misses', () => {
    const { systems: covered, malformed } = coverage([attendedCase]);
    expect(malformed).toEqual([]);
    expect(Object.keys(covered)).toEqual(['pending']);
    const { cases: count, rules, rows, transitions, refusals } = covered.pending ?? {};
    expect(count).toBe(1);
    expect(rules?.hit).toEqual([
      'pending/ai-answer-is-no-answer',
      'pending/ai-window-parameter',
      'pending/ai-active-required',
      'pending/ai-window-exceeded',
      'pending/summary',
      'pending/duty-answer',
    ]);
    expect(rules?.missed).toContain('pending/settled-by-seller');
    // Motives decide nothing, so that no case misses them.
    expect(rules?.missed).not.toContain('pending/unread-starves-oldest');
    expect(rows?.hit).toEqual(['pending row 6 (pending/ai-window-exceeded)']);
    expect(rows?.missed).toHaveLength(10);
    expect([transitions, refusals]).toEqual([
      { hit: [], missed: [] },
      { hit: [], missed: [] },
    ]);
  });

  it('asks under the policy of a company', () => {
    const patient = { pending: pending.policy({ aiWindow: { minutes: 10 } }) };
    const { pending: covered } = coverage([attendedCase], patient).systems;
    expect(covered?.rows.hit).toEqual(['pending row 5 (pending/ai-process-exempt)']);
  });

  it('names transitions and refusals by what came of them', () => {
    const told = (given: Case['given']): Case => ({
      ...attendedCase,
      ...base,
      system: 'ladder',
      decision: 'transition',
      given,
    });
    const { ladder: covered } = coverage([
      told({ state: 'SEARCHING', event: 'resend-done' }),
      told({ state: 'SEARCHING', event: 'lists-sent' }),
      told({ state: 'RESENT', event: 'resend-done' }),
    ]).systems;
    expect(covered?.transitions.hit).toEqual(['ladder: SEARCHING, resend-done → RESENT']);
    expect(covered?.refusals.hit).toEqual([
      'ladder: SEARCHING, lists-sent ✗ step-skipped',
      'ladder: RESENT, resend-done ✗ duplicate',
    ]);
    expect(covered?.transitions.missed).toContain('ladder: RESENT, lists-sent → LISTS');
    expect(covered?.refusals.missed).toContain('ladder: SEARCHING, resend-done ✗ too-early');
  });

  it('names the cases that cannot be asked, and goes on with the rest', () => {
    const stray = { ...attendedCase, id: 'pending-902', decision: 'is-pendent' };
    const { systems: covered, malformed } = coverage([stray, attendedCase]);
    expect(malformed).toMatchObject([{ id: 'pending-902', problems: [{ path: 'decision', seen: '"is-pendent"' }] }]);
    expect(covered.pending?.cases).toBe(1);
  });

  it('finds every answer of a machine that a case can tell among those that the machine has', () => {
    for (const [system, { transitions, refusals }] of Object.entries(coverage(cases()).systems)) {
      const asked = cases(system as 'ladder').flatMap((one) => {
        const asking = ask(one);
        return asking.ok && asking.answer.recorded !== undefined ? [asking.answer.recorded] : [];
      });
      const told = new Set(
        asked.map(({ machine, stage, event, to, became: { status, code } }) =>
          status === 'applied'
            ? `${machine}: ${stage}, ${event} → ${to}`
            : `${machine}: ${stage}, ${event} ✗ ${code ?? status}`,
        ),
      );
      expect(new Set([...transitions.hit, ...refusals.hit]), system).toEqual(told);
    }
  });
});

describe('the check of a policy', () => {
  it('changes nothing under the manual’s own values', () => {
    const manual = { pending: pending.policy(), contact: contact.policy(), ladder: ladder.policy() };
    expect(checkPolicy(manual)).toEqual({ asked: cases().length, changed: [], malformed: [] });
  });

  it('names each case that has another answer: what it was, what it is now, and by which rule', () => {
    const longer = { pending: pending.policy({ aiWindow: { minutes: 6 } }) };
    expect(checkPolicy(longer, [attendedCase])).toEqual({
      asked: 1,
      changed: [
        {
          id: 'pending-901',
          name: 'six minutes with the AI',
          was: { outcome: 'pending:ai-window-exceeded', rule: 'pending/ai-window-exceeded' },
          now: { outcome: 'not-pending:ai-process', rule: 'pending/ai-process-exempt' },
        },
      ],
      malformed: [],
    });
  });

  it('counts another end of a wait as another answer', () => {
    const waiting: Case = {
      ...attendedCase,
      ...base,
      id: 'ladder-901',
      system: 'ladder',
      decision: 'next-step',
      given: { searchingSince: '2024-05-13T09:00:00-04:00' },
      outcome: 'wait',
      until: '2024-05-13T11:00:00-04:00',
      rule: 'ladder/start-after-2h',
    };
    expect(check(waiting).pass).toBe(true);
    const { changed } = checkPolicy({ ladder: ladder.policy({ searchThreshold: { hours: 3 } }) }, [waiting]);
    expect(changed).toMatchObject([
      {
        was: { until: Date.parse('2024-05-13T11:00:00-04:00') },
        now: { until: Date.parse('2024-05-13T12:00:00-04:00') },
      },
    ]);
  });

  it('finds what each of our readings would change among the cases of the library', () => {
    const changedBy = (policies: Parameters<typeof checkPolicy>[0]): number => checkPolicy(policies).changed.length;
    expect(changedBy({ requirement: requirement.policy({ meterFiling: 'contact-centre' }) })).toBeGreaterThan(0);
    expect(changedBy({ contact: contact.policy({ exactlyThreeDays: 'long' }) })).toBeGreaterThan(0);
    expect(changedBy({ routing: routing.policy({ reuploadMode: 'replace' }) })).toBeGreaterThan(0);
  });

  it('names the cases that cannot be asked, changes nothing that it is given, and throws at nothing', () => {
    const stray = { ...attendedCase, id: 'pending-903', given: {} };
    const given = deepFreeze([stray, attendedCase]);
    expect(checkPolicy(deepFreeze({ pending: pending.defaultPolicy }), given)).toMatchObject({
      asked: 1,
      malformed: ['pending-903'],
    });
    expect(checkPolicy({}, [null as unknown as Case])).toEqual({ asked: 0, changed: [], malformed: ['(no id)'] });
    expect(coverage([null as unknown as Case]).malformed).toMatchObject([{ id: '(no id)', problems: [{ path: '' }] }]);
  });
});
