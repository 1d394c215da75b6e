import { defineQuestions } from '../kernel/decision.js';

/** What the manual leaves open about direct assignment, and how we read it. */
export const questions = /* @__PURE__ */ defineQuestions({
  'RT-1': {
    question: {
      es: '¿Cuándo puede atender un ejecutivo: si está conectado y disponible, o basta una de las dos cosas?',
      en: 'When can an agent take clients: when both connected and available, or is one of the two enough?',
    },
    reading: {
      es: 'Hacen falta las dos: conectado y disponible.',
      en: 'Both are needed: connected and available.',
    },
    other: {
      es: 'Basta una de las dos.',
      en: 'One of the two is enough.',
    },
    why: {
      es: 'Quien no está conectado, o lo está pero ocupado, no puede atender.',
      en: 'Whoever is not connected, or is connected but busy, cannot take clients.',
    },
    parameter: 'usable',
  },
  'RT-2': {
    question: {
      es: '¿Qué pasa con los clientes que no aparecen cuando el archivo se carga otra vez?',
      en: 'What becomes of the clients whom a file does not name when it is loaded again?',
    },
    reading: {
      es: 'Se conservan: la nueva carga solo agrega y cambia.',
      en: 'They are kept: the new upload only adds and changes.',
    },
    other: {
      es: 'Se quitan: el archivo reemplaza toda la cartera de la cuenta.',
      en: 'They are removed: the file replaces the whole portfolio of the account.',
    },
    why: {
      es: 'Un archivo con un solo cliente nuevo borraría, de lo contrario, a todos los demás.',
      en: 'Otherwise a file with a single new client would wipe all the others.',
    },
    parameter: 'reuploadMode',
  },
  'RT-3': {
    question: {
      es: '¿Recibe al cliente un supervisor que no está conectado?',
      en: 'Does a supervisor who is not connected get the client?',
    },
    reading: {
      es: 'Sí, y se avisa que no está conectado.',
      en: 'Yes, with a warning that they are not connected.',
    },
    other: {
      es: 'No: se prescinde del supervisor, y nadie recibe al cliente.',
      en: 'No: they are passed over, and nobody gets the client.',
    },
    why: {
      es: 'El manual pide estar conectado solo a los ejecutivos.',
      en: 'The manual asks only the agents to be connected.',
    },
    parameter: 'supervisorNeedsConnection',
  },
  'RT-4': {
    question: {
      es: '¿Recibe clientes un supervisor o un ejecutivo de respaldo que esté deshabilitado?',
      en: 'Does a supervisor or a backup agent who is disabled get clients?',
    },
    reading: {
      es: 'No: se prescinde de esa persona.',
      en: 'No: they are passed over.',
    },
    other: {
      es: 'Sí, los recibe igual.',
      en: 'Yes, all the same.',
    },
    why: {
      es: 'La línea 33 pide habilitar a cualquier usuario para que reciba tickets.',
      en: 'Line 33 asks that any user be enabled before they get tickets.',
    },
  },
  'RT-5': {
    question: {
      es: '¿El ejecutivo de respaldo también necesita «Habilitado+Autoasignación»?',
      en: 'Does the backup agent need auto-assign, “Habilitado+Autoasignación”, too?',
    },
    reading: {
      es: 'Sí, en esa cuenta y como cualquier ejecutivo.',
      en: 'Yes, in that account, as any agent does.',
    },
    other: {
      es: 'No: basta con que esté habilitado.',
      en: 'No: it is enough to be enabled.',
    },
    why: {
      es: 'El segundo paso habla de los ejecutivos sin distinguir entre ellos.',
      en: 'The second step speaks of the agents and makes no difference between them.',
    },
  },
  'RT-6': {
    question: {
      es: '¿Quién recibe al cliente si no puede ninguno de los tres?',
      en: 'Who gets the client when none of the three can take them?',
    },
    reading: {
      es: 'Se dice que nadie puede, y lo más cercano es una cola de espera.',
      en: 'It is said that nobody can, and the nearest thing is a queue.',
    },
    other: {
      es: 'Se espera al ejecutivo principal.',
      en: 'One waits for the main agent.',
    },
    why: {
      es: 'El manual termina en el supervisor.',
      en: 'The manual ends with the supervisor.',
    },
  },
  'RT-7': {
    question: {
      es: '¿Quién recibe a un cliente que no está en la cartera?',
      en: 'Who gets a client who is not in the portfolio?',
    },
    reading: {
      es: 'Se dice que no está, y no se elige a nadie.',
      en: 'It is said that they are not in it, and nobody is chosen.',
    },
    other: {
      es: 'Va a una cola común.',
      en: 'They go to a common queue.',
    },
    why: {
      es: 'La asignación directa no dice nada de los clientes que no tienen ejecutivo.',
      en: 'Direct assignment says nothing about clients who have no agent.',
    },
  },
  'RT-8': {
    question: {
      es: '¿Cuentan las mayúsculas en un correo?',
      en: 'Do capitals count in an e-mail address?',
    },
    reading: {
      es: 'No, en ninguna parte del correo, y los espacios alrededor tampoco.',
      en: 'No, in no part of the address, and neither do the blanks around it.',
    },
    other: {
      es: 'Solo dejan de contar después de la arroba.',
      en: 'They do before the @, and do not after it.',
    },
    why: {
      es: 'Un cliente no debe quedar partido en dos, y en la práctica el correo no distingue mayúsculas.',
      en: 'One client must not become two, and in practice e-mail does not tell capitals apart.',
    },
    parameter: 'emailCase',
  },
  'RT-9': {
    question: {
      es: '¿Cómo se escribe un teléfono, y de qué país es si no lleva código?',
      en: 'How is a phone number written, and of which country is it without a code?',
    },
    reading: {
      es: 'Se comparan los dígitos, de 8 a 15, sin espacios, paréntesis, puntos, guiones ni el signo «+», y no se supone ningún país.',
      en: 'The digits are compared, 8 to 15 of them, without blanks, brackets, dots, dashes or the plus sign, and no country is assumed.',
    },
    other: {
      es: 'Se supone un país, y cada número debe ser posible en el suyo.',
      en: 'A country is assumed, and each number must be possible in its own.',
    },
    why: {
      es: 'El manual solo dice que es un número de teléfono, y el país lo puede indicar cada empresa.',
      en: 'The manual only says that it is a phone number, and each company may name its country.',
    },
    parameter: 'phones',
  },
  'RT-10': {
    question: {
      es: '¿Qué pasa si un cliente aparece dos veces en el archivo?',
      en: 'What if a client stands twice in a file?',
    },
    reading: {
      es: 'Si las filas son iguales cuentan como una, con un aviso; si dan personas distintas, el archivo se rechaza.',
      en: 'Equal rows count as one, with a warning; if they name different people, the file is refused.',
    },
    other: {
      es: 'Vale la última fila.',
      en: 'The last row counts.',
    },
    why: {
      es: 'Un cliente tiene un solo ejecutivo principal, y el archivo no dice cuál.',
      en: 'A client has one main agent, and the file does not say which.',
    },
    parameter: 'duplicateConflict',
  },
  'RT-11': {
    question: {
      es: '¿Puede un cliente tener ejecutivos principales distintos en dos cuentas?',
      en: 'May a client have different main agents in two accounts?',
    },
    reading: {
      es: 'Sí.',
      en: 'Yes.',
    },
    other: {
      es: 'No: es una contradicción.',
      en: 'No: it is a contradiction.',
    },
    why: {
      es: 'Las cuentas son independientes entre sí.',
      en: 'The accounts are independent of one another.',
    },
  },
  'RT-12': {
    question: {
      es: '¿Qué se informa cuando un identificador no es del tipo de la cuenta?',
      en: 'What is reported when an identifier is not of the kind of the account?',
    },
    reading: {
      es: 'Se rechaza todo el archivo y se nombran todas las filas erradas.',
      en: 'The whole file is refused, and every bad row is named.',
    },
    other: {
      es: 'Se rechaza en la primera fila errada, y no se miran las demás.',
      en: 'It is refused at the first bad row, and the others are not looked at.',
    },
    why: {
      es: 'Basta uno para rechazar, y el administrador tiene que quitarlos todos.',
      en: 'One is enough to refuse it, and the administrator has to remove them all.',
    },
  },
  'RT-13': {
    question: {
      es: '¿Se acepta una fila sin ejecutivo de respaldo o sin supervisor?',
      en: 'Is a row without a backup agent or a supervisor accepted?',
    },
    reading: {
      es: 'Sí, con un aviso.',
      en: 'Yes, with a warning.',
    },
    other: {
      es: 'No, y el archivo se rechaza.',
      en: 'No, and the file is refused.',
    },
    why: {
      es: 'Son condiciones previas, pero el único rechazo escrito es el de los identificadores.',
      en: 'They are preconditions, but the only refusal that is written is that of the identifiers.',
    },
  },
  'RT-14': {
    question: {
      es: '¿Se acepta una fila que nombra a un ejecutivo que no existe?',
      en: 'Is a row that names an agent who does not exist accepted?',
    },
    reading: {
      es: 'Sí, con un aviso, y al asignar se prescinde de ese ejecutivo.',
      en: 'Yes, with a warning, and that agent is passed over when a client is assigned.',
    },
    other: {
      es: 'No, y el archivo se rechaza.',
      en: 'No, and the file is refused.',
    },
    why: {
      es: 'El único rechazo escrito es el de los identificadores.',
      en: 'The only refusal that is written is that of the identifiers.',
    },
  },
  'RT-15': {
    question: {
      es: '¿Cómo se llaman las columnas que no son «Identificador de Usuario»?',
      en: 'What are the columns called that are not “Identificador de Usuario”?',
    },
    reading: {
      es: 'Como lo indique quien carga; lo que no indica se busca con los nombres usuales.',
      en: 'As whoever uploads says; what they leave out is looked for under the usual names.',
    },
    other: {
      es: 'Tienen nombres fijos.',
      en: 'They have fixed names.',
    },
    why: {
      es: 'La plantilla es una imagen que el texto no incluye.',
      en: 'The template is an image that the text does not include.',
    },
  },
  'RT-16': {
    question: {
      es: '¿Cuentan las mayúsculas, los espacios y el asterisco en el título de una columna?',
      en: 'Do capitals, blanks and the asterisk count in the heading of a column?',
    },
    reading: {
      es: 'Los espacios alrededor y el asterisco final no cuentan; las mayúsculas sí.',
      en: 'The blanks around it and the asterisk at its end do not count; capitals do.',
    },
    other: {
      es: 'Las mayúsculas tampoco cuentan.',
      en: 'Capitals do not count either.',
    },
    why: {
      es: 'El ejemplo iguala el nombre con asterisco y sin él, y no iguala nada más.',
      en: 'The example equates the name with and without the asterisk, and nothing else.',
    },
  },
  'RT-17': {
    question: {
      es: '¿Qué hace un archivo vacío, o que solo tiene los títulos?',
      en: 'What does an empty file do, or one that has only headings?',
    },
    reading: {
      es: 'Nada si la carga agrega; si reemplaza, se rechaza.',
      en: 'Nothing where an upload adds; where it replaces, it is refused.',
    },
    other: {
      es: 'Borra la cartera de la cuenta.',
      en: 'It wipes the portfolio of the account.',
    },
    why: {
      es: 'Una cartera nunca se borra por accidente.',
      en: 'A portfolio is never wiped by accident.',
    },
  },
  'RT-18': {
    question: {
      es: '¿Activar «Ejecutivo desactivado» habilita al usuario o lo deshabilita?',
      en: 'Does turning on “Ejecutivo desactivado” enable the user or disable them?',
    },
    reading: {
      es: 'Lo habilita: el rótulo dice cómo está ahora.',
      en: 'It enables them: the label says how they are now.',
    },
    other: {
      es: 'Lo deshabilita.',
      en: 'It disables them.',
    },
    why: {
      es: 'La línea 33 dice que a los usuarios nuevos hay que habilitarlos.',
      en: 'Line 33 says that new users have to be enabled.',
    },
  },
  'RT-19': {
    question: {
      es: '¿«Guardar configuración» y «Guardar configuración y actualizar» son dos pasos?',
      en: 'Are “Guardar configuración” and “Guardar configuración y actualizar” two steps?',
    },
    reading: {
      es: 'No: son un solo acto, y nada cuenta antes de guardar.',
      en: 'No: they are one act, and nothing counts before it is saved.',
    },
    other: {
      es: 'Sí, y hay que hacer los dos.',
      en: 'Yes, and both have to be taken.',
    },
    why: {
      es: 'Las líneas 34 y 35 dan dos nombres al botón que guarda los cambios.',
      en: 'Lines 34 and 35 give two names to the button that saves the changes.',
    },
  },
  'RT-20': {
    question: {
      es: '¿Qué pasa con la conversación que tiene el respaldo cuando vuelve el ejecutivo principal?',
      en: 'What becomes of a conversation that the backup has when the main agent comes back?',
    },
    reading: {
      es: 'Se queda con quien la tiene; el próximo contacto va al principal.',
      en: 'It stays with whoever has it; the next contact goes to the main agent.',
    },
    other: {
      es: 'Pasa de inmediato al principal.',
      en: 'It moves to the main agent at once.',
    },
    why: {
      es: 'La cartera se consulta cuando el cliente se comunica, y no en medio de una conversación.',
      en: 'The portfolio is looked up when the client makes contact, and not in the middle of a conversation.',
    },
  },
  'RT-21': {
    question: {
      es: '¿Cada mensaje es un contacto?',
      en: 'Is every message a contact?',
    },
    reading: {
      es: 'No: lo es cada conversación nueva.',
      en: 'No: every new conversation is one.',
    },
    other: {
      es: 'Sí, y se decide de nuevo con cada mensaje.',
      en: 'Yes, and each message is decided anew.',
    },
    why: {
      es: 'Así una conversación no salta de una persona a otra.',
      en: 'So a conversation does not bounce from one person to another.',
    },
  },
  'RT-22': {
    question: {
      es: '¿Qué separadores, comillas y marcas puede tener el archivo?',
      en: 'Which separators, quotes and marks may a file have?',
    },
    reading: {
      es: 'Solo separa la coma; las comillas protegen una celda, y la marca invisible del comienzo se quita.',
      en: 'Only the comma separates; quotes protect a cell, and the invisible mark at the beginning is dropped.',
    },
    other: {
      es: 'También se aceptan otros separadores, y los títulos muestran cuál es.',
      en: 'Other separators are accepted too, and the headings show which one it is.',
    },
    why: {
      es: 'La línea 24 pide valores separados por coma.',
      en: 'Line 24 asks for comma separated values.',
    },
    parameter: 'delimiters',
  },
  'RT-23': {
    question: {
      es: '¿Qué se hace con un número que la planilla abrevió, como 5.69E+10?',
      en: 'What is to be done with a number that a spreadsheet has shortened, as 5.69E+10?',
    },
    reading: {
      es: 'Se rechaza: no es un teléfono.',
      en: 'It is refused: it is not a phone number.',
    },
    other: {
      es: 'Se repara.',
      en: 'It is repaired.',
    },
    why: {
      es: 'Los dígitos perdidos no se pueden recuperar.',
      en: 'The lost digits cannot be brought back.',
    },
  },
  'RT-24': {
    question: {
      es: '¿Qué se hace con las líneas en blanco?',
      en: 'What is to be done with blank lines?',
    },
    reading: {
      es: 'Se pasan por alto; una fila con otras celdas y sin identificador es errada.',
      en: 'They are passed over; a row with other cells and no identifier is a bad one.',
    },
    other: {
      es: 'Son filas erradas.',
      en: 'They are bad rows.',
    },
    why: {
      es: 'Una línea completamente en blanco no nombra a ningún cliente.',
      en: 'A line that is wholly blank names no client.',
    },
  },
  'RT-25': {
    question: {
      es: '¿Puede el ejecutivo principal ser también su propio respaldo?',
      en: 'May the main agent be the backup as well?',
    },
    reading: {
      es: 'Sí, con un aviso; si no puede atender, el cliente va al supervisor.',
      en: 'Yes, with a warning; when they cannot take the client, the client goes to the supervisor.',
    },
    other: {
      es: 'No, y el archivo se rechaza.',
      en: 'No, and the file is refused.',
    },
    why: {
      es: 'Ninguna regla lo prohíbe.',
      en: 'No rule forbids it.',
    },
  },
  'RT-26': {
    question: {
      es: '¿Cuántos clientes puede atender un ejecutivo a la vez?',
      en: 'How many clients can an agent attend to at once?',
    },
    reading: {
      es: 'No hay límite; que esté disponible es un dato que llega de la plataforma.',
      en: 'There is no limit; whether they are available is a fact that the platform gives.',
    },
    other: {
      es: 'Hay un máximo por ejecutivo.',
      en: 'Each agent has a limit.',
    },
    why: {
      es: 'El manual no habla de cantidades.',
      en: 'The manual does not speak of numbers.',
    },
  },
  'RT-27': {
    question: {
      es: '¿Qué se hace con una fila que no tiene ejecutivo principal?',
      en: 'What is to be done with a row that has no main agent?',
    },
    reading: {
      es: 'Es una fila errada, y el archivo se rechaza.',
      en: 'It is a bad row, and the file is refused.',
    },
    other: {
      es: 'Se acepta, y al cliente lo recibe el respaldo.',
      en: 'It is accepted, and the backup gets the client.',
    },
    why: {
      es: 'La línea 16 exige un ejecutivo principal.',
      en: 'Line 16 requires a main agent.',
    },
  },
  'RT-28': {
    question: {
      es: '¿Qué se informa primero cuando una carga tiene varias fallas?',
      en: 'What is reported first when an upload has several faults?',
    },
    reading: {
      es: 'Primero quién carga, luego el archivo, los títulos, los identificadores y al final los clientes repetidos.',
      en: 'First who uploads, then the file, the headings, the identifiers, and last the clients named twice.',
    },
    other: {
      es: 'Cualquiera de ellas.',
      en: 'Any of them.',
    },
    why: {
      es: 'Se va de afuera hacia adentro: sin títulos no se puede juzgar ninguna fila.',
      en: 'It goes from the outside in: without headings no row can be judged.',
    },
  },
  'RT-29': {
    question: {
      es: '¿Qué se hace con un número que la planilla guardó con decimales, como 56912345678.0?',
      en: 'What is to be done with a number that a spreadsheet saved as a decimal, as 56912345678.0?',
    },
    reading: {
      es: 'Se rechaza, igual que el que se abrevió.',
      en: 'It is refused, as is one that was shortened.',
    },
    other: {
      es: 'Se quita el punto.',
      en: 'The point is taken out.',
    },
    why: {
      es: 'Al quitar el punto el número ganaría un dígito.',
      en: 'Without its point the number would gain a digit.',
    },
  },
});

/** The code of an open question of this system. */
export type QuestionCode = keyof typeof questions;
