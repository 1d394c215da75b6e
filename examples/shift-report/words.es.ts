import { conversationWordsEs } from './conversation-words.es.js';
import { inSpanish } from './library-words.es.js';
import { moveWordsEs } from './move-words.es.js';
import { ownerWordsEs } from './owner-words.es.js';
import type { Words } from './words.js';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const oneOf = new Intl.ListFormat('es', { type: 'disjunction' });

export const es: Words = {
  title: 'Informe de turno',
  help: `Uso: npm start -- [opciones]

Lee una carpeta con las exportaciones de una mesa de ayuda (tickets, chats,
mudanzas y conversaciones con un bot) y dice qué hay que hacer ahora, por qué
regla, hasta cuándo vale y cuándo volver a mirar; y con la cartera y los
usuarios, de quién es cada chat.

  --data CARPETA    dónde están tickets.json, chats.jsonl y moves.jsonl, y
                    quizás conversations.jsonl, portfolio.csv y agents.json
                    (si falta: la muestra)
  --account CUENTA  la cuenta de WhatsApp cuyos clientes están en portfolio.csv
                    (si falta: wa-repuestos)
  --at INSTANTE     el instante del informe, como 2026-05-13T10:00:00-04:00
                    (si falta: el de la muestra; con --data, el presente)
  --zone ZONA       la zona de las horas y los plazos
                    (si falta: America/Santiago)
  --lang es|en      el idioma (si falta: es)
  --json            el mismo informe como JSON
  --width N         el ancho en columnas, de 40 a 1000
                    (si falta: el del terminal, u 80)
  --help, -h        esta ayuda

Código de salida: 0, todo bien; 1, hay datos malos; 2, hay argumentos malos.`,
  counts: (tickets, chats, moves, conversations, entries) => {
    const desk = `${plural(tickets, 'ticket', 'tickets')}, ${plural(chats, 'chat', 'chats')}, ${plural(moves, 'mudanza', 'mudanzas')}`;
    return `${desk} y ${plural(conversations, 'conversación', 'conversaciones')}; por hacer ahora: ${entries}`;
  },
  groups: {
    escalate: 'Escalar al supervisor',
    attend: 'Atender el chat',
    file: 'Hacer el ticket o pedir que lo hagan',
    'read-answer': 'Leer la respuesta',
    'tell-date': 'Indicar el plazo',
    judge: 'Requiere el criterio de una persona',
  },
  nothingToDo: 'No hay nada que hacer ahora.',
  nothingKnown: 'En lo que se pudo leer no hay nada que hacer ahora.',

  attend: {
    'seller-action': 'Hacer la tarea pendiente',
    'client-unanswered': 'Responder al cliente',
    'last-by-ai': 'Seguir lo que dejó la IA',
    'ai-window-exceeded': 'Relevar a la IA',
  },
  waiting: (length) => `lleva ${length} esperando`,
  taskOpen: (length) => `lleva ${length} abierta`,
  tellMaxDate: (date) => `Indicar el plazo máximo de respuesta: ${date}`,
  tellInsistenceMaxDate: (date) => `Indicar el plazo máximo de la insistencia: ${date}`,
  readAnswer: 'Leerle la respuesta al cliente',
  createTicket: (subject) => `Crear el ticket «${subject}»`,
  tellClientToFile: (subject) => `Pedir al cliente que haga el ticket «${subject}» (el Contact Center también puede)`,
  escalate: 'Escalar; no hacer ni sugerir otro requerimiento',
  judge: (gap, nearest) => `Decidir: ${gap}; ${nearest}`,
  nearestCase: (number, action) => `lo más cercano es el caso ${number}: ${action}`,
  noNearestCase: 'ningún caso es cercano',
  nearestRule: (statement) => `Ninguna regla lo cubre. La más cercana: ${statement}`,
  subjects: { 'late-answer': 'Respuesta fuera de plazo', disagreement: 'Inconformidad en la respuesta' },
  gaps: {
    'no-initial-requirement': 'no hay requerimiento inicial, o fue anulado',
    'deadline-unknown': 'no se conoce el plazo máximo',
    'product-unknown': 'no se conoce el producto, y de él depende quién hace el ticket',
    'nothing-to-do': 'hay respuesta y el cliente está conforme',
    'both-open-insistence-in-term':
      'ni el requerimiento ni la insistencia tienen respuesta, y la insistencia está en plazo',
    'insistence-answer-unknown-to-client': 'ambos tienen respuesta, y el cliente no conoce la segunda',
    'insistence-kind-not-covered': 'las reglas elegidas no consideran una insistencia de este tipo',
  },

  moves: moveWordsEs,
  conversations: conversationWordsEs,
  owner: ownerWordsEs,

  until: (time, away) => `hasta ${time} (${away})`,
  untilNews: 'hasta que haya novedades',

  calm: (count, reasons) => `${plural(count, 'chat no necesita', 'chats no necesitan')} a nadie: ${reasons}.`,
  calmReasons: {
    'no-messages': (count) => plural(count, 'sin mensajes', 'sin mensajes'),
    resolved: (count) => plural(count, 'resuelto', 'resueltos'),
    'seller-last': (count) => plural(count, 'respondido por un vendedor', 'respondidos por un vendedor'),
    'ai-process': (count) => plural(count, 'atendido por la IA en su plazo', 'atendidos por la IA en su plazo'),
  },
  replayed: (late, duplicate, refused) =>
    `Sucesos de los chats: ${late} tardíos, ${duplicate} repetidos, ${refused} rechazados.`,
  lookAgain: (time, away, change, others) => {
    const more = others === 0 ? '' : `; en ese instante también ${plural(others, 'cambio más', 'cambios más')}`;
    return `Volver a mirar: ${time} (${away}): ${change}${more}.`;
  },
  nothingChanges: 'Volver a mirar cuando haya novedades: con el solo paso del tiempo nada cambia.',
  changes: {
    'ai-window-ends': (id, name) => `en el chat ${id} (${name}) termina el plazo de la IA`,
    'term-ends': (id, name) => `en el ticket ${id} (${name}) termina un plazo`,
    'event-ahead': (id, name) => `en el chat ${id} (${name}) empieza a contar algo fechado más adelante`,
    'ticket-opens': (id, name) => `se abre el ticket ${id} (${name})`,
    'move-changes': (id, name) => `en la mudanza ${id} (${name}) cambia lo que toca`,
    'move-enters': (id, name) => `la mudanza ${id} (${name}) entra en «Buscando Empresa»`,
    'conversation-changes': (id, name) => `en la conversación ${id} (${name}) cambia lo que toca`,
  },

  incomplete: (files) => `INFORME INCOMPLETO. No se usó nada de: ${files}.`,
  missingFile: (file) => `${file} (no está)`,
  unusedFile: (file, problems) => `${file} (${plural(problems, 'problema', 'problemas')})`,
  saw: (place, seen, expected) =>
    `${place}: ${seen === null ? 'no se vio nada' : `se vio ${seen}`}; se esperaba ${expected}`,
  advised: (place, seen, advice) => `${place}: ${seen === null ? 'no se vio nada' : `se vio ${seen}`}. ${advice}`,
  notice: (place, about, note) => `${place}: aviso${about === null ? '' : ` sobre ${about}`}. ${note}`,
  endOfText: 'el fin del texto',
  expected: {
    'ticket-file': 'un archivo tickets.json o tickets.jsonl',
    'chat-file': 'un archivo chats.jsonl o chats.json',
    'move-file': 'un archivo moves.jsonl o moves.json',
    'agent-file': 'un archivo agents.json o agents.jsonl, pues hay una cartera',
    'portfolio-file': 'un archivo portfolio.csv, pues hay usuarios',
    'readable-file': 'un archivo que se pueda leer',
    'utf-8': 'texto en UTF-8',
    list: 'una lista: [ … ]',
    object: 'un registro: { … }',
    text: 'un texto',
    id: 'un texto que no esté vacío',
    'unique-id': 'un identificador que no esté en otro registro',
    instant: 'un instante con su desfase horario, como "2026-05-13T10:00:00-04:00"',
    boolean: 'true o false',
    'same-move': 'el identificador que está en mudanza',
    'same-contact': 'el identificador que está en contacto',
    'contact-state': 'el estado del contacto, pues al cliente ya se le contactó',
    deadline: 'una fecha que exista ("2026-05-13"), un instante con su desfase horario, o null',
    'no-such-field': 'que no hubiera tal campo',
    'json-value': 'un valor de JSON',
    'json-key': 'una clave entre comillas',
    'json-colon': 'dos puntos (:)',
    'json-comma-or-brace': 'una coma o una llave de cierre (, o })',
    'json-comma-or-bracket': 'una coma o un corchete de cierre (, o ])',
    'json-string': 'el resto del texto y sus comillas de cierre',
    'json-end': 'el fin del archivo o de la línea',
  },
  fromLibrary: inSpanish,
  oneOf: (values) => oneOf.format(values.map((value) => JSON.stringify(value))),

  options: {
    data: 'una carpeta que se pueda leer',
    account: 'el nombre de una cuenta',
    at: 'un instante con su desfase horario, como 2026-05-13T10:00:00-04:00',
    zone: 'una zona IANA, como America/Santiago',
    lang: 'es o en',
    json: 'la opción sola, sin valor',
    width: 'un número entero de 40 a 1000',
    help: 'la opción sola, sin valor',
  },
  noSuchOption: 'una de --data, --account, --at, --zone, --lang, --json, --width, --help',
  noValueWanted: 'nada: todo se pide con opciones',
  seeHelp: 'Con --help se ven las opciones.',
};
