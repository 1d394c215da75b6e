import type { Fault } from '../kernel/fault.js';
import { folded } from './folding.js';
import { hasStrayBrace, lackingPlaceholders } from './placeholders.js';
import type { Policy } from './policy.js';

/** Everything that makes no sense in a policy. */
export function faultsOf({
  users,
  templates,
  greetings,
}: Pick<Policy, 'users' | 'templates' | 'greetings'>): readonly Fault[] {
  const owners = users.flatMap(({ topics }, index) => topics.map((topic) => ({ index, topic, key: folded(topic) })));
  const firstOwners = firstOf(owners.map(({ key, index }) => [key, index]));
  const shared = owners.filter(({ key, index }) => firstOwners.get(key) !== index);
  const firstNamed = firstOf(users.map(({ name }, index) => [name, index]));
  const { morning, afternoon, night } = greetings;
  const hours = [morning.from, afternoon.from, night.from];
  const isDay = hours.every((hour, index) => Number.isInteger(hour) && hour > (hours[index - 1] ?? -1) && hour < 24);
  return [
    ...shared.map(({ index, topic }) => ({
      path: ['users', index, 'topics'],
      seen: JSON.stringify(topic),
      expected: 'a topic that nobody else has',
    })),
    ...users.flatMap(({ supervisor }, index) =>
      supervisor === undefined || firstNamed.has(supervisor)
        ? []
        : [{ path: ['users', index, 'supervisor'], seen: JSON.stringify(supervisor), expected: 'the name of a user' }],
    ),
    ...users.flatMap(({ name }, index) =>
      firstNamed.get(name) === index
        ? []
        : [{ path: ['users', index, 'name'], seen: JSON.stringify(name), expected: 'a name that nobody else has' }],
    ),
    ...blankTexts({ templates }),
    ...blankTexts({ greetings: { morning: morning.text, afternoon: afternoon.text, night: night.text } }),
    ...Object.entries(templates)
      .filter(([, text]) => hasStrayBrace(text))
      .map(([template, text]) => ({
        path: ['templates', template],
        seen: JSON.stringify(text),
        expected: 'no braces but those around the name of a placeholder',
      })),
    ...lackingPlaceholders(templates).map(({ template, placeholder }) => ({
      path: ['templates', template],
      seen: JSON.stringify(templates[template]),
      expected: `a text with "{${placeholder}}" in it`,
    })),
    ...(isDay
      ? []
      : [
          {
            path: ['greetings'],
            seen: hours.join(', '),
            expected: 'whole hours of the day for morning, afternoon and night, one after the other',
          },
        ]),
  ];
}

/** Of each key the first value. A list of thousands of topics is gone through once. */
function firstOf(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  return new Map(entries.toReversed());
}

/** Texts that say nothing, and could only be sent as empty messages. */
function blankTexts(groups: Readonly<Record<string, Readonly<Record<string, string>>>>): readonly Fault[] {
  return Object.entries(groups).flatMap(([group, texts]) =>
    Object.entries(texts)
      .filter(([, text]) => text.trim() === '')
      .map(([name, text]) => ({
        path: [group, name],
        seen: JSON.stringify(text),
        expected: 'a text that is not blank',
      })),
  );
}
