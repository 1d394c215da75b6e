import { defineRules, type Rule } from '../kernel/decision.js';

const manual = 'manual-assignment';

/** The 30 rules of the manual on assigning by hand that tell how the client is contacted. */
export const rules = /* @__PURE__ */ defineRules({
  'contact/help-mail-from-sofia': {
    statement: {
      es: 'El correo de ayuda al cliente sale a nombre de Sofía.',
      en: 'The help mail to the client goes out in the name of Sofía.',
    },
    source: { manual, lines: [23] },
    basis: 'manual',
    parameters: ['sender'],
    normative: true,
  },
  'contact/help-template': {
    statement: {
      es: 'El correo de ayuda usa la plantilla «Ayúdame a ayudarte mudanza ID», con el ID de la mudanza.',
      en: 'The help mail uses the template “Ayúdame a ayudarte mudanza ID”, with the ID of the move.',
    },
    source: { manual, lines: [23] },
    basis: 'manual',
    questions: ['CO-15'],
    parameters: ['helpTemplate'],
    normative: true,
  },
  'contact/bcc-mc': {
    statement: {
      es: 'El correo de ayuda va al cliente, y el MC lo recibe en copia oculta.',
      en: 'The help mail goes to the client, and the MC receives it in blind copy.',
    },
    source: { manual, lines: [23] },
    basis: 'manual',
    questions: ['CO-28'],
    parameters: ['mcAddress'],
    normative: true,
  },
  'contact/alt1-precondition': {
    statement: {
      es: 'La alternativa 1 corresponde cuando algún MP está libre en otra fecha.',
      en: 'Alternative 1 applies when some mover is free on another date.',
    },
    source: { manual, lines: [24] },
    basis: 'manual',
    questions: ['CO-17'],
    parameters: ['zone'],
    normative: true,
  },
  'contact/alt1-first-paragraph': {
    statement: {
      es: 'En la alternativa 1 el correo conserva el primer párrafo, con la fecha en que hay un MP libre.',
      en: 'In alternative 1 the mail keeps the first paragraph, with the date on which a mover is free.',
    },
    source: { manual, lines: [25] },
    basis: 'manual',
    questions: ['CO-17'],
    normative: true,
  },
  'contact/alt1-accept-chat-note': {
    statement: {
      es: 'Si el cliente acepta la fecha ofrecida, lo primero es dejar constancia en el chat.',
      en: 'If the client accepts the date offered, a note in the chat comes first.',
    },
    source: { manual, lines: [26] },
    basis: 'manual',
    questions: ['CO-21'],
    normative: true,
  },
  'contact/alt1-accept-chat-text': {
    statement: {
      es: 'La nota del chat menciona el correo y los equipos disponibles, y da la fecha nueva de la mudanza.',
      en: 'The chat note refers to the mail and to the teams available, and gives the new date of the move.',
    },
    source: { manual, lines: [26] },
    basis: 'manual',
    questions: ['CO-22'],
    parameters: ['chatNote'],
    normative: true,
  },
  'contact/alt1-accept-change-date': {
    statement: {
      es: 'Con la nota ya en el chat, la fecha aceptada se registra en «operaciones».',
      en: 'With the note in the chat, the accepted date is entered in “operaciones”.',
    },
    source: { manual, lines: [26] },
    basis: 'manual',
    normative: true,
  },
  'contact/alt1-accept-assign': {
    statement: {
      es: 'Cambiada la fecha, la mudanza se asigna al MP que está libre ese día, y a ningún otro.',
      en: 'With the date changed, the move is assigned to the mover who is free on that day, and to no other.',
    },
    source: { manual, lines: [26] },
    basis: 'manual',
    questions: ['CO-20'],
    normative: true,
  },
  'contact/alt1-reject-refund': {
    statement: {
      es: 'Rechazar la fecha ofrecida no basta: la devolución se tramita si el cliente además la solicita.',
      en: 'Declining the date offered is not enough: the refund is handled if the client also asks for it.',
    },
    source: { manual, lines: [27] },
    basis: 'manual',
    questions: ['CO-18', 'CO-19'],
    normative: true,
  },
  'contact/refund-template': {
    statement: {
      es: 'A quien solicita la devolución se le contesta con la plantilla «gestionando devolución ID».',
      en: 'Whoever asks for the refund is answered with the template “gestionando devolución ID”.',
    },
    source: { manual, lines: [27, 35] },
    basis: 'manual',
    questions: ['CO-26'],
    parameters: ['refundTemplate', 'sender'],
    normative: true,
  },
  'contact/refund-reverso': {
    statement: {
      es: 'Una vez que se le respondió al cliente que pidió la devolución, sigue el procedimiento de reverso.',
      en: 'Once the client who asked for the refund has been answered, the reversal procedure follows.',
    },
    source: { manual, lines: [27, 35] },
    basis: 'manual',
    questions: ['CO-26'],
    normative: true,
  },
  'contact/alt2-precondition': {
    statement: {
      es: 'La alternativa 2 corresponde cuando no hay MP para otra fecha, o no se sabe si lo hay.',
      en: 'Alternative 2 applies when there is no mover for another date, or it is not known whether there is.',
    },
    source: { manual, lines: [28] },
    basis: 'manual',
    normative: true,
  },
  'contact/alt2-second-paragraph': {
    statement: {
      es: 'En la alternativa 2 el correo conserva el segundo párrafo en vez del primero.',
      en: 'In alternative 2 the mail keeps the second paragraph instead of the first.',
    },
    source: { manual, lines: [29] },
    basis: 'manual',
    normative: true,
  },
  'contact/alt2-await-dates': {
    statement: {
      es: 'Enviado el correo de la alternativa 2, le toca al cliente proponer otras fechas.',
      en: 'Once the mail of alternative 2 is sent, it is for the client to propose other dates.',
    },
    source: { manual, lines: [29] },
    basis: 'manual',
    questions: ['CO-27'],
    normative: true,
  },
  'contact/alt2-flexible-ack': {
    statement: {
      es: 'Al cliente que puede mudarse en otras fechas se le anuncia que se buscarán MP.',
      en: 'A client who can move on other dates is told that movers will be looked for.',
    },
    source: { manual, lines: [30] },
    basis: 'manual',
    questions: ['CO-19', 'CO-27'],
    normative: true,
  },
  'contact/alt2-flexible-warning': {
    statement: {
      es: 'En esa respuesta al cliente flexible se advierte que, si no aparece nadie, pronto habrá un correo sobre la devolución.',
      en: 'That answer to the flexible client warns that, if nobody is found, a mail about the refund will follow shortly.',
    },
    source: { manual, lines: [30] },
    basis: 'manual',
    questions: ['CO-25'],
    normative: true,
  },
  'contact/research-starts': {
    statement: {
      es: 'Con las fechas que dio el cliente empieza otra búsqueda.',
      en: 'With the dates that the client has given, another search begins.',
    },
    source: { manual, lines: [30] },
    basis: 'manual',
    questions: ['CO-24', 'CO-25', 'CO-27'],
    normative: true,
  },
  'contact/research-update-system': {
    statement: {
      es: 'La nueva búsqueda empieza por actualizar en el sistema la fecha y las flexibilidades de la mudanza.',
      en: 'The new search begins by updating the date and the flexibilities of the move in the system.',
    },
    source: { manual, lines: [31] },
    basis: 'manual',
    normative: true,
  },
  'contact/research-rebroadcast': {
    statement: {
      es: 'En la nueva búsqueda, con el sistema al día, la mudanza se difunde otra vez.',
      en: 'In the new search, with the system up to date, the move is broadcast again.',
    },
    source: { manual, lines: [32] },
    basis: 'manual',
    questions: ['CO-23', 'CO-24'],
    normative: true,
  },
  'contact/research-found-mail': {
    statement: {
      es: 'Si la nueva búsqueda da con un MP, se le cuenta al cliente en el mismo hilo de correo.',
      en: 'If the new search finds a mover, the client is told in the same mail thread.',
    },
    source: { manual, lines: [33] },
    basis: 'manual',
    normative: true,
  },
  'contact/research-not-found-mail': {
    statement: {
      es: 'Si la nueva búsqueda no da con nadie, en el mismo hilo de correo se le cuenta al cliente y se le ofrece la devolución.',
      en: 'If the new search finds nobody, the client is told in the same mail thread and offered the refund.',
    },
    source: { manual, lines: [34] },
    basis: 'manual',
    questions: ['CO-25', 'CO-26'],
    normative: true,
  },
  'contact/alt2-not-flexible-refund': {
    statement: {
      es: 'En la alternativa 2 la devolución se tramita si el cliente no es flexible y además la solicita.',
      en: 'In alternative 2 the refund is handled if the client is not flexible and also asks for it.',
    },
    source: { manual, lines: [35] },
    basis: 'manual',
    normative: true,
  },
  'contact/tomorrow-call': {
    statement: {
      es: 'Si la mudanza es mañana (u hoy, según nuestra lectura), se llama al cliente sin falta, aunque un correo siga a la espera de respuesta.',
      en: 'If the move is tomorrow (or today, as we read it), the client is called without fail, even if a mail is still waiting for an answer.',
    },
    source: { manual, lines: [37] },
    basis: 'manual',
    questions: ['CO-2', 'CO-3', 'CO-4', 'CO-5', 'CO-6', 'CO-10', 'CO-29', 'CO-30'],
    parameters: ['zone', 'today', 'tomorrowOverride', 'callingHours'],
    normative: true,
  },
  'contact/tomorrow-unanswered-mail': {
    statement: {
      es: 'Si la víspera de la mudanza (o el mismo día, según nuestra lectura) el cliente no contesta el teléfono, se le envía el correo de ayuda.',
      en: 'If the client does not answer the telephone on the day before the move (or on the day itself, as we read it), they are sent the help mail.',
    },
    source: { manual, lines: [37] },
    basis: 'manual',
    questions: ['CO-3', 'CO-12', 'CO-15', 'CO-16'],
    parameters: ['zone', 'today'],
    normative: true,
  },
  'contact/under-3-days-mail': {
    statement: {
      es: 'Con menos de tres días por delante (o tres, según nuestra lectura), y salvo la víspera, el contacto empieza por correo.',
      en: 'With fewer than three days to go (or three, as we read it), and save on the day before the move, contact begins by mail.',
    },
    source: { manual, lines: [38] },
    basis: 'manual',
    questions: ['CO-1', 'CO-2', 'CO-5', 'CO-12', 'CO-30'],
    parameters: ['zone', 'exactlyThreeDays'],
    normative: true,
  },
  'contact/under-3-days-call-5h': {
    statement: {
      es: 'Con menos de tres días por delante (o tres, según nuestra lectura), se llama al cliente si no responde al correo en el plazo corto (en el manual, cinco horas).',
      en: 'With fewer than three days to go (or three, as we read it), the client is called if the mail has no answer within the short wait (five hours in the manual).',
    },
    source: { manual, lines: [38] },
    basis: 'manual',
    questions: ['CO-1', 'CO-2', 'CO-7', 'CO-8', 'CO-10', 'CO-11', 'CO-12', 'CO-13', 'CO-29', 'CO-30'],
    parameters: ['zone', 'shortWait', 'exactlyThreeDays', 'tomorrowOverride', 'callingHours'],
    normative: true,
  },
  'contact/over-3-days-mail': {
    statement: {
      es: 'Con más de tres días por delante, el contacto empieza por correo.',
      en: 'With more than three days to go, contact begins by mail.',
    },
    source: { manual, lines: [39] },
    basis: 'manual',
    questions: ['CO-1', 'CO-2'],
    parameters: ['zone', 'exactlyThreeDays'],
    normative: true,
  },
  'contact/over-3-days-call-24h': {
    statement: {
      es: 'Con más de tres días por delante, se llama al cliente si no responde al correo en el plazo largo (en el manual, veinticuatro horas).',
      en: 'With more than three days to go, the client is called if the mail has no answer within the long wait (twenty-four hours in the manual).',
    },
    source: { manual, lines: [39] },
    basis: 'manual',
    questions: ['CO-1', 'CO-2', 'CO-7', 'CO-8', 'CO-9', 'CO-10', 'CO-11', 'CO-12', 'CO-13', 'CO-29', 'CO-30'],
    parameters: ['zone', 'longWait', 'exactlyThreeDays', 'tomorrowOverride', 'callingHours'],
    normative: true,
  },
  'contact/call-record-by-mail': {
    statement: {
      es: 'Lo conversado en cada llamada queda registrado por correo, sin omitir nada.',
      en: 'What is said in each call is put on record by mail, with nothing left out.',
    },
    source: { manual, lines: [40] },
    basis: 'manual',
    questions: ['CO-14'],
    normative: true,
  },
} satisfies Record<string, Rule>);

/** The id of a rule of this system. */
export type RuleId = keyof typeof rules;
