import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import type * as messaging from '../../messaging/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { judgement } from './facts.js';
import { history } from './history.js';
import { jointLaw } from './joint-law.js';
import { policy } from './policy.js';
import { asked, type Subject } from './subject.js';

const CCO = ['Administración', 'Académico', 'Planificación', 'Operaciones de Vuelo', 'CCA'];

/** Whose a department or topic is, who supervises that, and by which rule. */
type Owner = readonly [user: string, supervisor: string | null, rule: messaging.RuleId];

/** L17–31. */
const OWNERS: ReadonlyMap<string, Owner> = new Map<string, Owner>([
  ...CCO.map((topic): [string, Owner] => [topic, ['CCO IDEA', 'Soporte General', 'messaging/user-cco']]),
  ['Soporte general', ['Soporte General', null, 'messaging/user-soporte-general']],
  ['Supervisión de ventas', ['Ventas 1', null, 'messaging/user-ventas-1']],
  ['Ventas Maracaibo', ['Ventas 2', 'Ventas 1', 'messaging/user-ventas-2']],
  ['Tienda', ['Tienda IDEA', null, 'messaging/user-tienda']],
]);

/** A department's name, and the same with other capitals, without accents, between spaces. */
const written = fc
  .tuple(fc.constantFrom(...OWNERS.keys()), fc.array(fc.boolean()), fc.boolean(), fc.constantFrom('', ' ', '  '))
  .map(([topic, capitals, isPlain, space]) => {
    const letters = Array.from(isPlain ? topic.normalize('NFD').replaceAll(/\p{M}/gu, '') : topic);
    const text = letters.map((letter, index) => (capitals[index] === true ? letter.toUpperCase() : letter));
    return [topic, space + text.join('') + space] as const;
  });

const readings = fc
  .array(judgement, { maxLength: 8 })
  .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

/** How the bot is watched and hooked, and whose the cases are that it does not end. */
export function bot(subject: Subject): readonly Law[] {
  const { playsOf } = asked(subject);
  return [
    law(
      'a wrong bot is both notified and made good; a right one answers before the call is attempted',
      fc.property(judgement, policy, (found, chosen) => {
        const { outcome } = subject.monitoring(found, { policy: chosen });
        const actions = outcome.action === 'none' ? [] : outcome.steps.map(({ action }) => action);
        const isDue = (action: messaging.WatchStep): boolean => actions.includes(action);
        const isWrong = found.answers === 'wrong';
        const isCaptured = found.answers === 'right' && !found.isLost;
        demandSame(isDue('notify-for-dialogflow'), isWrong, 'whether it is notified');
        demandSame(isDue('send-info-manually'), isWrong, 'whether it is made good');
        demandSame(isDue('send-capture-call-message'), isCaptured, 'whether a call is attempted');
        if (isCaptured) demandSame(actions, ['let-bot-answer', 'send-capture-call-message']);
        demandSame(isDue('send-central-phone-message'), found.isLost, 'whether the telephone is given');
        demandSame(isDue('offer-mail-or-chat'), found.isLost, 'whether mail or chat is offered');
      }),
    ),
    jointLaw(
      'who asks by a comment is hooked and answered, both',
      fc.property(policy, fc.boolean(), (chosen, botAnswered) => {
        const { outcome, rule } = subject.hooking({ source: 'comment', botAnswered }, { policy: chosen });
        const hook = { action: 'hook', snippet: chosen.hookSnippet };
        const reply = { action: 'reply-comment', comment: null, emojis: true };
        demandSame(outcome, { action: 'take-steps', steps: [hook, reply] });
        demandSame(rule, 'messaging/hook-comments', 'the rule');
      }),
      fc.property(history, (happened) => {
        const comments = new Map<string, { readonly at: Instant; readonly isAnswered: boolean }>();
        const hooks: Instant[] = [];
        for (const { event, recorded } of playsOf(happened)) {
          const { id, at, type } = event;
          if (type === 'comment-question') {
            demandSame(recorded.status, 'applied', 'what became of a comment');
            comments.set(id, { at, isAnswered: false });
          }
          if (recorded.status === 'applied' && type === 'comment-answered') {
            const answered = comments.get(event.comment);
            demand(answered !== undefined, 'a comment that nobody wrote was answered');
            comments.set(event.comment, { ...answered, isAnswered: true });
          }
          if (recorded.status === 'applied' && type === 'hooked') hooks.push(at);
          const { facts } = recorded.state;
          const { open } = subject.duties(facts, { policy: happened.policy });
          const unanswered = [...comments].filter(([, { isAnswered }]) => !isAnswered);
          demandSame(
            open.filter(({ action }) => action === 'reply-comment'),
            unanswered.map(([comment]) => ({
              ...{ action: 'reply-comment', comment, emojis: true },
              rule: 'messaging/comment-reply-emojis',
            })),
            'the replies that are owed',
          );
          // Whoever attended meanwhile, the hook is owed until it is done; while a person attends there is no bot to
          // be hooked.
          const isUnhooked = [...comments.values()].some((comment) => !hooks.some((hooked) => hooked >= comment.at));
          const isHookOwed = open.some(({ action }) => action === 'hook');
          if (!subject.isBotOn(facts)) demand(!isHookOwed, 'a bot that is off is to be hooked');
          else if (isUnhooked) demand(isHookOwed, 'nobody is to hook the bot');
        }
      }),
    ),
    law(
      'in a chat the bot is hooked exactly where it is silent, with the snippet that was chosen',
      fc.property(policy, (chosen) => {
        const [silent, answered] = [false, true].map((botAnswered) =>
          subject.hooking({ source: 'chat', botAnswered }, { policy: chosen }),
        );
        const steps = [{ action: 'hook', snippet: chosen.hookSnippet }];
        demandSame(silent?.outcome, { action: 'take-steps', steps }, 'of a bot that is silent');
        demandSame(answered?.outcome, { action: 'none', reason: 'bot-answered' }, 'of one that answered');
        const rules = ['messaging/hook-snippet-2', 'messaging/hook-when-silent'];
        demandSame([silent?.rule, answered?.rule], rules, 'the rules');
      }),
      200,
    ),
    law(
      'each department is one user’s, and those of the CCO are CCO IDEA’s, however they are written',
      fc.property(written, ([topic, text]) => {
        const { outcome, rule } = subject.department(text);
        demand(outcome.action === 'assign', `${text} is nobody’s`);
        demandSame([outcome.user, outcome.supervisor, rule], OWNERS.get(topic), text);
      }),
    ),
    law(
      'watching again finds the same to do, in whatever order conversations are read',
      fc.property(readings, policy, ([judgements, again], chosen) => {
        const first = new Map(judgements.map((one) => [one, subject.monitoring(one, { policy: chosen })]));
        for (const one of again) {
          const { agent = null, isLost, answers } = one;
          demandSame(subject.monitoring({ agent, isLost, answers }, { policy: chosen }), first.get(one));
        }
        demandSame(subject.round({ policy: chosen }), subject.round({ policy: chosen }), 'two rounds');
      }),
    ),
  ];
}
