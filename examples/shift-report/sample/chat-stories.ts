import * as talk from './chat-talk.js';
import type { Conversation } from './conversation.js';

/** A kind of chat, and how many of it the sample holds. */
interface Story {
  readonly times: number;
  readonly tell: (chat: Conversation) => void;
}

export const stories: readonly Story[] = [
  // The client wrote, and nobody answered.
  {
    times: 20,
    tell: (chat) => {
      const wrote = chat.random.between(3, 170);
      chat.client(wrote, talk.asksForPart(chat.random));
      if (wrote > 30 && chat.random.isOneIn(2)) chat.client(wrote - 25, talk.pressesOn(chat.random));
    },
  },
  // Somebody looked, and did not answer.
  {
    times: 8,
    tell: (chat) => {
      const wrote = chat.random.between(10, 120);
      chat.client(wrote, talk.asksForPart(chat.random));
      chat.happens(wrote - 2, 'abierto');
      chat.happens(wrote - 2, 'leído');
      if (chat.random.isOneIn(3)) chat.happens(wrote - 4, 'no leído');
    },
  },
  // What came after the client's message is no answer.
  {
    times: 8,
    tell: (chat) => {
      const wrote = chat.random.between(15, 90);
      chat.client(wrote, talk.asksForPart(chat.random));
      const [text, kind] = chat.random.pick([
        ['👍', 'reacción'],
        ['Preguntar a bodega antes de responder', 'nota interna'],
        ['Buenos días, ¿en qué le ayudo?', 'no entregado'],
        ['Esta semana, 10 % de descuento en filtros', 'masivo'],
      ] as const);
      chat.seller(wrote - 6, text, kind);
    },
  },
  // The AI has been at it for too long.
  {
    times: 14,
    tell: (chat) => {
      talk.talksWithAi(chat, chat.random.between(6, 60), chat.random.between(1, 4));
    },
  },
  // The AI wrote first, and the client does not answer.
  {
    times: 3,
    tell: (chat) => {
      const wrote = chat.random.between(8, 40);
      chat.happens(wrote + 1, 'ia encendida');
      chat.ai(wrote, 'Hola, ayer quedó pendiente su cotización. ¿Todavía necesita el repuesto?');
    },
  },
  // The AI attends, and its window is not over: the first ends some three minutes after the present.
  {
    times: 12,
    tell: (chat) => {
      talk.talksWithAi(chat, chat.random.between(8, 116) / 60, 0);
      chat.ai(0.05, talk.asksForPlate(chat.random));
    },
  },
  // The AI was switched off: what it wrote last is no answer.
  {
    times: 10,
    tell: (chat) => {
      const began = chat.random.between(5, 45);
      talk.talksWithAi(chat, began, 3);
      chat.happens(began - 1.5, 'ia apagada');
    },
  },
  // The AI handed over at once.
  {
    times: 6,
    tell: (chat) => {
      const began = chat.random.between(3, 30);
      talk.talksWithAi(chat, began, 2);
      chat.happens(began - 1, 'ia apagada');
      chat.client(began - 1.5, 'Prefiero hablar con una persona, por favor');
    },
  },
  // Answered, yet something is left to do.
  {
    times: 9,
    tell: (chat) => {
      const answered = chat.random.between(20, 240);
      talk.isQuoted(chat, answered);
      chat.task(answered - 5, talk.task(chat.random));
    },
  },
  // A task that was done.
  {
    times: 2,
    tell: (chat) => {
      talk.isQuoted(chat, 150);
      chat.task(140, talk.task(chat.random));
      chat.seller(60, 'Listo, le acabo de enviar el documento por correo.');
    },
  },
  // A seller wrote last.
  {
    times: 33,
    tell: (chat) => {
      talk.isQuoted(chat, chat.random.between(5, 300));
    },
  },
  // A seller took over from the AI.
  {
    times: 10,
    tell: (chat) => {
      const began = chat.random.between(30, 200);
      talk.talksWithAi(chat, began, 4);
      chat.seller(began - 4, talk.quotes(chat.random));
    },
  },
  // Settled.
  {
    times: 22,
    tell: (chat) => {
      const answered = chat.random.between(40, 400);
      talk.isQuoted(chat, answered);
      chat.client(answered - 10, talk.thanks(chat.random));
      chat.resolved(answered - 12);
      if (chat.random.isOneIn(4)) chat.resolved(answered - 12.5);
    },
  },
  // The AI follows up, which does not reopen.
  {
    times: 5,
    tell: (chat) => {
      chat.happens(500, 'ia encendida');
      talk.isQuoted(chat, 400);
      chat.resolved(390);
      chat.ai(chat.random.between(10, 100), talk.followsUp(chat.random));
    },
  },
  // The client came back.
  {
    times: 7,
    tell: (chat) => {
      talk.isQuoted(chat, 320);
      chat.resolved(300);
      chat.client(chat.random.between(5, 90), talk.returns(chat.random));
    },
  },
  // The only open message was deleted; now and then, its deletion came before it.
  {
    times: 4,
    tell: (chat) => {
      talk.isQuoted(chat, 200);
      const mistake = chat.client(50, 'Perdón, este mensaje era para otro chat');
      chat.deleted(48, mistake);
    },
  },
  // The client's phone runs ahead.
  {
    times: 2,
    tell: (chat) => {
      talk.isQuoted(chat, 80);
      chat.client(-chat.random.between(6, 30), talk.pressesOn(chat.random));
    },
  },
  // Nobody but a seller may resolve.
  {
    times: 2,
    tell: (chat) => {
      chat.client(70, talk.asksForPart(chat.random));
      chat.resolved(60, chat.random.pick(['ia', 'cliente']));
    },
  },
  // Opened, and nobody wrote.
  {
    times: 3,
    tell: (chat) => {
      chat.happens(30, 'ia encendida');
      chat.happens(20, 'abierto');
    },
  },
];
