import { defineQuestions } from '../kernel/decision.js';

/** What the manual leaves open about contacting the client, and how we read it. */
export const questions = /* @__PURE__ */ defineQuestions({
  'CO-1': {
    question: {
      es: '¿Qué espera corresponde a una mudanza que es exactamente en tres días?',
      en: 'Which wait holds for a move that is in exactly three days?',
    },
    reading: {
      es: 'La corta, como con menos de tres días.',
      en: 'The short one, as with fewer than three days.',
    },
    other: {
      es: 'La larga, como con más de tres días.',
      en: 'The long one, as with more than three days.',
    },
    why: {
      es: 'Las líneas 38 y 39 dicen menos y más, así que ninguna incluye los tres días, y esperar de menos es el error menos riesgoso.',
      en: 'Lines 38 and 39 say fewer and more, so neither includes three days, and waiting too little is the safer error.',
    },
    parameter: 'exactlyThreeDays',
  },
  'CO-2': {
    question: {
      es: '¿Qué es un día: una fecha del calendario o veinticuatro horas?',
      en: 'What is a day: a date of the calendar or twenty-four hours?',
    },
    reading: {
      es: 'Una fecha del calendario, en la zona horaria del origen del servicio.',
      en: "A date of the calendar, in the time zone of the service's origin.",
    },
    other: {
      es: 'Un lapso de veinticuatro horas.',
      en: 'A span of twenty-four hours.',
    },
    why: {
      es: '«Mañana» es una palabra del calendario, y una mudanza tiene fecha y no hora.',
      en: '“Mañana” (tomorrow) is a word of the calendar, and a move has a date and not an hour.',
    },
  },
  'CO-3': {
    question: {
      es: '¿Qué se hace si la mudanza es hoy?',
      en: 'What if the move is today?',
    },
    reading: {
      es: 'Lo mismo que si fuera mañana: se llama ya.',
      en: 'The same as if it were tomorrow: the client is called now.',
    },
    other: {
      es: 'El caso no está cubierto, y decide una persona.',
      en: 'The case is not covered, and a person decides.',
    },
    why: {
      es: 'Es todavía más urgente que una mudanza de mañana, de la que el manual sí habla.',
      en: 'It is even more urgent than a move tomorrow, of which the manual does speak.',
    },
    parameter: 'today',
  },
  'CO-4': {
    question: {
      es: '¿Qué se hace si la fecha de la mudanza ya pasó?',
      en: 'What if the date of the move has passed?',
    },
    reading: {
      es: 'El caso no está cubierto: no se indica llamar ni escribir.',
      en: 'The case is not covered: neither a call nor a mail is asked for.',
    },
    other: {
      es: 'Lo mismo que si fuera hoy: se llama ya.',
      en: 'The same as if it were today: the client is called now.',
    },
    why: {
      es: 'Nada en el manual dice qué tendría sentido hacer entonces.',
      en: 'Nothing in the manual says what would make sense then.',
    },
  },
  'CO-5': {
    question: {
      es: '¿Qué línea rige la víspera, si mañana es también menos de tres días?',
      en: 'Which line governs the day before, if tomorrow is fewer than three days too?',
    },
    reading: {
      es: 'Solo la de mañana: primero la llamada, y el correo si nadie contesta.',
      en: 'Only that of tomorrow: the call first, and the mail if nobody answers.',
    },
    other: {
      es: 'Las dos a la vez.',
      en: 'Both at once.',
    },
    why: {
      es: 'La línea 37 pide llamar «sí o sí» e invierte el orden de la 38.',
      en: 'Line 37 asks for a call “sí o sí” (no matter what) and turns the order of line 38 around.',
    },
  },
  'CO-6': {
    question: {
      es: '¿El contacto empieza por correo, como dice la línea 22, o por la llamada de la línea 37?',
      en: 'Does contact begin by mail, as line 22 has it, or by the call of line 37?',
    },
    reading: {
      es: 'Por la llamada si la mudanza es mañana u hoy, y por correo en los demás casos.',
      en: 'By the call if the move is tomorrow or today, and by mail in all other cases.',
    },
    other: {
      es: 'Siempre por correo.',
      en: 'Always by mail.',
    },
    why: {
      es: 'Lo particular prevalece sobre lo general.',
      en: 'What is specific goes before what is general.',
    },
  },
  'CO-7': {
    question: {
      es: '¿Corresponde llamar en el instante exacto en que se cumple el plazo del correo?',
      en: 'Is the call due at the exact instant at which the wait of the mail is over?',
    },
    reading: {
      es: 'Sí, salvo que haya una respuesta, que en ese mismo instante aún está a tiempo.',
      en: 'Yes, unless there is a reply, which at that very instant is still in time.',
    },
    other: {
      es: 'No: solo una vez superado el plazo.',
      en: 'No: only once the term is exceeded.',
    },
    why: {
      es: 'Responder «en» ciertas horas incluye el final del plazo, y si entonces no hay respuesta, ya toca llamar.',
      en: 'To answer “in” so many hours includes the end of the term, and if there is no reply by then, the call is due.',
    },
  },
  'CO-8': {
    question: {
      es: '¿Desde cuándo se cuenta el plazo del correo?',
      en: 'From when is the wait of the mail counted?',
    },
    reading: {
      es: 'Desde que se envió el correo; de varios, el primero que no fue devuelto.',
      en: 'From when the mail was sent; of several, the first that was not returned.',
    },
    other: {
      es: 'Desde que el correo fue entregado o abierto.',
      en: 'From when the mail was delivered or opened.',
    },
    why: {
      es: 'El envío es el único hecho que el manual nombra y que se puede ver.',
      en: 'The sending is the only act that the manual names and that can be seen.',
    },
  },
  'CO-9': {
    question: {
      es: '¿Cuánto son veinticuatro horas cuando entremedio cambia la hora oficial?',
      en: 'How long are twenty-four hours when the clocks change in between?',
    },
    reading: {
      es: 'Veinticuatro horas corridas, aunque el reloj marque otra hora que la del envío.',
      en: 'Twenty-four elapsed hours, even if the clock then shows another time than that of the sending.',
    },
    other: {
      es: 'Hasta la misma hora del reloj del día siguiente.',
      en: 'Until the same time by the clock on the next day.',
    },
    why: {
      es: 'El plazo está dado en horas, y no en un día.',
      en: 'The term is given in hours, and not as a day.',
    },
  },
  'CO-10': {
    question: {
      es: '¿Qué pasa si la mudanza llega a ser mañana mientras un correo espera respuesta?',
      en: 'What if the move comes to be tomorrow while a mail is waiting for a reply?',
    },
    reading: {
      es: 'La espera se fija al enviar el correo, pero se llama, a más tardar, cuando empieza la víspera.',
      en: 'The wait is fixed when the mail is sent, but the call is due at the latest when the day before begins.',
    },
    other: {
      es: 'La espera sigue hasta su final, aunque la mudanza ya sea mañana.',
      en: 'The wait runs to its end, even if the move is tomorrow by then.',
    },
    why: {
      es: 'La espera está en la frase que pide el correo, y la llamada «sí o sí» de la víspera no tiene excepción.',
      en: 'The wait stands in the sentence that asks for the mail, and the call “sí o sí” (no matter what) of the day before has no exception.',
    },
    parameter: 'tomorrowOverride',
  },
  'CO-11': {
    question: {
      es: '¿Hay que llamar igual si el cliente responde después del plazo, pero antes de la llamada?',
      en: 'Is the call still owed if the client replies after the term, but before the call?',
    },
    reading: {
      es: 'No: la respuesta deja sin efecto la llamada.',
      en: 'No: with the reply the call lapses.',
    },
    other: {
      es: 'Sí: hay que llamar de todos modos.',
      en: 'Yes: the call is owed all the same.',
    },
    why: {
      es: 'La llamada busca obtener una respuesta, y ya la hay.',
      en: 'The purpose of the call is to get an answer, and there is one.',
    },
  },
  'CO-12': {
    question: {
      es: '¿Qué vale como respuesta del cliente?',
      en: 'What counts as a reply from the client?',
    },
    reading: {
      es: 'Todo mensaje suyo sobre la mudanza, por cualquier canal, desde nuestro primer correo o llamada.',
      en: 'Any message of theirs about the move, by any channel, since our first mail or call.',
    },
    other: {
      es: 'Solo una contestación a ese correo.',
      en: 'Only an answer to that mail.',
    },
    why: {
      es: 'Importa que el cliente mismo haya hablado, lo que no hace una respuesta automática; de un correo devuelto el manual no dice nada.',
      en: 'What matters is that the client spoke, which an automatic reply does not do; of a returned mail the manual says nothing.',
    },
  },
  'CO-13': {
    question: {
      es: '¿Qué sigue si, a dos o más días de la mudanza, el cliente no contestó el correo ni la llamada?',
      en: 'What follows if, two or more days before the move, the client answered neither the mail nor the call?',
    },
    reading: {
      es: 'El caso no está cubierto, y lo más cercano es volver a llamar.',
      en: 'The case is not covered, and what comes nearest is to call again.',
    },
    other: {
      es: 'Se envía otra vez el correo, como en la línea 37.',
      en: 'The mail is sent again, as in line 37.',
    },
    why: {
      es: 'El manual pide un correo después de la llamada solo si la mudanza es mañana.',
      en: 'The manual asks for a mail after the call only if the move is tomorrow.',
    },
  },
  'CO-14': {
    question: {
      es: '¿Se deja respaldo por correo de una llamada que nadie contestó?',
      en: 'Is a record sent by mail of a call that nobody answered?',
    },
    reading: {
      es: 'No: solo de las llamadas contestadas.',
      en: 'No: only of calls that were answered.',
    },
    other: {
      es: 'Sí: de cada intento.',
      en: 'Yes: of every attempt.',
    },
    why: {
      es: 'La línea 40 pide el respaldo de lo hablado, y en esa llamada no se habló nada.',
      en: 'Line 40 asks for a record of what was said, and in such a call nothing was.',
    },
  },
  'CO-15': {
    question: {
      es: '¿Qué correo se envía después de la llamada sin respuesta?',
      en: 'Which mail is sent after the unanswered call?',
    },
    reading: {
      es: 'El correo de ayuda, con el párrafo que corresponda.',
      en: 'The help mail, with the paragraph that applies.',
    },
    other: {
      es: 'Un correo con texto libre.',
      en: 'A mail in free words.',
    },
    why: {
      es: 'La línea 37 dice «el mail», y el único que se ha nombrado es ese.',
      en: 'Line 37 says “el mail” (the mail), and that is the only one named so far.',
    },
  },
  'CO-16': {
    question: {
      es: '¿Se envía el correo tras la llamada sin respuesta si ya se había enviado uno antes?',
      en: 'Is the mail sent after the unanswered call if one had been sent before?',
    },
    reading: {
      es: 'Sí: uno después de cada llamada sin respuesta de la víspera o del mismo día.',
      en: 'Yes: one after each unanswered call of the day before or of the day itself.',
    },
    other: {
      es: 'No: ya se envió.',
      en: 'No: it was sent already.',
    },
    why: {
      es: 'La línea 37 pide el correo porque la llamada quedó sin respuesta, sin mirar lo anterior.',
      en: 'Line 37 asks for the mail because the call was not answered, and does not look at what came before.',
    },
  },
  'CO-17': {
    question: {
      es: '¿Qué fecha se ofrece en la alternativa 1 si hay varias?',
      en: 'Which date is offered in alternative 1 if there are several?',
    },
    reading: {
      es: 'La más cercana a la fecha original, y entre dos igual de cercanas, la anterior.',
      en: 'The one nearest to the original date, and of two equally near the earlier.',
    },
    other: {
      es: 'La primera de todas.',
      en: 'The earliest of all.',
    },
    why: {
      es: 'La línea 25 habla de una sola fecha, y la más cercana es la que menos trastorna al cliente.',
      en: 'Line 25 speaks of a single date, and the nearest is the one that disturbs the client least.',
    },
  },
  'CO-18': {
    question: {
      es: '¿Qué se hace si el cliente rechaza la fecha ofrecida y no pide la devolución?',
      en: 'What if the client declines the date offered and does not ask for the refund?',
    },
    reading: {
      es: 'El caso no está cubierto, salvo que proponga otras fechas.',
      en: 'The case is not covered, unless they propose other dates.',
    },
    other: {
      es: 'Se sigue con la alternativa 2.',
      en: 'One goes on with alternative 2.',
    },
    why: {
      es: 'La línea 27 pide las dos cosas, y suponer la segunda sería tramitar una devolución que nadie pidió.',
      en: 'Line 27 asks for both, and to assume the second would be a refund that nobody asked for.',
    },
  },
  'CO-19': {
    question: {
      es: '¿Qué se hace si el cliente rechaza la fecha ofrecida y propone otras?',
      en: 'What if the client declines the date offered and proposes others?',
    },
    reading: {
      es: 'Lo mismo que con un cliente flexible: se busca otra vez, en esas fechas.',
      en: 'The same as with a flexible client: there is another search, on those dates.',
    },
    other: {
      es: 'El caso no está cubierto.',
      en: 'The case is not covered.',
    },
    why: {
      es: 'Es la misma situación que describe la línea 30.',
      en: 'It is the same situation that line 30 describes.',
    },
  },
  'CO-20': {
    question: {
      es: '¿Qué pasa si el MP de la fecha que aceptó el cliente ya no está libre?',
      en: 'What if the mover of the date that the client accepted is not free any more?',
    },
    reading: {
      es: 'El contacto no pone a otro en su lugar: la asignación manual sigue con los demás que hayan aceptado, y se registra lo que se hable con el cliente.',
      en: 'The contact puts nobody in their place: manual assignment goes on with whoever else has accepted, and what the client is told is recorded.',
    },
    other: {
      es: 'Se empieza otra búsqueda para la fecha aceptada.',
      en: 'Another search begins for the date accepted.',
    },
    why: {
      es: 'La línea 26 asigna solo al MP que tiene esa fecha, y no pide otra búsqueda si la pierde.',
      en: 'Line 26 assigns only the mover who has that date, and asks for no other search if they lose it.',
    },
  },
  'CO-21': {
    question: {
      es: '¿En qué chat se escribe la nota de la fecha nueva?',
      en: 'In which chat is the note of the new date written?',
    },
    reading: {
      es: 'En el chat del servicio con el cliente.',
      en: 'In the chat of the service with the client.',
    },
    other: {
      es: 'En el chat con el MP.',
      en: 'In the chat with the mover.',
    },
    why: {
      es: 'La nota informa de la fecha acordada, y al MP se le confirma aparte.',
      en: 'The note tells the date agreed on, and the mover gets a confirmation of their own.',
    },
  },
  'CO-22': {
    question: {
      es: '¿Cómo se escribe en la nota el día de la mudanza?',
      en: 'How is the day of the move written in the note?',
    },
    reading: {
      es: 'Como lo indique quien la escribe, sin cambiarlo.',
      en: 'Just as whoever writes it gives it, unchanged.',
    },
    other: {
      es: 'Solo con el número del día.',
      en: 'With the number of the day alone.',
    },
    why: {
      es: 'El número por sí solo se presta a confusión cuando cambia el mes.',
      en: 'A number alone is ambiguous over the end of a month.',
    },
  },
  'CO-23': {
    question: {
      es: '¿Por dónde empieza la difusión de la nueva búsqueda?',
      en: 'Where does the broadcast of the new search begin?',
    },
    reading: {
      es: 'Por el reenvío, que es el primer paso de la asignación manual.',
      en: 'With the re-send, which is the first step of manual assignment.',
    },
    other: {
      es: 'Por las listas de WhatsApp, lo que se puede elegir en la política de la asignación manual.',
      en: 'With the WhatsApp lists, which can be chosen in the policy of manual assignment.',
    },
    why: {
      es: 'La primera difusión es la de la línea 5, y empezar «nuevamente» es volver al comienzo.',
      en: 'The first broadcast is that of line 5, and to start “nuevamente” (again) is to go back to the beginning.',
    },
  },
  'CO-24': {
    question: {
      es: '¿Espera dos horas la nueva búsqueda antes de difundir?',
      en: 'Does the new search wait two hours before it broadcasts?',
    },
    reading: {
      es: 'No: se difunde apenas el sistema está al día.',
      en: 'No: the broadcast goes out as soon as the system is up to date.',
    },
    other: {
      es: 'Sí: como la primera vez.',
      en: 'Yes: as the first time.',
    },
    why: {
      es: 'La línea 30 dice que la búsqueda comienza ahí mismo.',
      en: 'Line 30 says that the search begins right there.',
    },
  },
  'CO-25': {
    question: {
      es: '¿Cuándo se da por fallida la nueva búsqueda?',
      en: 'When does the new search count as failed?',
    },
    reading: {
      es: 'Cuando alguien lo declara.',
      en: 'When somebody declares it.',
    },
    other: {
      es: 'Cuando se cumple un plazo fijo.',
      en: 'When a fixed term is over.',
    },
    why: {
      es: 'El manual dice «en breve», sin ningún número.',
      en: 'The manual says “en breve” (shortly), without a number.',
    },
  },
  'CO-26': {
    question: {
      es: '¿Qué se hace si el cliente toma la devolución que se le ofreció tras la nueva búsqueda?',
      en: 'What if the client takes the refund that was offered after the new search?',
    },
    reading: {
      es: 'Se le contesta con la plantilla y después se aplica el reverso.',
      en: 'They are answered with the template, and then the reversal is applied.',
    },
    other: {
      es: 'Solo se aplica el reverso.',
      en: 'Only the reversal is applied.',
    },
    why: {
      es: 'Las otras dos devoluciones del manual llevan la misma plantilla.',
      en: 'The two other refunds of the manual have the same template.',
    },
  },
  'CO-27': {
    question: {
      es: '¿Qué se hace si el cliente es flexible y no da fechas?',
      en: 'What if the client is flexible and gives no dates?',
    },
    reading: {
      es: 'Se esperan sus fechas, y mientras tanto no hay otra búsqueda.',
      en: 'One waits for their dates, and until then there is no new search.',
    },
    other: {
      es: 'Se busca en cualquier fecha.',
      en: 'Any date is searched.',
    },
    why: {
      es: 'La línea 30 busca «en esas fechas», las que dio el cliente.',
      en: 'Line 30 searches “en esas fechas” (on those dates), which the client gave.',
    },
  },
  'CO-28': {
    question: {
      es: '¿Quién o qué es el MC?',
      en: 'Who or what is the MC?',
    },
    reading: {
      es: 'Una dirección que hay que indicar, y sin la cual el correo de ayuda no se puede componer.',
      en: 'An address that has to be given, and without which the help mail cannot be composed.',
    },
    other: {
      es: 'Un cargo con nombre propio dentro del equipo.',
      en: 'A named role within the team.',
    },
    why: {
      es: 'El manual nunca explica la sigla, y no corresponde inventar su significado.',
      en: 'The manual never spells the letters out, and it is not for us to invent what they mean.',
    },
  },
  'CO-29': {
    question: {
      es: '¿Se llama al cliente también de noche?',
      en: 'Is the client called at night too?',
    },
    reading: {
      es: 'La llamada corresponde a su hora, sea cual sea, y quien llama puede postergarla.',
      en: 'The call is due at its time, whatever that is, and whoever calls may put it off.',
    },
    other: {
      es: 'Se llama solo entre las nueve de la mañana y las ocho de la noche.',
      en: 'Calls are made only between nine in the morning and eight in the evening.',
    },
    why: {
      es: 'El manual no da ningún horario para llamar.',
      en: 'The manual gives no hours for calling.',
    },
    parameter: 'callingHours',
  },
  'CO-30': {
    question: {
      es: '¿Qué pasa con la espera si la fecha de la mudanza se cambia por otra vía?',
      en: 'What becomes of the wait if the date of the move is changed elsewhere?',
    },
    reading: {
      es: 'El contacto empieza de nuevo para la otra fecha, y la espera anterior ya no cuenta.',
      en: 'The contact begins anew for the other date, and the earlier wait does not count any more.',
    },
    other: {
      es: 'La espera anterior sigue corriendo.',
      en: 'The earlier wait goes on.',
    },
    why: {
      es: 'Cuándo se escribe y cuándo se llama depende de la fecha de la mudanza.',
      en: 'When to write and when to call depends on the date of the move.',
    },
  },
});

/** The code of an open question of this system. */
export type QuestionCode = keyof typeof questions;
