import * as course from './inbox-course.js';
import type { Inbox } from './inbox.js';

/** What happens with each contact of the sample. */
export type InboxStory = (inbox: Inbox) => void;

const talks: readonly InboxStory[] = [
  // The bot attends, and all is filed.
  (inbox) => {
    course.asksAboutCourses(inbox, 48);
  },
  // … and the bot's answer came before the question, and again.
  (inbox) => {
    inbox.chats(75);
    inbox.swaps();
    inbox.repeats();
    inbox.isFiled(70, 'Tienda', 'Tienda IDEA', 'pedido');
  },
  // Nobody has filed it; or not all of it.
  (inbox) => {
    inbox.chats(9);
  },
  (inbox) => {
    inbox.chats(31);
    inbox.isFiled(25, 'ALL', 'Ventas 3', 'interesado');
  },
  (inbox) => {
    inbox.chats(52);
    inbox.happens(45, { type: 'section-set', section: 'Cursos' });
    inbox.happens(44, { type: 'agent-set', agent: 'Ventas 4' });
  },
  // The bot leaves the client without an answer.
  (inbox) => {
    course.asksAboutCourses(inbox, 95);
    inbox.happens(14, { type: 'user-message' });
    inbox.happens(11, { type: 'bot-silent' });
  },
  (inbox) => {
    inbox.happens(6, { type: 'user-message' });
    inbox.happens(4, { type: 'bot-silent' });
  },
  // Asked by a comment; and hooked since, and the comment has no answer.
  (inbox) => {
    inbox.happens(22, { type: 'comment-question' });
    inbox.isFiled(20, 'Cursos', 'Ventas 2', 'comentario');
  },
  (inbox) => {
    inbox.happens(40, { type: 'comment-question' });
    inbox.isFiled(38, 'Cursos', 'Ventas 3', 'comentario');
    inbox.happens(37, { type: 'hooked' });
  },
  // A comment that is dated ahead: the clock of the network runs fast.
  (inbox) => {
    course.asksAboutCourses(inbox, 130);
    inbox.happens(-17, { type: 'comment-question' });
  },
  // The bot was wrong, and a person has taken over.
  (inbox) => {
    course.asksAboutCourses(inbox, 66, 'Ventas 1');
    const last = inbox.happens(21, { type: 'user-message' });
    inbox.happens(18, { type: 'taken-over', by: 'Ventas 1', after: last });
  },
];

const cases: readonly InboxStory[] = [
  // A ticket that nobody has yet.
  (inbox) => {
    inbox.chats(28);
    inbox.happens(16, { type: 'support-ticket' });
  },
  (inbox) => {
    course.hasTicket(inbox, 85);
    inbox.happens(70, { type: 'user-called' });
  },
  (inbox) => {
    course.isFollowed(inbox, 300, 'Planificación');
  },
  // No solution yet: to be told so; not to be told without the department's name; and told.
  (inbox) => {
    course.isFollowed(inbox, 340, 'Académico');
    inbox.happens(35, { type: 'no-immediate-solution' });
  },
  (inbox) => {
    course.isFollowed(inbox, 410);
    inbox.happens(50, { type: 'no-immediate-solution' });
  },
  (inbox) => {
    course.isFollowed(inbox, 520, 'Administración');
    inbox.happens(200, { type: 'no-immediate-solution' });
    inbox.happens(190, { type: 'case-text-sent' });
  },
  // Solved, and closed by no step, by one, and by two; somebody pressed the button before its turn, and somebody else's.
  (inbox) => {
    course.isSolved(inbox, 12, 'Operaciones de Vuelo');
  },
  (inbox) => {
    course.isSolved(inbox, 27);
    inbox.happens(26, { type: 'standard-reply-sent', by: 'Soporte General' });
    inbox.happens(25, { type: 'click-close', by: 'Soporte General' });
  },
  (inbox) => {
    course.isSolved(inbox, 44, 'CCA');
    inbox.happens(42, { type: 'standard-reply-sent', by: 'CCO IDEA' });
    inbox.happens(41, { type: 'bot-reactivated', by: 'CCO IDEA' });
    inbox.happens(40, { type: 'click-close', by: 'Soporte General' });
  },
  // Closed out.
  (inbox) => {
    course.isClosedOut(inbox, 90);
  },
];

const loads: readonly InboxStory[] = [
  // Ended less than an hour ago; and the client wrote again.
  (inbox) => {
    course.hasEnded(inbox, 49);
  },
  (inbox) => {
    course.isClosedOut(inbox, 38);
    inbox.happens(20, { type: 'conversation-ended', hasWelcomeEvents: true });
  },
  (inbox) => {
    course.hasEnded(inbox, 33);
    inbox.chats(10);
  },
  // Ended more than an hour ago; tagged by hand; asked; answered.
  (inbox) => {
    course.hasEnded(inbox, 72);
  },
  (inbox) => {
    course.asksAboutCourses(inbox, 36);
    inbox.happens(5, { type: 'tag-added-by-hand', tag: 'admision y ventas' });
  },
  (inbox) => {
    course.isAsked(inbox, 46);
  },
  (inbox) => {
    course.isAsked(inbox, 80);
    inbox.happens(15, { type: 'data-given' });
  },
  // To be loaded by hand: known through WhatsApp, and not known at all.
  (inbox) => {
    course.asksAboutCourses(inbox, 58);
    inbox.happens(58, { type: 'contact-known' });
    inbox.happens(30, { type: 'upload-flag-set', value: 'si' });
  },
  (inbox) => {
    course.asksAboutCourses(inbox, 64);
    inbox.happens(29, { type: 'upload-flag-set', value: 'Sí' });
  },
  // The automation failed.
  (inbox) => {
    course.hasFailed(inbox, 24);
  },
  (inbox) => {
    course.hasFailed(inbox, 120);
    inbox.happens(100, { type: 'survey-sent' });
  },
  // Loaded, whatever triggers it once more.
  (inbox) => {
    course.isAsked(inbox, 180);
    inbox.happens(160, { type: 'data-given' });
    inbox.happens(159, { type: 'loaded' });
    inbox.happens(90, { type: 'tag-added-by-hand', tag: 'admision y ventas' });
  },
];

export const stories: readonly InboxStory[] = [...talks, ...cases, ...loads];
