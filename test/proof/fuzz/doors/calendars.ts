import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { holidaysIn } from 'pauta/ical';
import {
  businessCalendar,
  decideDated,
  fixedClock,
  type BusinessCalendar,
  type CalendarChoices,
  type DatedPolicies,
} from 'pauta/kernel';
import { calendarSchema, datedPoliciesSchema } from 'pauta/kernel/schema';
import * as ladder from 'pauta/ladder';
import { policySchema } from 'pauta/ladder/schema';
import { pick, type Random } from '../random.js';
import { decided, schemaDoor, signOf, type Door } from './door.js';
import { arbitraries, asJson, choicesOf, drawn } from './samples.js';
import { instantNear } from './systems.js';

const day = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:00' },
];
const calendars: readonly CalendarChoices[] = [
  { zone: 'America/Santiago', week: { mon: day, tue: day, wed: day, thu: day, fri: day } },
  { zone: 'UTC', week: { mon: [{ from: '00:00', to: '24:00' }], sun: [{ from: '22:00', to: '06:00' }] } },
  {
    zone: 'Pacific/Chatham',
    week: { sat: day },
    holidays: ['2026-09-18', { date: '2026-09-19', name: 'Glorias del Ejército' }],
    days: { '2026-12-24': [{ from: '09:00', to: '12:00' }], '2026-12-25': [] },
  },
];

/** No longer than a shift: where a company works a minute a week, that is nine years already. */
const lengths = [0, 1, 60_000, 3_600_000, 28_800_000, 0.4, -1, Number.NaN, 1e15];

/** Questions about any instant: what is open is not to be opened, and what is added lies between. */
function asked(calendar: BusinessCalendar, random: Random): readonly string[] {
  const at = Math.floor(instantNear(calendar, random));
  const opening = calendar.nextOpening(at);
  if (opening < at) throw new Error(`It opens at ${opening}, before ${at}.`);
  if (calendar.isOpen(at) !== (opening === at)) throw new Error(`At ${at} it is neither open nor closed.`);
  const length = pick(random, lengths);
  const end = calendar.add(at, length);
  const worked = calendar.between(at, end);
  if (!Number.isNaN(worked) && worked !== Math.round(length)) {
    throw new Error(`${at} and ${length} ms of work are ${end}, and that is ${worked} ms later.`);
  }
  const again = businessCalendar(JSON.parse(JSON.stringify(calendar)) as CalendarChoices);
  if (again.add(at, length) !== end && !Number.isNaN(end))
    throw new Error('Stored and read back it is another calendar.');
  return [`opens ${Number.isNaN(opening)}`, `ends ${Number.isNaN(end)}`, `closes ${calendar.nextClosing(at) === at}`];
}

const searches = drawn(arbitraries.ladder.facts);

function dated(policies: DatedPolicies<ladder.Policy>, random: Random): readonly string[] {
  const facts = pick(random, searches);
  const now = instantNear(facts, random);
  const context = { clock: fixedClock(now), policies, waitBegan: ladder.waitBegan };
  const decision = decideDated(ladder.decide, facts, context);
  if (!policies.versions.some(({ version }) => version === decision.version)) throw new Error('A version of nobody.');
  return [`${policies.versions.length} by ${policies.by}`, ...decided(decision, now)];
}

const versions = choicesOf('ladder').map((policy, index) => ({
  version: `v${index}`,
  from: index === 0 ? null : 1_715_000_000_000 + index * 86_400_000,
  policy,
  ...(index % 2 === 1 && { sources: { resendWait: 'minutes of 4 March' } }),
}));

const published = readFileSync(fileURLToPath(new URL('../../../fixtures/feriados-chile.ics', import.meta.url)), 'utf8');
const rules = [
  'FREQ=YEARLY',
  'FREQ=YEARLY;BYMONTH=5;BYDAY=3MO',
  'FREQ=YEARLY;INTERVAL=4;COUNT=3',
  'FREQ=YEARLY;UNTIL=20301231',
  'FREQ=YEARLY;BYYEARDAY=-1,100;BYSETPOS=1',
];
const events = rules.map(
  (rule, index) =>
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:${index}\r\nDTSTART;VALUE=DATE:20200918\r\nRRULE:${rule}\r\n` +
    `EXDATE;VALUE=DATE:20240918\r\nRDATE;VALUE=DATE:20250919\r\nSUMMARY:Día ${index}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
);
const ranges = [
  { from: '2024-01-01', until: '2026-12-31' },
  { from: '1990-01-01', until: '2060-12-31' },
];

/** The holidays of a file are what a calendar takes. */
function holidays(input: unknown, random: Random): readonly string[] {
  const result = holidaysIn(input as string, pick(random, ranges));
  if (!result.ok) {
    if (result.problems.length === 0) throw new Error('Refused without a problem.');
    return result.problems.slice(0, 10).map(({ expected }) => signOf(expected));
  }
  businessCalendar({ zone: 'UTC', week: { mon: day }, holidays: result.holidays });
  return [`accepted ${Math.min(result.holidays.length, 9)}`];
}

/** Working time, versions of a policy, and holidays from a file. */
export const calendarDoors: readonly Door[] = [
  schemaDoor('calendar', calendarSchema, asJson(calendars), asked),
  schemaDoor(
    'dated policies',
    datedPoliciesSchema(policySchema),
    [{ versions }, { versions: versions.slice(0, 1), by: 'wait' }, { versions: versions.slice(0, 2), by: 'decision' }],
    dated,
  ),
  { name: 'iCalendar', kind: 'text', seeds: [published, ...events], call: holidays },
];
