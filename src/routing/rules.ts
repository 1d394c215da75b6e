import { defineRules, type Rule } from '../kernel/decision.js';

const manual = 'direct-assignment';

/** The 32 rules of the manual on direct assignment. */
export const rules = /* @__PURE__ */ defineRules({
  'routing/portfolio-key': {
    statement: {
      es: 'La cartera de un ejecutivo es una lista de clientes, y a cada uno se le reconoce por su correo o por su teléfono.',
      en: "An agent's portfolio is a list of clients, each known by e-mail address or by phone number.",
    },
    source: { manual, lines: [2] },
    basis: 'manual',
    questions: ['RT-7', 'RT-8', 'RT-9'],
    parameters: ['emailCase', 'phoneDigits', 'phones', 'samePerson'],
    normative: true,
  },
  'routing/one-to-one': {
    statement: {
      es: 'En una misma cuenta, un cliente tiene un ejecutivo principal y solo uno.',
      en: 'Within one account a client has one main agent, and only one.',
    },
    source: { manual, lines: [2] },
    basis: 'manual',
    questions: ['RT-10', 'RT-11'],
    parameters: ['duplicateConflict'],
    normative: true,
  },
  'routing/on-contact': {
    statement: {
      es: 'La cartera se consulta cada vez que el cliente toma contacto.',
      en: 'The portfolio is looked up each time the client makes contact.',
    },
    source: { manual, lines: [3] },
    basis: 'manual',
    questions: ['RT-7', 'RT-20', 'RT-21'],
    normative: true,
  },
  'routing/same-agent': {
    statement: {
      es: 'Mientras pueda atender, el ejecutivo principal recibe todos los contactos de los clientes de su cartera.',
      en: 'As long as they can take clients, the main agent gets every contact of the clients in their portfolio.',
    },
    source: { manual, lines: [3] },
    basis: 'manual',
    questions: ['RT-1', 'RT-20', 'RT-26'],
    parameters: ['usable'],
    normative: true,
  },
  'routing/admin-only': {
    statement: {
      es: 'La asignación directa la configura un administrador, y nadie más.',
      en: 'Direct assignment is set up by an administrator, and by nobody else.',
    },
    source: { manual, lines: [14] },
    basis: 'manual',
    questions: ['RT-28'],
    normative: true,
  },
  'routing/identifier-required': {
    statement: {
      es: 'De cada cliente hace falta un identificador: su correo o su teléfono.',
      en: 'An identifier is needed for each client: their e-mail address or their phone number.',
    },
    source: { manual, lines: [15] },
    basis: 'manual',
    questions: ['RT-24'],
    normative: true,
  },
  'routing/principal-required': {
    statement: {
      es: 'Ningún cliente entra en una cartera sin ejecutivo principal.',
      en: 'No client enters a portfolio without a main agent.',
    },
    source: { manual, lines: [16] },
    basis: 'manual',
    questions: ['RT-27'],
    normative: true,
  },
  'routing/backup-agent': {
    statement: {
      es: 'Cuando el ejecutivo principal no está conectado o no está disponible, atiende el de respaldo.',
      en: 'When the main agent is not connected or not available, the backup agent takes the client.',
    },
    source: { manual, lines: [16] },
    basis: 'reading',
    questions: ['RT-1', 'RT-4', 'RT-5', 'RT-13', 'RT-25', 'RT-26'],
    parameters: ['usable'],
    normative: true,
  },
  'routing/backup-supervisor': {
    statement: {
      es: 'Cuando no puede atender ni el principal ni el de respaldo, el contacto va al supervisor de respaldo.',
      en: 'When neither the main agent nor the backup agent can take the client, the contact goes to the backup supervisor.',
    },
    source: { manual, lines: [17] },
    basis: 'manual',
    questions: ['RT-1', 'RT-3', 'RT-4', 'RT-6', 'RT-13', 'RT-25'],
    parameters: ['usable', 'supervisorNeedsConnection'],
    normative: true,
  },
  'routing/nav-assignments': {
    statement: {
      es: 'Se llega por «Administrador», «Asignaciones» y «Asignación Directa», en ese orden.',
      en: 'The way in is “Administrador”, “Asignaciones” and “Asignación Directa”, in that order.',
    },
    source: { manual, lines: [20] },
    basis: 'manual',
    normative: true,
  },
  'routing/select-account': {
    statement: {
      es: 'Antes de cargar se elige la cuenta: toda carga es para una sola.',
      en: 'The account is chosen before uploading: every upload is for a single one.',
    },
    source: { manual, lines: [21] },
    basis: 'manual',
    normative: true,
  },
  'routing/per-account-repeat': {
    statement: {
      es: 'Con varias cuentas de WhatsApp o de Email, el trabajo de asociar clientes y ejecutivos se hace una vez en cada una.',
      en: 'With several WhatsApp or Email accounts, the work of matching clients to agents is done once in each.',
    },
    source: { manual, lines: [22] },
    basis: 'manual',
    normative: true,
  },
  'routing/accounts-independent': {
    statement: {
      es: 'Lo que se configura en una cuenta no cambia nada en las demás.',
      en: 'What is set up in one account changes nothing in the others.',
    },
    source: { manual, lines: [22] },
    basis: 'manual',
    questions: ['RT-11'],
    normative: true,
  },
  'routing/template-sheet': {
    statement: {
      es: 'La hoja se arma sobre la plantilla que aparece en «Crear Asignación Directa».',
      en: 'The sheet is built on the template that “Crear Asignación Directa” shows.',
    },
    source: { manual, lines: [23] },
    basis: 'manual',
    questions: ['RT-15'],
    normative: true,
  },
  'routing/csv-format': {
    statement: {
      es: 'La hoja se guarda como archivo .csv, con la coma como separador.',
      en: 'The sheet is saved as a .csv file, with the comma as its separator.',
    },
    source: { manual, lines: [24] },
    basis: 'manual',
    questions: ['RT-22', 'RT-24'],
    parameters: ['delimiters'],
    normative: true,
  },
  'routing/upload': {
    statement: {
      es: 'La carga tiene tres pasos: elegir el archivo, indicar qué es cada columna y subirlo.',
      en: 'An upload has three steps: choose the file, say what each column is, and send it.',
    },
    source: { manual, lines: [25] },
    basis: 'manual',
    questions: ['RT-17', 'RT-28'],
    normative: true,
  },
  'routing/column-mapping': {
    statement: {
      es: 'A cada opción con asterisco le corresponde su columna del archivo.',
      en: 'Each option with an asterisk is given its column of the file.',
    },
    source: { manual, lines: [26] },
    basis: 'manual',
    questions: ['RT-15', 'RT-16'],
    normative: true,
  },
  'routing/column-mapping-example': {
    statement: {
      es: 'La columna «Identificador de Usuario» va con la opción «Identificador de Usuario*»: el asterisco no es parte del nombre.',
      en: 'The column “Identificador de Usuario” goes with the option “Identificador de Usuario*”: the asterisk is no part of the name.',
    },
    source: { manual, lines: [26] },
    basis: 'manual',
    questions: ['RT-16'],
    normative: true,
  },
  'routing/all-or-nothing': {
    statement: {
      es: 'Basta un identificador que no sea del tipo de la cuenta para rechazar la carga entera: no se aplica ninguna fila.',
      en: 'A single identifier that is not of the kind of the account is enough to refuse the whole upload: no row is applied.',
    },
    source: { manual, lines: [27] },
    basis: 'manual',
    questions: ['RT-12', 'RT-28'],
    normative: true,
  },
  'routing/identifier-whatsapp': {
    statement: {
      es: 'En una cuenta de WhatsApp todos los identificadores son teléfonos.',
      en: 'In a WhatsApp account every identifier is a phone number.',
    },
    source: { manual, lines: [27] },
    basis: 'manual',
    questions: ['RT-9', 'RT-23', 'RT-29'],
    parameters: ['phoneDigits', 'phones', 'samePerson'],
    normative: true,
  },
  'routing/identifier-email': {
    statement: {
      es: 'En una cuenta de Email todos los identificadores son correos.',
      en: 'In an Email account every identifier is an e-mail address.',
    },
    source: { manual, lines: [27] },
    basis: 'manual',
    questions: ['RT-8', 'RT-12'],
    parameters: ['emailCase'],
    normative: true,
  },
  'routing/fix-and-reupload': {
    statement: {
      es: 'Tras un rechazo se quitan del archivo las filas erradas y se vuelve a subir.',
      en: 'After a refusal the wrong rows are taken out of the file, and it is sent again.',
    },
    source: { manual, lines: [27] },
    basis: 'manual',
    questions: ['RT-12'],
    normative: true,
  },
  'routing/verify-load': {
    statement: {
      es: 'Hecha la carga, se comprueba en «Ver Asignaciones Directas» que todo haya quedado bien.',
      en: 'Once the upload is made, “Ver Asignaciones Directas” is where one checks that all is well.',
    },
    source: { manual, lines: [28] },
    basis: 'manual',
    normative: true,
  },
  'routing/new-client-reupload': {
    statement: {
      es: 'Para darle ejecutivo a un cliente nuevo se vuelve a subir el archivo; el manual no describe otra manera.',
      en: 'To give a new client an agent the file is uploaded again; the manual describes no other way.',
    },
    source: { manual, lines: [29] },
    basis: 'manual',
    questions: ['RT-2', 'RT-17'],
    parameters: ['reuploadMode'],
    normative: true,
  },
  'routing/enable-channel': {
    statement: {
      es: 'Además de la carga, se revisa que cada ejecutivo esté habilitado en los canales en que atiende.',
      en: 'Besides the upload, one makes sure that each agent is enabled in the channels that they serve.',
    },
    source: { manual, lines: [30] },
    basis: 'manual',
    questions: ['RT-5', 'RT-14'],
    normative: true,
  },
  'routing/user-toggle': {
    statement: {
      es: 'Se entra por el nombre del usuario, se comprueba que sea el ejecutivo correcto y se acciona «Ejecutivo desactivado»: eso lo habilita.',
      en: 'One opens the user by name, checks that it is the right agent, and turns on “Ejecutivo desactivado”: that enables them.',
    },
    source: { manual, lines: [32] },
    basis: 'reading',
    questions: ['RT-18'],
    normative: true,
  },
  'routing/new-user-disabled': {
    statement: {
      es: 'Todo usuario empieza deshabilitado.',
      en: 'Every user starts out disabled.',
    },
    source: { manual, lines: [33] },
    basis: 'manual',
    parameters: ['newUserEnabled'],
    normative: true,
  },
  'routing/must-enable': {
    statement: {
      es: 'A un usuario deshabilitado no le llega ningún ticket: primero hay que habilitarlo.',
      en: 'No ticket reaches a disabled user: they have to be enabled first.',
    },
    source: { manual, lines: [33] },
    basis: 'manual',
    questions: ['RT-4', 'RT-14'],
    normative: true,
  },
  'routing/account-auto-assign': {
    statement: {
      es: 'En cada cuenta que atiende, el ejecutivo habilitado se deja en «Habilitado+Autoasignación».',
      en: 'In each account that they serve, an enabled agent is set to auto-assign: “Habilitado+Autoasignación”.',
    },
    source: { manual, lines: [34] },
    basis: 'manual',
    questions: ['RT-5'],
    normative: true,
  },
  'routing/save': {
    statement: {
      es: 'Los cambios de un ejecutivo se guardan con «Guardar configuración».',
      en: 'Changes to an agent are saved with “Guardar configuración”.',
    },
    source: { manual, lines: [34] },
    basis: 'manual',
    questions: ['RT-19'],
    normative: true,
  },
  'routing/save-always': {
    statement: {
      es: 'Ningún cambio cuenta hasta que se guarda, con «Guardar configuración y actualizar».',
      en: 'No change counts until it is saved, with “Guardar configuración y actualizar”.',
    },
    source: { manual, lines: [35] },
    basis: 'manual',
    questions: ['RT-19'],
    normative: true,
  },
  // The line with the vendor's addresses was removed from our copy of the manual: this names the last line left.
  'routing/support-contact': {
    statement: {
      es: 'Dato: las dudas se consultan al proveedor de la plataforma, por chat, WhatsApp o correo.',
      en: 'For information: questions are put to the vendor of the platform, by chat, WhatsApp or e-mail.',
    },
    source: { manual, lines: [35] },
    basis: 'manual',
    normative: false,
  },
} satisfies Record<string, Rule>);

/** The id of a rule of this system. */
export type RuleId = keyof typeof rules;
