import fc from 'fast-check';
import { fixedClock } from '../../kernel/clock.js';
import * as messaging from '../../messaging/index.js';
import { deepFreeze } from '../frozen.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { facts, intakeFacts, judgement, message } from './facts.js';
import { history, loadingHistory } from './history.js';
import { CONTACT, NOWHERE, T, TEMPLATES } from './scene.js';
import type { Subject } from './subject.js';

const oddInstant = fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -1, 8.64e15, -8.64e15, 1e300, 0.5, T);
const oddText = fc.constantFrom('', ' ', 'constructor', '__proto__', '{agent}', 'si', 'ALL', 'ß', 'Supervisor');
const oddZone = fc.constantFrom('', 'constructor', NOWHERE, 'America/Santiago');

/** Fields that hold any text at all. */
const FREE = ['section', 'agent', 'department', 'heldBy', 'uploadFlag', 'contact'];

function oddOf<Shape extends object>(shape: fc.Arbitrary<Shape>): fc.Arbitrary<Shape> {
  return fc.tuple(shape, fc.infiniteStream(oddInstant), fc.infiniteStream(oddText)).map(([one, instants, texts]) => {
    const odd = Object.entries(one as Record<string, unknown>).map(([name, value]): readonly [string, unknown] => {
      if (typeof value === 'number') return [name, instants.next().value as unknown];
      return [name, FREE.includes(name) && value !== null ? (texts.next().value as unknown) : value];
    });
    return Object.fromEntries(odd) as Shape;
  });
}

/** What every question and every record promises, whatever the manual says. */
export function promises(subject: Subject): readonly Law[] {
  return [
    law(
      'leaves frozen facts, states, events and policies as they are',
      fc.property(
        fc.tuple(facts, intakeFacts, message, judgement),
        history,
        loadingHistory,
        ([known, contact, position, found], chat, way) => {
          const context = deepFreeze({ clock: fixedClock(T), policy: chat.policy });
          deepFreeze([known, contact, position, found]);
          const { agent = null, closing: done = [] } = known;
          subject.decide(known, context);
          subject.duties(known, context);
          subject.classification(known, context);
          subject.closing(deepFreeze({ solved: true, agent, actor: 'Supervisor', done }), context);
          subject.isBotOn(known);
          subject.isForBot(known, position);
          subject.intake(contact, context);
          const chats = deepFreeze([{ known, contact }]);
          subject.agenda(chats, { ...context, factsOf: (one) => one.known, intakeOf: (one) => one.contact });
          subject.department('CCA', context);
          subject.hooking(deepFreeze({ source: 'comment', botAnswered: true }), context);
          subject.support(deepFreeze({ case: 3, agent: 'a', department: 'b' }));
          subject.monitoring(found, context);
          subject.round(context);
          subject.greeting(context);
          subject.message('central-phone', deepFreeze({ agent: 'a' }), context);
          let conversation = deepFreeze(subject.start(CONTACT));
          for (const event of deepFreeze([...chat.events])) {
            conversation = deepFreeze(subject.record(conversation, event, context).state);
          }
          let loading = deepFreeze(subject.newContact(CONTACT));
          for (const event of deepFreeze([...way.events])) {
            loading = deepFreeze(subject.recordLoading(loading, event, context).state);
          }
        },
      ),
    ),
    law(
      'never throws on what is well typed, however odd',
      fc.property(
        fc.tuple(oddOf(facts), oddOf(intakeFacts), fc.record({ id: oddText, at: oddInstant })),
        fc.tuple(history, loadingHistory),
        fc.tuple(oddInstant, oddText, oddZone, fc.dictionary(oddText, fc.option(oddText))),
        ([known, contact, position], [{ events, policy }, way], [now, text, zone, data]) => {
          const context = { clock: fixedClock(now), policy, zone };
          subject.isForBot({ ...known, botSeen: { at: position.at, ids: [position.id] } }, position);
          const chats = [{ known, contact }];
          const timely = [
            subject.intake(contact, context),
            subject.greeting(context),
            ...TEMPLATES.map((template) => subject.message(template, data, context)),
          ];
          const agenda = subject.agenda(chats, {
            ...context,
            factsOf: (one) => one.known,
            intakeOf: (one) => one.contact,
          });
          for (const { validUntil } of [...timely, agenda]) {
            demand(validUntil === null || validUntil > now, `an answer of ${now} holds only until ${validUntil}`);
          }
          const decisions = [
            ...timely,
            ...subject.duties(known, context).open,
            subject.decide(known, context),
            subject.department(text, context),
            subject.closing({ solved: true, agent: text, actor: text, done: [] }, context),
            subject.support({ case: 3, department: text, agent: text }),
            subject.monitoring({ answers: 'right', isLost: true, agent: text }, context),
          ];
          for (const { rule } of decisions) demand(Object.hasOwn(messaging.rules, rule), `no rule is called ${rule}`);
          const undated = { status: 'refused', code: 'undated' };
          let conversation = subject.start(CONTACT);
          for (const event of events) {
            const recorded = subject.record(conversation, { ...event, at: now }, { policy });
            if (!Number.isFinite(now)) demandSame(recorded, { state: conversation, ...undated });
            conversation = recorded.state;
          }
          let loading = subject.newContact(CONTACT);
          for (const event of way.events) {
            const recorded = subject.recordLoading(loading, { ...event, at: now }, { policy });
            if (!Number.isFinite(now)) demandSame(recorded, { state: loading, ...undated });
            loading = recorded.state;
          }
        },
      ),
    ),
  ];
}
