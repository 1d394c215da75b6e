import { defineQuestions } from '../kernel/decision.js';

/** What the manual leaves open about pending and resolved chats, and how we read it. */
export const questions = /* @__PURE__ */ defineQuestions({
  'PE-1': {
    question: {
      es: '¿Desde cuándo corre el plazo de la IA?',
      en: "From when does the AI's window run?",
    },
    reading: {
      es: 'Desde el primer mensaje, del cliente o de la IA, que ningún vendedor ha respondido ni dado por resuelto, pero no antes de que se encendiera la IA.',
      en: 'From the first message, of the client or the AI, that no seller has answered or called resolved, but not before the AI was switched on.',
    },
    other: {
      es: 'Desde el último mensaje: cada mensaje nuevo hace empezar otra vez el plazo.',
      en: 'From the last message: each new message starts the window again.',
    },
    why: {
      es: 'La línea 28 cuenta cuánto hace que la IA atiende al cliente; además, así un chat no sale de los pendientes solo porque el cliente o la IA siguen escribiendo.',
      en: 'Line 28 counts how long the AI has been attending the client; and so a chat does not leave the pending list merely because the client or the AI goes on writing.',
    },
    parameter: 'measureFrom',
  },
  'PE-1b': {
    question: {
      es: '¿Empieza a correr el plazo de la IA cuando esta escribe en un chat resuelto?',
      en: "Does the AI's window begin when the AI writes to a resolved chat?",
    },
    reading: {
      es: 'No: ese mensaje no da comienzo a nada, y el chat sigue resuelto.',
      en: 'No: that message begins nothing, and the chat stays resolved.',
    },
    other: {
      es: 'Sí: el plazo empieza con ese mensaje.',
      en: 'Yes: the window begins with that message.',
    },
    why: {
      es: 'Mientras el chat sigue resuelto, la IA no está atendiendo nada.',
      en: 'As long as the chat is resolved, the AI is not attending to anything.',
    },
  },
  'PE-2': {
    question: {
      es: '¿Está pendiente el chat en el instante exacto en que se cumple el plazo de la IA?',
      en: "Is the chat pending at the exact instant at which the AI's window is over?",
    },
    reading: {
      es: 'No: lo está desde el instante siguiente.',
      en: 'No: it is from the next instant on.',
    },
    other: {
      es: 'Sí: lo está desde ese mismo instante.',
      en: 'Yes: it is from that very instant on.',
    },
    why: {
      es: 'El manual dice «más de 5 minutos».',
      en: 'The manual says “más de 5 minutos” (more than five minutes).',
    },
  },
  'PE-3': {
    question: {
      es: '¿Vale la excepción de la IA, si el resumen de la línea 28 no la menciona?',
      en: 'Does the exemption for the AI hold, although the summary in line 28 leaves it out?',
    },
    reading: {
      es: 'Sí: mientras la IA atiende dentro de su plazo, el chat no está pendiente, como dice la línea 23.',
      en: 'Yes: while the AI attends within its window, the chat is not pending, as line 23 has it.',
    },
    other: {
      es: 'No: según la letra de la línea 28, el chat está pendiente de inmediato, aunque la IA esté atendiendo.',
      en: 'No: by the letter of line 28 the chat is pending at once, even while the AI attends.',
    },
    why: {
      es: 'La línea 28 solo resume lo anterior, y sin la excepción el plazo de la IA no tendría ningún efecto.',
      en: 'Line 28 only sums up what was said before, and without the exemption the window of the AI would have no effect.',
    },
    parameter: 'exemptionCovers',
  },
  'PE-4': {
    question: {
      es: '¿Cubre la excepción de la IA también el chat en que el último mensaje es del cliente?',
      en: 'Does the exemption for the AI also cover a chat in which the client wrote last?',
    },
    reading: {
      es: 'Sí: mientras la IA atiende dentro de su plazo, da igual si el último mensaje es de ella o del cliente.',
      en: 'Yes: while the AI attends within its window, it makes no difference whether the AI or the client wrote last.',
    },
    other: {
      es: 'No: cubre solo el chat en que el último mensaje es de la IA.',
      en: 'No: it covers only a chat in which the AI wrote last.',
    },
    why: {
      es: 'De otro modo, el chat entraría en los pendientes con cada mensaje del cliente y saldría con cada respuesta de la IA.',
      en: 'Otherwise the chat would become pending with each message of the client, and stop being so with each answer of the AI.',
    },
    parameter: 'exemptionCovers',
  },
  'PE-5': {
    question: {
      es: '¿Qué pasa si el último mensaje es de la IA y la IA está apagada?',
      en: 'What if the AI wrote last, and is switched off?',
    },
    reading: {
      es: 'El chat está pendiente de inmediato.',
      en: 'The chat is pending at once.',
    },
    other: {
      es: 'El plazo de la IA corre igual.',
      en: "The AI's window runs all the same.",
    },
    why: {
      es: 'La línea 27 da por supuesto que la IA está activada.',
      en: 'Line 27 takes it that the AI is switched on.',
    },
  },
  'PE-6': {
    question: {
      es: '¿Está pendiente el chat en que un vendedor escribió el último mensaje, pero le queda una tarea por hacer?',
      en: 'Is a chat pending in which a seller wrote last, but still has a task to do?',
    },
    reading: {
      es: 'Sí, si la tarea se marcó después de que un vendedor escribió o dio el chat por resuelto por última vez; queda saldada con el próximo mensaje de un vendedor o al dar el chat por resuelto.',
      en: 'Yes, if the task was flagged after a seller last wrote or called the chat resolved; the next message of a seller, or calling the chat resolved, settles it.',
    },
    other: {
      es: 'Decide siempre lo mismo: o bien el mensaje del vendedor, o bien la tarea abierta.',
      en: "The same thing always decides: either the seller's message or the open task.",
    },
    why: {
      es: 'Así se cumplen a la vez la línea 19, que cuenta las tareas pendientes, y la línea 31, que da por atendido lo que un vendedor respondió.',
      en: 'So line 19, which counts open tasks, and line 31, by which a message of a seller is enough, are both kept.',
    },
  },
  'PE-7': {
    question: {
      es: '¿Reabre un mensaje de la IA un chat resuelto?',
      en: 'Does a message of the AI reopen a resolved chat?',
    },
    reading: {
      es: 'No: el chat sigue resuelto.',
      en: 'No: the chat stays resolved.',
    },
    other: {
      es: 'Sí: el chat vuelve a estar pendiente.',
      en: 'Yes: the chat is pending again.',
    },
    why: {
      es: 'El manual solo nombra el mensaje del cliente, y de otro modo cada seguimiento de la IA reabriría el chat.',
      en: 'The manual names only the message of the client, and otherwise every follow-up of the AI would reopen the chat.',
    },
  },
  'PE-8': {
    question: {
      es: '¿Qué prevalece si el cliente escribe en el mismo instante en que el chat se marca como resuelto?',
      en: 'Which counts if the client writes at the very instant at which the chat is marked as resolved?',
    },
    reading: {
      es: 'El mensaje del cliente: el chat deja de estar resuelto.',
      en: 'The message of the client: the chat is no longer resolved.',
    },
    other: {
      es: 'La marca: el chat queda resuelto.',
      en: 'The mark: the chat is resolved.',
    },
    why: {
      es: 'Perder a un cliente es el error más caro.',
      en: 'Losing a client is the costlier error.',
    },
  },
  'PE-9': {
    question: {
      es: '¿Cuál de dos mensajes del mismo instante es el último?',
      en: 'Which of two messages of the same instant is the last?',
    },
    reading: {
      es: 'El que llegó después.',
      en: 'The one that arrived later.',
    },
    other: {
      es: 'El del cliente.',
      en: "The client's.",
    },
    why: {
      es: 'El orden de llegada se conoce siempre, así que la respuesta nunca queda en duda.',
      en: 'The order of arrival is always known, so the answer is never in doubt.',
    },
  },
  'PE-10': {
    question: {
      es: '¿Qué pasa con un mensaje que trae una hora futura?',
      en: 'What becomes of a message with a time in the future?',
    },
    reading: {
      es: 'Se guarda y cuenta desde esa hora, siempre que al registrarlo se sepa qué hora es.',
      en: 'It is kept and counts from that time on, provided that the present time is known when it is recorded.',
    },
    other: {
      es: 'Cuenta de inmediato.',
      en: 'It counts at once.',
    },
    why: {
      es: 'Que un chat esté pendiente depende de lo ocurrido hasta ahora, y ese mensaje aún no ha ocurrido.',
      en: 'Whether a chat is pending depends on what has happened until now, and that message has not happened yet.',
    },
  },
  'PE-11': {
    question: {
      es: '¿Vale como mensaje del vendedor uno automático o masivo que sale en su nombre?',
      en: 'Does an automatic message or a mass mailing in the name of a seller count as their message?',
    },
    reading: {
      es: 'No: el chat sigue como estaba.',
      en: 'No: the chat stays as it was.',
    },
    other: {
      es: 'Sí: vale como cualquier otro mensaje del vendedor.',
      en: 'Yes: it counts like any other message of a seller.',
    },
    why: {
      es: 'La línea 31 pide que lo haya enviado un vendedor.',
      en: 'Line 31 asks for a message that a seller sent.',
    },
  },
  'PE-12': {
    question: {
      es: '¿Valen como mensajes un envío fallido, una reacción o una nota interna?',
      en: 'Do a failed delivery, a reaction or an internal note count as messages?',
    },
    reading: {
      es: 'No: ninguno de los tres vale.',
      en: 'No: none of the three counts.',
    },
    other: {
      es: 'Sí: valen como cualquier mensaje.',
      en: 'Yes: they count like any message.',
    },
    why: {
      es: 'Con ninguno de ellos recibe alguien un mensaje.',
      en: 'None of them brings anybody a message.',
    },
  },
  'PE-13': {
    question: {
      es: '¿Y si hay varios vendedores o varios agentes de IA?',
      en: 'What if there are several sellers or several AI agents?',
    },
    reading: {
      es: 'Todos valen igual: basta la respuesta de cualquier vendedor, y cuenta el mensaje de cualquier agente de IA.',
      en: 'All count alike: the answer of any seller is enough, and the message of any AI agent counts.',
    },
    other: {
      es: 'Valen solo el vendedor y el agente de IA asignados al chat.',
      en: 'Only the seller and the AI agent assigned to the chat count.',
    },
    why: {
      es: 'El manual habla de un vendedor y de algún agente de IA, sin decir cuál.',
      en: 'The manual speaks of a seller and of some AI agent, without saying which.',
    },
  },
  'PE-14': {
    question: {
      es: '¿Qué pasa si se marca como resuelto un chat que no está pendiente?',
      en: 'What if a chat that is not pending is marked as resolved?',
    },
    reading: {
      es: 'Si ya está resuelto o está vacío, no tiene efecto; si no, queda resuelto.',
      en: 'If it is resolved already, or empty, that has no effect; otherwise it is then resolved.',
    },
    other: {
      es: 'Es un error.',
      en: 'It is an error.',
    },
    why: {
      es: 'Hay dos maneras de marcarlo, y pueden usarse ambas para el mismo chat.',
      en: 'There are two ways to mark it, and both may be used for the same chat.',
    },
  },
  'PE-15': {
    question: {
      es: '¿Se puede quitar a mano la marca de resuelto?',
      en: 'Can the resolved mark be taken away by hand?',
    },
    reading: {
      es: 'No: la marca se va cuando el cliente o un vendedor vuelve a escribir.',
      en: 'No: the mark goes when the client or a seller writes again.',
    },
    other: {
      es: 'Sí: el vendedor puede quitarla.',
      en: 'Yes: the seller can take it away.',
    },
    why: {
      es: 'El manual no lo describe; la línea 36 deja entender que hay otras maneras, pero no las nombra.',
      en: 'The manual does not describe it; line 36 hints that there are other ways, but does not name them.',
    },
  },
  'PE-16': {
    question: {
      es: '¿Está resuelto todo chat que no está pendiente?',
      en: 'Is every chat that is not pending resolved?',
    },
    reading: {
      es: 'No: el chat en que un vendedor respondió al último no está pendiente ni resuelto.',
      en: 'No: a chat in which a seller answered last is neither pending nor resolved.',
    },
    other: {
      es: 'Sí: no estar pendiente y estar resuelto son lo mismo.',
      en: 'Yes: not to be pending and to be resolved are the same.',
    },
    why: {
      es: 'Las líneas 31 y 32 dan dos maneras distintas de dejar de estar pendiente.',
      en: 'Lines 31 and 32 give two different ways to stop being pending.',
    },
  },
  // The catalogue takes the other reading; `queue` needs some order, and takes the one that the complaint asks for.
  'PE-17': {
    question: {
      es: '¿En qué orden van los chats pendientes?',
      en: 'In which order do the pending chats come?',
    },
    reading: {
      es: 'Primero quien lleva más tiempo esperando, salvo que se pida otra prioridad.',
      en: 'First whoever has waited longest, unless another priority is asked for.',
    },
    other: {
      es: 'En ninguno: solo se dice desde cuándo está pendiente cada uno.',
      en: 'In none: of each it is only said since when it has been pending.',
    },
    why: {
      es: 'El manual no fija un orden, pero la línea 9 lamenta que quien escribió antes reciba respuesta al final.',
      en: 'The manual sets no order, but line 9 complains that those who wrote earlier are answered last.',
    },
  },
  'PE-18': {
    question: {
      es: '¿Puede el plazo de la IA ser cero, o no indicarse?',
      en: 'May the window of the AI be zero, or not be given?',
    },
    reading: {
      es: 'Sí: si es cero, la excepción termina en el mismo instante en que empieza; si no se indica, son cinco minutos.',
      en: 'Yes: if it is zero, the exemption ends at the instant at which it begins; if it is not given, it is five minutes.',
    },
    other: {
      es: 'No: lo uno y lo otro son un error.',
      en: 'No: either is an error.',
    },
    why: {
      es: 'La línea 26 deja que el negocio fije el plazo, y recomienda cinco minutos.',
      en: 'Line 26 leaves the window to the business, and recommends five minutes.',
    },
  },
  'PE-19': {
    question: {
      es: '¿Está pendiente un chat vacío?',
      en: 'Is an empty chat pending?',
    },
    reading: {
      es: 'No, salvo que el vendedor tenga en él una tarea por hacer.',
      en: 'No, unless the seller has a task to do in it.',
    },
    other: {
      es: 'Preguntar por un chat vacío es un error.',
      en: 'To ask about an empty chat is an error.',
    },
    why: {
      es: 'Nadie ha escrito, así que nadie espera respuesta.',
      en: 'Nobody has written, so nobody is waiting for an answer.',
    },
  },
  'PE-20': {
    question: {
      es: '¿Qué pasa cuando la IA pasa el chat a una persona?',
      en: 'What if the AI hands the chat over to a person?',
    },
    reading: {
      es: 'Se registra que la IA se apagó, y el chat está pendiente de inmediato.',
      en: 'It is recorded that the AI was switched off, and the chat is pending at once.',
    },
    other: {
      es: 'El plazo de la IA corre igual.',
      en: "The AI's window runs all the same.",
    },
    why: {
      es: 'Desde ese momento el cliente ya no conversa con la IA.',
      en: 'From then on the client is no longer talking with the AI.',
    },
  },
  'PE-21': {
    question: {
      es: '¿Cuánto se cubre de las solicitudes «Por Cotizar»?',
      en: 'How much is covered of the requests to quote (“Por Cotizar”)?',
    },
    reading: {
      es: 'Solo se mira si quedan o no.',
      en: 'Only whether any are left is looked at.',
    },
    other: {
      es: 'Se sigue también el tablero por el que avanzan.',
      en: 'The board on which they move is followed, too.',
    },
    why: {
      es: 'De ellas trata otro manual.',
      en: 'They are the matter of another manual.',
    },
  },
});

/** The code of an open question of this system. */
export type QuestionCode = keyof typeof questions;
