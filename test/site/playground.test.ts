import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { check, type Case } from 'pauta/spec';
import { en } from '../../docs/playground/words.en.js';
import { es } from '../../docs/playground/words.es.js';
import { overhang, seriousFaults } from './accessibility.js';
import { views, visitSite, type View } from './browser.js';

const visit = visitSite();

/** An example with a boundary ahead: its instants, and what is to be done on both sides, in English and Spanish. */
interface Boundary {
  readonly example: string;
  readonly last: string;
  readonly boundary: string;
  readonly before: readonly [RegExp, RegExp];
  readonly after: readonly [RegExp, RegExp];
}

/** From the manuals: more than two hours; five hours; the end of the maximum date; more than five minutes; one hour. */
const boundaries: Readonly<Record<string, Boundary>> = {
  ladder: {
    example: 'ladder-001',
    last: '2024-05-13T12:00:00-04:00',
    boundary: '2024-05-13T12:00:00.001-04:00',
    before: [/^Wait until/, /^Esperar hasta/],
    after: [/^Re-send the move/, /^Reenviar la mudanza/],
  },
  contact: {
    example: 'contact-027',
    last: '2024-05-12T14:59:59.999-04:00',
    boundary: '2024-05-12T15:00:00-04:00',
    before: [/^Wait/, /^Esperar/],
    after: [/^Call the client/, /^Llamar/],
  },
  requirement: {
    example: 'requirement-002',
    last: '2024-05-13T23:59:59.999-04:00',
    boundary: '2024-05-14T00:00:00-04:00',
    before: [/\(case 1\)/, /\(caso 1\)/],
    after: [/\(case 3\)/, /\(caso 3\)/],
  },
  pending: {
    example: 'pending-009',
    last: '2024-05-13T10:05:00-04:00',
    boundary: '2024-05-13T10:05:00.001-04:00',
    before: [/the AI is attending/, /la IA está atendiendo/],
    after: [/^Take over the chat/, /^Tomar el chat/],
  },
  messaging: {
    example: 'messaging-137',
    last: '2024-05-13T10:59:59.999-04:00',
    boundary: '2024-05-13T11:00:00-04:00',
    before: [/^Wait until/, /^Esperar hasta/],
    after: [/^Put on the tag/, /^Poner la etiqueta/],
  },
};
const systems = [...Object.keys(boundaries), 'routing'];

async function open(system: string, view?: View, address = ''): Promise<Page> {
  const page = await visit.open(`/playground/${system}.html${address}`, view);
  await page.locator('.answer .what').waitFor();
  return page;
}

async function told(page: Page): Promise<string> {
  return (await page.locator('.answer .what').innerText()).trim();
}

async function now(page: Page): Promise<string> {
  return page.locator('.exact-now').inputValue();
}

/** Copies what is shown as a case, and reads it from where the page shows it. */
async function copied(page: Page): Promise<Case> {
  await page.locator('.copy-case').click();
  return JSON.parse(await shownCopy(page, 'case')) as Case;
}

/** The text that the page shows as copied: the clipboard answers when it likes, and until then an older one may stand. */
async function shownCopy(page: Page, what: 'case' | 'link'): Promise<string> {
  return page.locator(`.copied[data-what="${what}"]`).inputValue();
}

async function linkOf(page: Page): Promise<string> {
  await page.locator('.copy-link').click();
  return shownCopy(page, 'link');
}

/** What stands in the panel, folded parts too, without what the library says in English alone. */
async function textOfPanel(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const panel = document.querySelector('.panel').cloneNode(true);
    for (const one of panel.querySelectorAll('[lang], code, pre')) one.remove();
    return [...panel.querySelectorAll('*')].flatMap((one) => [...one.childNodes, one.ariaLabel ?? ''])
      .map((one) => (typeof one === 'string' ? one : one.nodeType === 3 ? one.data : '')).join(' | ');
  })()`);
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `playground-${name}.png`), fullPage: true });
}

describe.each(Object.entries(boundaries))(
  'the playground of %s',
  (system, { example, last, boundary, before, after }) => {
    it('changes its answer exactly at the boundary, in both languages', async () => {
      const page = await open(system);
      await page.locator('select.example').selectOption(example);
      await page.locator('.steps .before').click();
      expect([await now(page), await told(page)]).toEqual([last, expect.stringMatching(before[0])]);
      await page.locator('.steps .on').click();
      expect([await now(page), await told(page)]).toEqual([boundary, expect.stringMatching(after[0])]);
      await page.locator('.steps .back').click();
      expect([await now(page), await told(page)]).toEqual([last, expect.stringMatching(before[0])]);
      await page.getByLabel('Español').check();
      expect(await told(page)).toMatch(before[1]);
      await page.locator('.steps .next').click();
      expect([await now(page), await told(page)]).toEqual([boundary, expect.stringMatching(after[1])]);
      expect(await page.locator('.bar.here').count()).toBe(1);
    });

    it('restores a shared address in a new page, with the same answer', async () => {
      const page = await open(system);
      await page.locator('select.example').selectOption(example);
      await page.getByLabel('Español').check();
      await page.locator('.steps .next').click();
      const address = new URL(await linkOf(page)).hash;
      const other = await open(system, undefined, address);
      expect(await told(other)).toMatch(after[1]);
      expect(await now(other)).toBe(boundary);
      expect(await other.locator('.panel').getAttribute('lang')).toBe('es');
      expect((await copied(other)).given).toEqual((await copied(page)).given);
      await page.waitForURL((url) => url.hash === address);
    });
  },
);

describe('the playground of routing', () => {
  // No time goes by in routing: what an agent does is a fact, and is edited.
  it('gives the client to the backup agent as soon as the main agent is not available', async () => {
    const page = await open('routing');
    expect(await told(page)).toMatch(/to “P”, their main agent/);
    await page.locator('[data-field="given.agents.P.available"] input').uncheck();
    expect(await told(page)).toMatch(/to “B”, their backup agent/);
    await page.getByLabel('Español').check();
    expect(await told(page)).toMatch(/a «B», su ejecutivo de respaldo/);
    const other = await open('routing', undefined, new URL(await linkOf(page)).hash);
    expect(await told(other)).toBe(await told(page));
    expect(await other.locator('[data-field="given.agents.P.available"] input').isChecked()).toBe(false);
  });
});

describe.each(systems)('the playground of %s', (system) => {
  it('speaks one language at a time', async () => {
    const page = await open(system);
    const spoken = (words: typeof en.page): readonly string[] => Object.values(words).filter((text) => text.length > 6);
    const english = await textOfPanel(page);
    expect(english).toContain(en.page.wholeTable);
    expect(spoken(es.page).filter((text) => english.includes(text))).toEqual([]);
    await page.getByLabel('Español').check();
    const spanish = await textOfPanel(page);
    expect(spanish).toContain(es.page.facts);
    expect(spoken(en.page).filter((text) => spanish.includes(text))).toEqual([]);
    expect(spanish.match(/\b(the|and|with|of|not|is)\b[^|]*/g)).toBeNull();
  });

  it('is copied as a case that the specification passes', async () => {
    const page = await open(system);
    const one = await copied(page);
    expect(one.system).toBe(system);
    expect(check(one)).toMatchObject({ pass: true, ruleMatches: true, problems: [] });
  });

  it('has no serious fault and no sideways scroll, with everything unfolded', async () => {
    for (const view of views) {
      const page = await open(system, view);
      if (view.scheme === 'dark') await page.getByLabel('Español').check();
      await picture(page, `${system}-${view.screen}-${view.scheme}`);
      await page.evaluate('for (const one of document.querySelectorAll(".panel details")) one.open = true');
      expect([view, await seriousFaults(page)]).toEqual([view, []]);
      expect([view, await overhang(page)]).toEqual([view, 0]);
    }
  });
});

describe('a playground', () => {
  it('is used by keyboard alone: choose, move the time, step to the boundary, copy', async () => {
    const page = await open('pending');
    const reach = async (selector: string): Promise<void> => {
      for (let step = 0; step < 90; step += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
      }
      throw new Error(`No key leads to ${selector}.`);
    };
    await reach('select.question');
    await reach('.slider');
    await page.keyboard.press('ArrowLeft');
    expect(await now(page)).toBe('2024-05-13T10:03:59.999-04:00');
    await reach('.steps .before');
    await page.keyboard.press('Enter');
    expect(await told(page)).toMatch(/the AI is attending/);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await told(page)).toMatch(/^Take over the chat/);
    await reach('.copy-case');
    await page.keyboard.press('Enter');
    await reach('.copied');
    expect(check(JSON.parse(await shownCopy(page, 'case'))).pass).toBe(true);
  });

  it('says what is wrong beside the field and in the answer, and goes on once it is mended', async () => {
    const page = await open('pending');
    const field = page.locator('[data-field="given.messages[0].at"]');
    const exact = field.locator('.exact');
    const was = await exact.inputValue();
    await exact.fill('yesterday');
    await exact.blur();
    expect(await told(page)).toBe(en.page.problems);
    expect(await page.locator('.answer .problems').innerText()).toContain('given.messages[0].at');
    const described = await exact.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).innerText()).toContain('ISO 8601 with an offset');
    await exact.fill(was);
    await exact.blur();
    expect(await told(page)).toMatch(/the AI is attending/);
  });

  it('takes rows away, adds them, and leaves fields out', async () => {
    const page = await open('pending');
    await page
      .locator('[data-field="given.messages[1]"]')
      .getByRole('button', { name: /^Leave out: messages 2$/ })
      .click();
    await page
      .locator('[data-field="given.messages[0]"]')
      .getByRole('button', { name: /^Leave out: messages 1$/ })
      .click();
    expect(await told(page)).toMatch(/the chat is empty/);
    await page.locator('[data-add="given.messages"]').click();
    expect((await copied(page)).given['messages']).toEqual([{ by: 'client', at: '2024-05-13T10:04:59.999-04:00' }]);
    await page.locator('[data-add="given.resolvedAt"]').click();
    expect((await copied(page)).given).toHaveProperty('resolvedAt');
  });

  it('moves its boundaries with the policy of a company', async () => {
    const page = await open('pending');
    await page.locator('.policy summary').click();
    await page.locator('[data-add="policy.aiWindow"]').click();
    const minutes = page.locator('[data-field="policy.aiWindow.minutes"] input');
    expect(await minutes.inputValue()).toBe('5');
    await minutes.fill('3');
    await minutes.blur();
    expect(await told(page)).toMatch(/^Take over the chat/);
    await page.locator('.steps .previous').click();
    expect(await now(page)).toBe('2024-05-13T10:03:00.001-04:00');
    expect((await copied(page)).policy).toEqual({ aiWindow: { minutes: 3 } });
  });

  it('counts a wait by the calendar of a company', async () => {
    const page = await open('ladder');
    await page.locator('.policy summary').click();
    await page.locator('[data-add="policy.searchThreshold"]').click();
    await page.locator('[data-add="policy.searchThreshold.of"]').click();
    await page.locator('[data-field="policy.searchThreshold.of"] select').selectOption('working-time');
    expect(await page.locator('[data-field="policy.searchThreshold"] .problem').innerText()).toContain('a calendar');
    await page.locator('[data-add="policy.calendar"]').click();
    expect(await told(page)).toMatch(/^Wait until .*, working hours;/);
    const opens = page.locator('[data-field="policy.calendar.week.mon[0].from"] input');
    await opens.fill('11:00');
    await opens.blur();
    expect(await told(page)).toMatch(/^Wait until Monday, 13 May 2024, 13:00, working hours;/);
    // The list, and the day that it begins with.
    await page.locator('[data-add="policy.calendar.holidays"]').click();
    await page.locator('[data-add="policy.calendar.holidays"]').click();
    expect(await told(page)).toMatch(/^Wait until Tuesday, 14 May 2024, 11:00, working hours;/);
    expect((await copied(page)).policy?.['calendar']).toMatchObject({ holidays: ['2024-05-13'] });
  });

  it('decides by the version of a policy that was in force when the wait began, and names it', async () => {
    const page = await open('ladder');
    await page.locator('.policy summary').click();
    await page.getByLabel('With versions').check();
    // The second version begins with the present, and the search was before it.
    expect(await page.locator('.answer .version').innerText()).toBe('Decided by version: 1, in force since ever');
    await page.locator('[data-add="policies.versions[1].policy.searchThreshold"]').click();
    const hours = page.locator('[data-field="policies.versions[1].policy.searchThreshold.hours"] input');
    await hours.fill('3');
    await hours.blur();
    await page.locator('[data-add="policies.versions[1].sources"]').click();
    await page.locator('[data-add="policies.versions[1].sources.searchThreshold"]').click();
    const note = page.locator('[data-field="policies.versions[1].sources.searchThreshold"] input');
    await note.fill('minutes of 10 May');
    await note.blur();
    expect(await told(page)).toMatch(/^Wait until .*12:00/);
    const from = page.locator('[data-field="policies.versions[1].from"] .exact');
    await from.fill('2024-05-13T10:00:00-04:00');
    await from.blur();
    expect(await told(page)).toMatch(/^Wait until .*13:00/);
    const version = await page.locator('.answer .version').innerText();
    expect(version).toContain('Decided by version: 2, in force since 2024-05-13 10:00:00');
    expect(version).toMatch(/: minutes of 10 May$/);
    const one = await copied(page);
    expect(one).toMatchObject({ version: '2' });
    expect(check(one)).toMatchObject({ pass: true, problems: [] });
    await page.locator('[data-add="policies.versions"]').click();
    expect(await told(page)).toMatch(/^Wait until .*13:00/);
    const name = page.locator('[data-field="policies.versions[2].version"] input');
    await name.fill('2');
    await name.blur();
    const fault = page.locator('[data-field="policies.versions[2].version"] .problem');
    expect(await fault.innerText()).toContain('no other version has');
    await page
      .locator('[data-field="policies.versions[2]"]')
      .getByRole('button', { name: /^Leave out: / })
      .first()
      .click();
    for (const view of views) {
      const address = new URL(await linkOf(page)).hash;
      const other = await open('ladder', view, address);
      expect(await other.locator('.answer .version').innerText()).toBe(version);
      await picture(other, `versions-${view.screen}-${view.scheme}`);
      expect([view, await seriousFaults(other), await overhang(other)]).toEqual([view, [], 0]);
    }
    await page.getByLabel('With versions').uncheck();
    expect((await copied(page)).policy).toMatchObject({ searchThreshold: { hours: 3 } });
    expect(await page.locator('.answer .version').count()).toBe(0);
  });

  it('shows the first example for a broken address, and says so', async () => {
    const page = await open('ladder', undefined, '#nothing-of-ours');
    expect(await page.locator('.notice').innerText()).toBe(en.page.broken);
    expect(await page.locator('select.example').inputValue()).toBe('ladder-001');
  });
});
