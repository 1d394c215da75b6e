import { defineQuestions } from '../kernel/decision.js';

/** What the manual leaves open about requirements and insistences, and how we read it. */
export const questions = /* @__PURE__ */ defineQuestions({
  'RQ-1': {
    question: {
      es: '¿Quién hace el ticket de un cliente de medidor en los casos 3 y 4?',
      en: 'Who files the ticket of a client with a meter in cases 3 and 4?',
    },
    reading: {
      es: 'Se indica al cliente que lo haga él, y se recuerda que el centro de contacto también puede crearlo.',
      en: 'The client is told to file it, with a note that the contact centre may create it too.',
    },
    other: {
      es: 'Lo crea siempre el centro de contacto, como permite el comienzo del manual.',
      en: 'The contact centre always creates it, as the opening of the manual permits.',
    },
    why: {
      es: 'El comienzo solo permite y los casos 3 y 4 mandan, así que esta lectura no contradice a ninguno de los dos.',
      en: 'The opening only permits, and cases 3 and 4 instruct, so this reading contradicts neither of them.',
    },
    parameter: 'meterFiling',
  },
  'RQ-2': {
    question: {
      es: '¿Qué tickets cuentan como insistencia en los casos 5 a 8?',
      en: 'Which tickets count as an insistence in cases 5 to 8?',
    },
    reading: {
      es: 'Cuentan los de inconformidad y también los de respuesta fuera de plazo.',
      en: 'Those for disagreement count, and so do those for a late answer.',
    },
    other: {
      es: 'Solo cuentan los de inconformidad; si todos son por respuesta fuera de plazo, ningún caso lo cubre.',
      en: 'Only those for disagreement count; where all are for a late answer, no case covers it.',
    },
    why: {
      es: 'La tercera verificación busca las dos clases, y quien aún no tiene respuesta insiste sobre todo por el plazo.',
      en: 'The third check looks for both kinds, and whoever still has no answer mostly insists because it is late.',
    },
    parameter: 'insistenceKinds',
  },
  'RQ-3': {
    question: {
      es: '¿Qué se hace si ni el requerimiento ni la insistencia tienen respuesta y la insistencia sigue en plazo?',
      en: 'What is to be done when neither the requirement nor the insistence is answered, and the latter is still within its term?',
    },
    reading: {
      es: 'Ningún caso lo cubre; lo más cercano es indicar la fecha máxima de la insistencia.',
      en: 'No case covers it; the nearest thing is to tell the client the latest date of the insistence.',
    },
    other: {
      es: 'Se trata como el caso 5: se indica esa fecha máxima.',
      en: 'It is treated as case 5: the client is told that latest date.',
    },
    why: {
      es: 'El caso 5 pide que el requerimiento inicial ya tenga respuesta.',
      en: 'Case 5 asks for an initial requirement that has been answered.',
    },
  },
  'RQ-4': {
    question: {
      es: '¿Qué se hace si ambos tienen respuesta y el cliente no conoce la de la insistencia?',
      en: 'What is to be done when both are answered, and the client does not know the answer to the insistence?',
    },
    reading: {
      es: 'Ningún caso lo cubre; lo más cercano es leerle la respuesta.',
      en: 'No case covers it; the nearest thing is to read the answer to them.',
    },
    other: {
      es: 'Se trata como el caso 2: se le indica la respuesta.',
      en: 'It is treated as case 2: the client is told the answer.',
    },
    why: {
      es: 'El caso 8 pide un cliente que no esté conforme, y el caso 2 habla solo del requerimiento inicial.',
      en: 'Case 8 asks for a client who does not agree, and case 2 speaks of the initial requirement only.',
    },
  },
  'RQ-5': {
    question: {
      es: '¿Qué se hace si hay respuesta y el cliente está conforme?',
      en: 'What is to be done when there is an answer and the client is satisfied?',
    },
    reading: {
      es: 'Ningún caso lo cubre, y no queda nada por hacer.',
      en: 'No case covers it, and nothing is left to do.',
    },
    other: {
      es: 'Se trata como el caso 2: se le indica la respuesta.',
      en: 'It is treated as case 2: the client is told the answer.',
    },
    why: {
      es: 'Ninguno de los ocho casos habla de un cliente conforme, y lo correcto es no actuar.',
      en: 'None of the eight cases speaks of a satisfied client, and to do nothing is right.',
    },
  },
  'RQ-6': {
    question: {
      es: '¿Qué plazo cuenta en los casos 5 y 7?',
      en: 'Whose term counts in cases 5 and 7?',
    },
    reading: {
      es: 'El de la propia insistencia.',
      en: 'That of the insistence itself.',
    },
    other: {
      es: 'El del requerimiento inicial.',
      en: 'That of the initial requirement.',
    },
    why: {
      es: 'En ambos casos el plazo está escrito junto a la insistencia.',
      en: 'In both cases the term is written beside the insistence.',
    },
  },
  'RQ-7': {
    question: {
      es: '¿La fecha máxima de respuesta está todavía en plazo?',
      en: 'Is the latest date for an answer itself still within the term?',
    },
    reading: {
      es: 'Sí, hasta que termina ese día en la hora local.',
      en: 'Yes, until that day ends in local time.',
    },
    other: {
      es: 'No: el plazo se cumple cuando empieza ese día.',
      en: 'No: the term has run out when that day begins.',
    },
    why: {
      es: 'Una fecha máxima es la última que vale, y solo se insiste después de cumplido el plazo.',
      en: 'A latest date is the last one that will do, and one insists only after the term has run out.',
    },
    parameter: 'deadlineInclusive',
  },
  'RQ-8': {
    question: {
      es: '¿Qué pasa si la fecha máxima trae también una hora?',
      en: 'What if the latest date comes with a time of day?',
    },
    reading: {
      es: 'El plazo llega hasta ese momento exacto, y el momento mismo está en plazo.',
      en: 'The term lasts until that exact moment, and the moment itself is within the term.',
    },
    other: {
      es: 'La hora no cuenta: el plazo llega siempre hasta el final del día.',
      en: 'The time of day does not count: the term always lasts until the end of the day.',
    },
    why: {
      es: 'Lo normal es una fecha, pero un momento exacto se puede comparar sin interpretar nada.',
      en: 'A date is the norm, but an exact moment can be compared without reading anything into it.',
    },
  },
  'RQ-9': {
    question: {
      es: '¿Cuenta una respuesta que llegó después del plazo?',
      en: 'Does an answer that came after the term count?',
    },
    reading: {
      es: 'Sí: el requerimiento tiene respuesta, y corresponde el caso 2 o el 4.',
      en: 'Yes: the requirement is answered, and case 2 or 4 is due.',
    },
    other: {
      es: 'No: sigue siendo el caso 3.',
      en: 'No: it is still case 3.',
    },
    why: {
      es: 'Los casos 2 y 4 no mencionan ningún plazo.',
      en: 'Cases 2 and 4 mention no term.',
    },
  },
  'RQ-10': {
    question: {
      es: '¿Cuál decide cuando hay varias insistencias?',
      en: 'Which one decides when there are several insistences?',
    },
    reading: {
      es: 'La más grave: primero una vencida, luego una de plazo desconocido, luego una en plazo, y al final las respondidas.',
      en: 'The most serious one: first one overdue, then one of unknown term, then one within its term, and last those answered.',
    },
    other: {
      es: 'Solo cuenta la más reciente.',
      en: 'Only the latest one counts.',
    },
    why: {
      es: 'Un ticket más nuevo no debe ocultar que otro ya hay que escalarlo.',
      en: 'A newer ticket must not hide that another one has to be escalated.',
    },
  },
  'RQ-11': {
    question: {
      es: '¿Qué se supone si no se sabe qué opina el cliente de la respuesta?',
      en: 'What is assumed when nobody knows what the client makes of the answer?',
    },
    reading: {
      es: 'Que no la conoce.',
      en: 'That they do not know of it.',
    },
    other: {
      es: 'No se supone nada, y el caso queda sin cubrir.',
      en: 'Nothing is assumed, and the case is not covered.',
    },
    why: {
      es: 'El análisis empieza justamente porque el cliente dice que no tiene respuesta.',
      en: 'The analysis begins precisely because the client says that they have no answer.',
    },
  },
  'RQ-12': {
    question: {
      es: '¿Qué se hace si el cliente, al conocer la respuesta, no está conforme?',
      en: 'What is to be done when the client hears the answer and does not agree?',
    },
    reading: {
      es: 'Se analiza de nuevo, y el caso pasa a ser el 4.',
      en: 'It is analysed again, and becomes case 4.',
    },
    other: {
      es: 'El caso sigue siendo el 2, porque la respuesta ya se indicó.',
      en: 'It stays case 2, for the answer has been told.',
    },
    why: {
      es: 'Los casos 2 y 4 solo se distinguen por lo que dice el cliente.',
      en: 'Cases 2 and 4 differ only in what the client says.',
    },
  },
  'RQ-13': {
    question: {
      es: '¿Se escala en los casos 6 y 7 aunque el cliente esté conforme?',
      en: 'Is it escalated in cases 6 and 7 even if the client is satisfied?',
    },
    reading: {
      es: 'Sí, se escala igual.',
      en: 'Yes, it is escalated all the same.',
    },
    other: {
      es: 'No, y no queda nada por hacer.',
      en: 'No, and nothing is left to do.',
    },
    why: {
      es: 'Esos dos casos no preguntan qué opina el cliente.',
      en: 'Those two cases do not ask what the client thinks.',
    },
  },
  'RQ-14': {
    question: {
      es: '¿Cuál vale cuando STP y CRM no coinciden?',
      en: 'Which one counts when STP and CRM differ?',
    },
    reading: {
      es: 'Ninguno de los dos: una persona aclara la diferencia antes de seguir.',
      en: 'Neither: a person settles the difference before going on.',
    },
    other: {
      es: 'Vale el CRM.',
      en: 'CRM counts.',
    },
    why: {
      es: 'El manual ofrece uno u otro, y no da preferencia a ninguno.',
      en: 'The manual offers one or the other, and prefers neither.',
    },
  },
  'RQ-15': {
    question: {
      es: '¿Qué se hace si no hay requerimiento inicial, o si se anuló?',
      en: 'What is to be done when there is no initial requirement, or it was annulled?',
    },
    reading: {
      es: 'Ningún caso lo cubre.',
      en: 'No case covers it.',
    },
    other: {
      es: 'Se crea un primer requerimiento.',
      en: 'A first requirement is created.',
    },
    why: {
      es: 'El análisis parte de un requerimiento que ya está hecho.',
      en: 'The analysis starts from a requirement that has been made.',
    },
  },
  'RQ-16': {
    question: {
      es: '¿Qué se hace si no se sabe cuál es el producto?',
      en: 'What is to be done when the product is not known?',
    },
    reading: {
      es: 'Solo los casos 3 y 4 quedan sin cubrir; los demás se responden igual.',
      en: 'Only cases 3 and 4 are not covered; the others are answered all the same.',
    },
    other: {
      es: 'Se pregunta siempre por el producto antes de analizar.',
      en: 'The product is always asked for before the analysis.',
    },
    why: {
      es: 'El producto solo importa para saber quién hace el ticket.',
      en: 'The product only matters for who files the ticket.',
    },
  },
  'RQ-17': {
    question: {
      es: '¿Qué se hace si no se conoce la fecha máxima?',
      en: 'What is to be done when the latest date is not known?',
    },
    reading: {
      es: 'El caso queda sin cubrir cada vez que depende de esa fecha.',
      en: 'The case is not covered wherever it depends on that date.',
    },
    other: {
      es: 'Se supone que todavía está en plazo.',
      en: 'It is taken to be still within the term.',
    },
    why: {
      es: 'Un plazo nunca se inventa.',
      en: 'A term is never invented.',
    },
  },
  'RQ-18': {
    question: {
      es: '¿Cómo se tipifican los asuntos 1 a 5?',
      en: 'How are subjects 1 to 5 categorised?',
    },
    reading: {
      es: 'Se responde que esa tipificación no está disponible.',
      en: 'The answer is that their categories are not available.',
    },
    other: {
      es: 'Se copian los valores de la gestión de cobranza.',
      en: 'The values of collections are copied.',
    },
    why: {
      es: 'El manual la muestra solo en imágenes, y el texto que tenemos no las incluye.',
      en: 'The manual shows them only in images, and the text that we have does not include these.',
    },
  },
  'RQ-19': {
    question: {
      es: '¿Cuántos asuntos puede crear el centro de contacto?',
      en: 'How many subjects may the contact centre create?',
    },
    reading: {
      es: 'Seis.',
      en: 'Six.',
    },
    other: {
      es: 'Siete, si se cuenta también la línea 75.',
      en: 'Seven, if line 75 is counted too.',
    },
    why: {
      es: 'La línea 75 dice «Asunto», pero es una pregunta que sirve de título al análisis.',
      en: 'Line 75 says “Asunto”, but it is a question that serves as the heading of the analysis.',
    },
  },
  'RQ-20': {
    question: {
      es: '¿Los asuntos 3 a 5 necesitan un ticket anterior?',
      en: 'Do subjects 3 to 5 need an earlier ticket?',
    },
    reading: {
      es: 'No se comprueba: lo decide quien conoce la situación del cliente.',
      en: "It is not checked: whoever knows the client's situation decides.",
    },
    other: {
      es: 'Siempre se exige un ticket anterior.',
      en: 'An earlier ticket is always asked for.',
    },
    why: {
      es: 'El comienzo habla de insistencias, pero una demora o una tardanza puede ser un primer reclamo.',
      en: 'The opening speaks of insistences, but a delay may well be a first complaint.',
    },
  },
  'RQ-21': {
    question: {
      es: '¿Con qué canal se registra un contacto por WhatsApp o por un formulario web?',
      en: 'Which channel is recorded for a contact by WhatsApp or by a form on the web?',
    },
    reading: {
      es: 'Con ninguno: esos canales no están autorizados, y una persona elige uno de los tres.',
      en: 'None: those channels are not authorised, and a person chooses one of the three.',
    },
    other: {
      es: 'WhatsApp se registra como redes sociales.',
      en: 'WhatsApp is recorded as social networks.',
    },
    why: {
      es: 'La lista de canales es cerrada y tiene solo tres.',
      en: 'The list of channels is closed, and has only three.',
    },
  },
  'RQ-22': {
    question: {
      es: '¿La categoría 1 de cobranza es Medidor también en envasado y granel?',
      en: 'Is category 1 of collections Medidor for bottled and bulk too?',
    },
    reading: {
      es: 'Sí, tal como está escrito, sea cual sea el producto.',
      en: 'Yes, as it is written, whatever the product.',
    },
    other: {
      es: 'No: la categoría 1 es el nombre del producto.',
      en: 'No: category 1 is the name of the product.',
    },
    why: {
      es: 'El manual da un valor fijo, igual que en las demás categorías.',
      en: 'The manual gives a fixed value, as it does for the other categories.',
    },
  },
  'RQ-23': {
    question: {
      es: '¿Qué líneas de la descripción pueden quedar vacías?',
      en: 'Which lines of the description may stay empty?',
    },
    reading: {
      es: 'Cualquiera: los cuatro rótulos se escriben siempre, y se avisa cuáles quedaron vacíos.',
      en: 'Any of them: all four labels are always written, and those left empty are named.',
    },
    other: {
      es: 'Ninguna: las cuatro son obligatorias.',
      en: 'None: all four are required.',
    },
    why: {
      es: 'El manual solo enumera los rótulos, y quien no es cliente puede negarse a dar sus datos.',
      en: 'The manual only lists the labels, and somebody who is no client may refuse to give their data.',
    },
  },
  'RQ-24': {
    question: {
      es: '¿Son dos canales distintos «Correo Electrónico» y «correo electrónico»?',
      en: 'Are “Correo Electrónico” and “correo electrónico” two channels?',
    },
    reading: {
      es: 'No: es uno solo, y las mayúsculas no cuentan.',
      en: 'No: they are one, and capitals do not count.',
    },
    other: {
      es: 'Sí: son dos valores distintos.',
      en: 'Yes: they are two values.',
    },
    why: {
      es: 'La misma línea 64 usa las dos formas para lo mismo.',
      en: 'Line 64 itself uses both for the same thing.',
    },
  },
  'RQ-25': {
    question: {
      es: '¿A qué supervisor se escala, en cuánto tiempo y qué pasa después?',
      en: 'To which supervisor is it escalated, how fast, and what happens then?',
    },
    reading: {
      es: 'Solo se dice que hay que escalar.',
      en: 'It is only said that it must be escalated.',
    },
    other: {
      es: 'Se fija un responsable y un tiempo para responder.',
      en: 'A person in charge and a time to answer are fixed.',
    },
    why: {
      es: 'El manual no dice nada de eso.',
      en: 'The manual says nothing about that.',
    },
  },
  'RQ-26': {
    question: {
      es: '¿La atención presencial se registra como correo electrónico también fuera de cobranza?',
      en: 'Is a contact in person recorded as e-mail outside collections too?',
    },
    reading: {
      es: 'No, solo en los tickets de cobranza.',
      en: 'No, only in collections tickets.',
    },
    other: {
      es: 'Sí, en todos los tickets.',
      en: 'Yes, in all tickets.',
    },
    why: {
      es: 'La línea 64 está dentro de lo escrito para cobranza.',
      en: 'Line 64 stands within what is written for collections.',
    },
  },
});

/** The code of an open question of this system. */
export type QuestionCode = keyof typeof questions;
